#include "dispenser/kiosk/Kiosk.hpp"

#include <algorithm>

namespace luot::dispenser::kiosk {

Kiosk::Kiosk(KioskSettings settings, const protocol::Hall& hall, Ticks now)
    : settings_(std::move(settings)),
      hall_(hall),
      language_(settings_.language),
      since_(now),
      lastTouch_(now),
      lostSince_(now) {}

void Kiosk::chooseService(const std::string& service, Ticks now) {
    if (page_ != Page::start) return;
    service_ = service;
    if (!givesNumbers(service)) return show(Page::fieldClosed, now);
    checkPrinter(now);
    if (!hall_.centre.asksPriority) return askNumber(false, now);
    show(Page::priority, now);
}

bool Kiosk::givesNumbers(const std::string& service) const {
    const auto found = std::find_if(hall_.services.begin(), hall_.services.end(),
                                    [&](const auto& one) { return one.id == service; });
    return found == hall_.services.end() || found->open;
}

void Kiosk::answerPriority(bool entitled, Ticks now) {
    if (page_ == Page::priority) askNumber(entitled, now);
}

void Kiosk::goHome(Ticks now) {
    if (page_ == Page::printing) return;
    forget();
    show(restingPage(now), now);
}

void Kiosk::turnPage(int by, Ticks now) {
    if (page_ != Page::start) return;
    tilePage_ = std::clamp(tilePage_ + by, 0, tilePages() - 1);
    since_ = now;
}

void Kiosk::toggleLanguage(Ticks) { language_ = language_ == "vi" ? "en" : "vi"; }

void Kiosk::linkUp(Ticks now) {
    lostSince_.reset();
    wasUp_ = true;
    advance(now);
}

bool Kiosk::isAlone(Ticks now) const {
    return aloneToo_ && ((lostSince_ && now - *lostSince_ >= settings_.aloneAfter) || !hall_.writable);
}

bool Kiosk::countsAreOld(Ticks now) const {
    return aloneToo_ && lostSince_ && (!wasUp_ || now - *lostSince_ >= settings_.countsGoAfter);
}

void Kiosk::linkLost(Ticks now) {
    if (!lostSince_) lostSince_ = now;
    advance(now);
}

void Kiosk::refused(const protocol::Problem& problem, Ticks now) {
    if (page_ != Page::printing || ticket_) return;
    problem_ = problem;
    show(Page::refused, now);
}

void Kiosk::unanswered(Ticks now) {
    if (page_ != Page::printing || ticket_) return;
    outUntil_ = now + settings_.outAfterSilence;
    forget();
    show(Page::outOfService, now);
}

void Kiosk::advance(Ticks now) {
    if (outUntil_ && now >= *outUntil_) outUntil_.reset();
    tilePage_ = std::min(tilePage_, tilePages() - 1);
    if (const auto end = deadline(); end && now >= *end) pageEnds(now);
    const bool asked = page_ == Page::priority || page_ == Page::noPaper;
    const Page rest = restingPage(now);
    // A question needs no answer any more when no number can follow.
    const bool mustLeave = asked && rest != Page::start;
    if ((resting() || mustLeave) && page_ != rest) {
        if (mustLeave) forget();
        show(rest, now);
    }
}

void Kiosk::pageEnds(Ticks now) {
    if (page_ == Page::printing && waiting_) return makeNumber(now);
    if (page_ == Page::printing) return show(Page::printFault, now);
    forget();
    show(restingPage(now), now);
}

std::optional<Wish> Kiosk::takeWish() {
    if (wishes_.empty()) return std::nullopt;
    auto wish = std::move(wishes_.front());
    wishes_.pop_front();
    return wish;
}

std::optional<Ticks> Kiosk::deadline() const {
    switch (page_) {
        case Page::priority:
        case Page::noPaper:
            return lastTouch_ + settings_.idle;
        case Page::taken:
            return since_ + settings_.ticketShown;
        case Page::printFault:
            return since_ + settings_.faultShown;
        case Page::refused:
        case Page::fieldClosed:
            return since_ + settings_.refusalShown;
        case Page::printing:
            if (waiting_) return since_ + settings_.printerSays;
            return ticket_ ? std::optional(since_ + settings_.printWithin) : std::nullopt;
        default:
            break;
    }
    const bool changed = language_ != settings_.language || tilePage_ != 0;
    return changed ? std::optional(lastTouch_ + settings_.idle) : std::nullopt;
}

std::optional<int> Kiosk::secondsLeft(Ticks now) const {
    const auto end = deadline();
    if (!end || resting() || page_ == Page::printing) return std::nullopt;
    const Ticks left = std::max<Ticks>(0, *end - now);
    const bool question = page_ == Page::priority || page_ == Page::noPaper;
    if (question && left > settings_.idleWarning) return std::nullopt;
    return static_cast<int>((left + 999) / 1000);
}

void Kiosk::show(Page page, Ticks now) {
    page_ = page;
    since_ = now;
    lastTouch_ = now;
}

Page Kiosk::restingPage(Ticks now) const {
    const bool lost = lostSince_ && now - *lostSince_ >= settings_.lostAfter;
    if (outUntil_ || (lost && !aloneToo_)) return Page::outOfService;
    if (hall_.feed.empty()) return Page::start;
    if (!aloneToo_ && !hall_.writable) return Page::outOfService;
    return hall_.givesTickets ? Page::start : Page::closed;
}

bool Kiosk::resting() const {
    return page_ == Page::start || page_ == Page::closed || page_ == Page::outOfService;
}

void Kiosk::forget() {
    language_ = settings_.language;
    tilePage_ = 0;
    service_.clear();
    ticket_.reset();
    problem_ = {};
    fault_ = hardware::printer::PrintFault::none;
    unconfirmed_ = waiting_ = false;
}

}  // namespace luot::dispenser::kiosk
