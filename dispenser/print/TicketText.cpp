#include "dispenser/print/TicketText.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dispenser/print/Contents.hpp"
#include "protocol/MinuteRange.hpp"

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

}  // namespace

const Phrase& TicketText::of(const std::string& name) const {
    static const Phrase nothing;
    const auto found = says.find(name);
    return found == says.end() ? nothing : found->second;
}

TicketText ticketText(const protocol::Ticket& ticket, const protocol::Hall& hall, const TicketWords& words,
                      const TicketOccasion& occasion) {
    TicketText text;
    text.number = ticket.number;
    text.trackingUrl = ticket.trackingUrl.value_or("");
    const Source source{ticket, hall, occasion};
    TicketWords other = words;
    other.language = words.second == words.language ? "" : words.second;
    for (const auto& content : contents()) {
        auto& phrase = text.says[std::string(content.name)];
        phrase.first = content.text(source, words);
        if (!other.language.empty()) phrase.second = content.text(source, other);
    }
    for (const auto& key : words.keys) {
        auto& phrase = text.says[key];
        phrase.first = words.wording.text(words.language, key);
        if (!other.language.empty()) phrase.second = words.wording.text(other.language, key);
    }
    return text;
}

const std::vector<std::string>& contentNames() {
    static const auto all = [] {
        std::vector<std::string> names;
        for (const auto& content : contents()) names.emplace_back(content.name);
        return names;
    }();
    return all;
}

std::string sentence(std::string text) {
    if (!text.empty() && !text.ends_with('.')) text += '.';
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
