#include "dispenser/print/TicketText.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dispenser/print/ExpectedWait.hpp"

namespace luot::dispenser::print {

namespace {

using std::chrono::minutes;

template <class List, class Matches>
const auto* findIn(const List& list, Matches matches) {
    const auto found = std::find_if(list.begin(), list.end(), matches);
    return found == list.end() ? nullptr : &*found;
}

base::Instant roundedDown(base::Instant instant, minutes step) {
    return instant - (instant.time_since_epoch() % step);
}

/// "23/11/2026"
std::string dateOf(base::Instant instant) {
    const auto date = base::dateOf(instant);
    return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date.day()),
                       static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

std::string sentence(std::string text) {
    if (!text.empty() && !text.ends_with('.')) text += '.';
    return text;
}

void addNotices(TicketText& text, const protocol::Centre& centre, const TicketWords& words) {
    const auto say = [&](std::string_view key) { return words.wording.text(words.language, key); };
    const auto calls = std::to_string(centre.noShowAfterCalls);
    const auto within = std::to_string(centre.lateReturnWithinS / 60);
    text.watch = say("ticket.watch");
    text.notices.push_back(
        words.wording.text(words.language, "ticket.missed", {{"n", calls}, {"m", within}}));
    text.notices.push_back(sentence(say("ticket.valid")) + " " + sentence(say("ticket.not_receipt")));
    if (!centre.hotline.empty())
        text.hotline = words.wording.text(words.language, "ticket.hotline", {{"phone", centre.hotline}});
    text.thanks = say("ticket.thanks");
}

void addTurn(TicketText& text, const protocol::Ticket& ticket, const TicketWords& words) {
    if (ticket.ahead) {
        text.aheadLabel = words.wording.text(words.language, "ticket.ahead_label");
        text.ahead = std::to_string(*ticket.ahead);
    }
    if (!ticket.estimate) return;
    const auto wait = protocol::minuteRange(*ticket.estimate);
    text.turnLabel = words.wording.text(words.language, "ticket.estimate_label");
    text.turn = expectedTurn(ticket);
    text.wait = aboutWait(wait, words.wording, words.language);
    if (text.turn.empty()) text.turn = std::exchange(text.wait, {});
}

}  // namespace

TicketText ticketText(const protocol::Ticket& ticket, const protocol::Hall& hall, const TicketWords& words) {
    const auto say = [&](std::string_view key) { return words.wording.text(words.language, key); };
    const bool english = words.language == "en";
    TicketText text;
    text.authority = english ? hall.centre.authorityEn : hall.centre.authorityVi;
    text.centre = english ? hall.centre.nameEn : hall.centre.nameVi;
    text.heading = say("ticket.heading");
    text.number = ticket.number;
    if (ticket.priority) text.priorityMark = say("ticket.priority_mark");
    if (ticket.slot) {
        const auto slot = base::formatClock(*ticket.slot);
        text.laneMark = words.wording.text(words.language, "ticket.appointment_mark", {{"time", slot}});
    }
    text.field = serviceName(hall, ticket.service, words.language);
    const auto counters = counterList(hall, ticket.service, words.language);
    if (!counters.empty())
        text.counters = words.wording.text(words.language, "ticket.counters", {{"list", counters}});
    text.nextDay = nextDayNotice(ticket, hall, words);
    addTurn(text, ticket, words);
    if (ticket.trackingUrl) {
        text.trackingUrl = *ticket.trackingUrl;
        text.trackingLine = say("ticket.qr");
    }
    const auto time = base::formatClock(ticket.issuedAt);
    const auto date = dateOf(ticket.issuedAt);
    text.issued = words.wording.text(words.language, "ticket.issued", {{"time", time}, {"date", date}});
    addNotices(text, hall.centre, words);
    return text;
}

std::string counterList(const protocol::Hall& hall, const std::string& service, const std::string& language) {
    const auto* found = findIn(hall.services, [&](const auto& one) { return one.id == service; });
    if (found == nullptr) return {};
    auto numbers = found->counters;
    std::sort(numbers.begin(), numbers.end());
    std::string list;
    for (const int number : numbers) {
        auto name = std::to_string(number);
        const auto* counter = findIn(hall.counters, [&](const auto& one) { return one.number == number; });
        const auto& label = counter == nullptr ? name : language == "en" ? counter->labelEn : counter->label;
        if (!label.empty() && label.find(name) == std::string::npos) name = label;
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

std::string expectedTurn(const protocol::Ticket& ticket) {
    if (!ticket.estimate || protocol::minuteRange(*ticket.estimate).to == 0) return {};
    constexpr minutes step{5};
    const auto from = roundedDown(ticket.issuedAt + base::Seconds(ticket.estimate->p50S), step);
    auto to = roundedDown(
        ticket.issuedAt + base::Seconds(ticket.estimate->p90S) + step - base::Milliseconds(1), step);
    if (to == from) to += step;
    return fmt::format("{} - {}", base::formatClock(from), base::formatClock(to));
}

std::string nextDayNotice(const protocol::Ticket& ticket, const protocol::Hall& hall,
                          const TicketWords& words) {
    if (!ticket.nextDay) return {};
    const auto& centre = hall.centre;
    const auto& notice = words.language == "en" ? centre.nextDayNoticeEn : centre.nextDayNoticeVi;
    return notice.empty() ? words.wording.text(words.language, "ticket.next_day") : notice;
}

std::string serviceName(const protocol::Hall& hall, const std::string& service, const std::string& language) {
    const auto* found = findIn(hall.services, [&](const auto& one) { return one.id == service; });
    if (found == nullptr) return service;
    const auto& label = language == "en" && !found->labelEn.empty() ? found->labelEn : found->labelVi;
    return label.substr(0, label.find(" ("));
}

}  // namespace luot::dispenser::print
