#include "queue/KioskSeries.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace luot::queue {

namespace {

/// Letters of a series before the digit.
constexpr std::size_t mostPrefixBytes = 8;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool MergedDay::contains(int sequence) const {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const auto& range) { return range.from <= sequence && sequence <= range.to; });
}

void MergedDay::add(int sequence) {
    if (contains(sequence)) return;
    const auto next =
        std::find_if(ranges.begin(), ranges.end(), [&](const auto& range) { return range.from > sequence; });
    auto here = ranges.insert(next, Range{sequence, sequence});
    if (here != ranges.begin() && std::prev(here)->to == sequence - 1) {
        std::prev(here)->to = sequence;
        here = std::prev(ranges.erase(here));
    }
    const auto after = std::next(here);
    if (after == ranges.end() || after->from != here->to + 1) return;
    here->to = after->to;
    ranges.erase(after);
}

bool KioskSeries::has(base::Date ofDay, int sequence) const {
    if (since && ofDay < *since) return true;
    return std::any_of(merged.begin(), merged.end(),
                       [&](const auto& one) { return one.day == ofDay && one.contains(sequence); });
}

KioskSeries KioskSeries::onNewDay(base::Date on) const {
    KioskSeries next = *this;
    // Those of last night have that day's date on their paper.
    next.highest = newestOn && *newestOn >= on ? newest : 0;
    return next;
}

void KioskSeries::take(const OfflineNumber& number, base::Date issuedOn) {
    if (!newestOn || issuedOn > *newestOn) newest = 0;
    newestOn = std::max(newestOn.value_or(issuedOn), issuedOn);
    if (issuedOn == *newestOn) newest = std::max(newest, number.sequence);
    auto found =
        std::find_if(merged.begin(), merged.end(), [&](const auto& one) { return one.day >= number.day; });
    if (found == merged.end() || found->day != number.day) found = merged.insert(found, {number.day, {}});
    found->add(number.sequence);
    highest = std::max(highest, number.sequence);
}

bool isOfflineNumber(std::string_view number, int digit, int sequence) {
    const auto tail = fmt::format("{}-{:03}", digit, sequence);
    if (!number.ends_with(tail) || number.size() > tail.size() + mostPrefixBytes) return false;
    return number.substr(0, number.size() - tail.size()).find('-') == std::string_view::npos;
}

bool looksOffline(std::string_view number) {
    const auto dash = number.rfind('-');
    if (dash == std::string_view::npos || dash == 0 || !isDigit(number[dash - 1])) return false;
    const auto count = number.substr(dash + 1);
    return count.size() >= 3 && std::all_of(count.begin(), count.end(), isDigit);
}

}  // namespace luot::queue
