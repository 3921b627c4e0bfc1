#include "dispenser/App.hpp"

#include <fstream>

#include "base/Clock.hpp"
#include "base/Log.hpp"
#include "draw/Painter.hpp"

namespace luot::dispenser {

namespace {

/// How often counts of seconds and the clock are looked at, milliseconds.
constexpr ui::Ticks lookEvery = 250;
/// Half the gap between two tiles, design units.
constexpr double reach = 0.8;

/// A kiosk whose disk makes no sense must still serve as long as the server is there.
std::unique_ptr<offline::Standby> standByWith(offline::Standby::Parts parts, protocol::FeedClient& feed) {
    if (!parts.store) return nullptr;
    auto standby = offline::Standby::open(std::move(parts), feed, ui::ticksNow());
    if (standby) return std::move(*standby);
    base::logError("no numbers without the server: {}", standby.error().what);
    return nullptr;
}

}  // namespace

App::App(AppOptions options, const base::Wording& wording, std::unique_ptr<net::Link> link,
         std::unique_ptr<print::TicketPrinter> printer)
    : options_(std::move(options)),
      wording_(wording),
      link_(std::move(link)),
      printer_(std::move(printer)),
      feed_("dispenser", options_.token),
      standby_(standByWith(std::move(options_.standby), feed_)),
      kiosk_(options_.kiosk, feed_.view().hall(), ui::ticksNow()),
      conversation_(*link_, feed_, kiosk_, standby_.get()) {
    if (options_.papers) conversation_.takeUp(*options_.papers, ui::ticksNow());
}

draw::DrawList App::view(const ui::Frame& frame) {
    advance(frame.now);
    auto drawn = draw(frame.now, frame.pixels);
    targets_ = drawn.targets;
    std::vector<std::string> order;
    for (const auto& target : targets_) order.push_back(target.id);
    focus_.setOrder(std::move(order));
    if (options_.script) runScript(frame.now);
    return std::move(drawn.list);
}

void App::handle(const ui::Input& input, ui::Ticks now) {
    std::visit([&](const auto& what) { take(what, now); }, input);
    advance(now);
}

std::optional<ui::Ticks> App::nextChange(ui::Ticks now) { return now + lookEvery; }

void App::advance(ui::Ticks now) {
    conversation_.advance(now);
    while (const auto news = printer_->poll()) std::visit([&](const auto& one) { hear(one, now); }, *news);
    kiosk_.advance(now);
    while (const auto wish = kiosk_.takeWish()) std::visit([&](const auto& one) { grant(one, now); }, *wish);
    if (shown_ == kiosk_.page() && shownTiles_ == kiosk_.tilePage()) return;
    shown_ = kiosk_.page();
    shownTiles_ = kiosk_.tilePage();
    press_.pageChanged(now);
}

void App::hear(const print::PrintResult& result, ui::Ticks now) {
    kiosk_.printed(result.ticket, result.report, now);
    if (result.ticket != pace_.ticket) return;
    const auto number = pace_.numbered - pace_.pressed;
    base::logInfo("paper {}: from the touch {} ms to the number, {} ms to the first byte, {} ms to the end",
                  nameOf(result.report.state), number, number + result.report.firstByte.count(),
                  now - pace_.pressed);
    pace_ = {};
}

void App::hear(const hardware::printer::Readiness& readiness, ui::Ticks now) {
    kiosk_.printerIs(readiness, now);
}

void App::grant(const kiosk::PrintTicket& wish, ui::Ticks now) {
    const print::TicketWords words{wording_, wish.language, options_.secondLanguage, options_.ticketKeys};
    print::TicketOccasion occasion;
    if (wish.reprint) occasion.reprintedAt = centreTime(now);
    occasion.offline = wish.ticket.offline.has_value();
    if (!wish.reprint) pace_.ticket = wish.ticket.id;
    pace_.numbered = now;
    auto text = print::ticketText(wish.ticket, feed_.view().hall(), words, occasion);
    conversation_.printing(wish.ticket.id);
    if (printer_->print({wish.ticket.id, std::move(text)})) return;
    using namespace hardware::printer;
    kiosk_.printed(wish.ticket.id, {PrintState::failed, PrintFault::busy, "too many tickets wait"}, now);
}

void App::act(std::string_view target, ui::Ticks now) {
    pace_.pressed = now;
    if (target.starts_with(view::target::service))
        return kiosk_.chooseService(std::string(target.substr(view::target::service.size())), now);
    if (target == view::target::yes) return kiosk_.answerPriority(true, now);
    if (target == view::target::no) return kiosk_.answerPriority(false, now);
    if (target == view::target::onScreen) return kiosk_.takeWithoutPaper(now);
    if (target == view::target::previousPage) return kiosk_.turnPage(-1, now);
    if (target == view::target::nextPage) return kiosk_.turnPage(1, now);
    if (target == view::target::language) return kiosk_.toggleLanguage(now);
    if (target == view::target::stay) return;  // being touched was enough
    kiosk_.goHome(now);
}

void App::take(const ui::PointerDown& down, ui::Ticks now) {
    kiosk_.touched(now);
    focus_.touched();
    press_.down(targetAt(down.at), now);
}

void App::take(const ui::PointerMove& move, ui::Ticks) { press_.move(targetAt(move.at)); }

void App::take(const ui::PointerUp& up, ui::Ticks now) {
    kiosk_.touched(now);
    if (const auto target = press_.up(targetAt(up.at), now)) act(*target, now);
}

void App::take(const ui::KeyDown& key, ui::Ticks now) {
    kiosk_.touched(now);
    const bool backwards = key.key == "Up" || key.key == "Left" || (key.key == "Tab" && key.shift);
    const bool forwards = key.key == "Down" || key.key == "Right" || key.key == "Tab";
    if (backwards || forwards) return moveFocus(!backwards);
    if (key.repeat) return;
    if (key.key == "Escape") return act(view::target::back, now);
    const bool enter = key.key == "Return" || key.key == "Space" || key.key == "Keypad Enter";
    if (!enter || focus_.current().empty() || !focus_.isVisibleOn(focus_.current())) return;
    const std::string target = focus_.current();
    press_.down(target, now);
    if (const auto pressed = press_.up(target, now)) act(*pressed, now);
}

void App::moveFocus(bool forwards) {
    if (forwards) return focus_.next();
    focus_.previous();
}

std::string_view App::targetAt(draw::Point at) const {
    const auto* target = ui::touch::targetAt(targets_, at, reach);
    return target == nullptr ? std::string_view() : std::string_view(target->id);
}

view::Drawn App::draw(ui::Ticks now, draw::Size pixels) const {
    view::Scene scene{.hall = feed_.view().hall(), .wording = wording_, .settings = kiosk_.settings()};
    scene.page = kiosk_.page();
    scene.language = kiosk_.language();
    scene.now = centreTime(now);
    scene.clock = base::formatClock(scene.now);
    scene.tilePage = kiosk_.tilePage();
    scene.tilePages = kiosk_.tilePages();
    scene.service = kiosk_.service();
    scene.ticket = kiosk_.ticket();
    scene.fault = kiosk_.fault();
    scene.paperLow = kiosk_.printerFault() == hardware::printer::PrintFault::paperNearEnd;
    scene.digitIsTaken = standby_ && standby_->digitIsTaken();
    scene.unconfirmed = kiosk_.unconfirmed();
    const auto& problem = kiosk_.problem();
    scene.refusal = scene.language == "vi" ? problem.detailVi.value_or(problem.detail) : problem.detail;
    scene.secondsLeft = kiosk_.secondsLeft(now);
    scene.alone = kiosk_.isAlone(now);
    scene.countsAreOld = kiosk_.countsAreOld(now);
    scene.pressed = press_.pressed();
    if (focus_.isVisibleOn(focus_.current())) scene.focused = focus_.current();
    scene.slot = options_.slot;
    scene.screen = draw::Scale::fit(view::designSize, pixels).visible(pixels);
    return view::drawPage(scene);
}

void App::runScript(ui::Ticks now) {
    auto& script = *options_.script;
    if (scriptOver_) {
        finished_ = options_.stayAfterScript && now - *scriptOver_ >= *options_.stayAfterScript;
        return;
    }
    if (!feed_.trusted() && !kiosk_.isAlone(now)) return;
    if (const auto name = script.newPage(kiosk_.page())) leavePicture(*name, now);
    if (const auto at = script.next(kiosk_.page(), targets_, now)) {
        handle(ui::PointerDown{*at}, now);
        handle(ui::PointerUp{*at}, now);
    }
    if (script.over()) scriptOver_ = now;
}

void App::leavePicture(const std::string& name, ui::Ticks now) const {
    if (!options_.pictures) return;
    auto file = *options_.pictures;
    file.replace_filename(file.stem().string() + "-" + name + ".png");
    const auto list = draw(now, options_.pixels).list;
    const auto picture = draw::paintNew(list, theme(), options_.pixels);
    if (const auto written = picture.writePng(file); !written) base::logWarn("{}", written.error().what);
    std::ofstream(file.replace_extension(".txt"), std::ios::binary) << list.dump();
}

base::Instant App::centreTime(ui::Ticks now) const {
    return feed_.ready() ? feed_.serverTime(now) : base::SystemClock().now();
}

}  // namespace luot::dispenser
