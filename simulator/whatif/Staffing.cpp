#include "simulator/whatif/Staffing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "simulator/twin/Staff.hpp"

namespace luot::simulator::whatif {

namespace {

using base::Fault;
using base::Result;

std::vector<int> countersOf(const queue::Rules& rules) {
    std::vector<int> numbers;
    for (const auto& place : rules.counters) numbers.push_back(place.number);
    return numbers;
}

Result<std::vector<int>> numbersIn(std::string_view text) {
    std::vector<int> numbers;
    const char* at = text.data();
    const char* end = at + text.size();
    while (true) {
        int number = 0;
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc{} || number < 1 || (read.ptr != end && *read.ptr != ','))
            return base::fail(
                Fault::invalidInput,
                fmt::format("--counters must be how many (8) or which (1,2,5), not '{}'", text));
        numbers.push_back(number);
        if (read.ptr == end) return numbers;
        at = read.ptr + 1;
    }
}

std::set<std::string> wanted(const recorded::DayRecord& record) {
    std::set<std::string> services;
    for (const auto& visitor : record.visitors) {
        services.insert(visitor.first.service);
        if (visitor.further != twin::Further::nothing) services.insert(visitor.then.service);
    }
    return services;
}

/// The services of the counter; none of a window for priority tickets alone, which leaves the others waiting.
std::vector<std::string> forAll(const queue::CounterPlace& place) {
    std::vector<std::string> services;
    if (place.priority == queue::TakesPriority::only) return services;
    for (const auto& served : place.services) services.push_back(served.service);
    return services;
}

std::set<std::string> servedAt(const queue::Rules& rules, const std::vector<int>& counters) {
    std::set<std::string> services;
    for (const auto& place : rules.counters) {
        if (std::find(counters.begin(), counters.end(), place.number) == counters.end()) continue;
        for (const auto& service : forAll(place)) services.insert(service);
        services.insert(place.idleFallback.begin(), place.idleFallback.end());
    }
    return services;
}

/// How long the visitors of each service were at a counter.
std::map<std::string, base::Milliseconds> workOf(const recorded::DayRecord& record) {
    std::map<std::string, base::Milliseconds> work;
    for (const auto& visitor : record.visitors) {
        work[visitor.first.service] += visitor.first.atCounter;
        if (visitor.further != twin::Further::nothing) work[visitor.then.service] += visitor.then.atCounter;
    }
    return work;
}

/// Chooses so many counters one by one: what nobody serves yet, then where the most work is left for each.
std::vector<int> chosen(const recorded::DayRecord& record, std::size_t count) {
    auto work = workOf(record);
    std::map<std::string, int> serving;
    auto left = record.rules.counters;
    std::vector<int> numbers;
    while (numbers.size() < count && !left.empty()) {
        const auto worth = [&](const queue::CounterPlace& place) {
            std::pair<int, base::Milliseconds> sum;
            for (const auto& service : forAll(place)) {
                if (serving[service] == 0 && work.contains(service)) ++sum.first;
                if (work.contains(service)) sum.second += work[service] / (1 + serving[service]);
            }
            return sum;
        };
        const auto best = std::max_element(left.begin(), left.end(),
                                           [&](const auto& a, const auto& b) { return worth(a) < worth(b); });
        numbers.push_back(best->number);
        for (const auto& service : forAll(*best)) ++serving[service];
        left.erase(best);
    }
    return numbers;
}

Result<std::vector<int>> countersFor(const recorded::DayRecord& record, std::string_view text) {
    auto numbers = numbersIn(text);
    if (!numbers) return numbers;
    const auto all = countersOf(record.rules);
    if (numbers->size() == 1) {
        const auto count = static_cast<std::size_t>(numbers->front());
        if (count <= all.size()) return chosen(record, count);
        return base::fail(Fault::invalidInput, fmt::format("--counters {}: the centre has {} counters ({})",
                                                           count, all.size(), fmt::join(all, ", ")));
    }
    for (const int number : *numbers)
        if (std::find(all.begin(), all.end(), number) == all.end())
            return base::fail(Fault::invalidInput,
                              fmt::format("--counters: there is no counter {}; there are {}", number,
                                          fmt::join(all, ", ")));
    return numbers;
}

}  // namespace

Result<std::vector<twin::Shift>> restaffed(const recorded::DayRecord& record, std::string_view text) {
    const auto counters = countersFor(record, text);
    if (!counters) return tl::unexpected(counters.error());
    const auto served = servedAt(record.rules, *counters);
    for (const auto& service : wanted(record))
        if (!served.contains(service))
            return base::fail(
                Fault::invalidInput,
                fmt::format("nobody at the counters {} serves {}, for which people came that day; add "
                            "one that does",
                            fmt::join(*counters, ", "), service));
    std::vector<twin::Shift> shifts;
    std::vector<int> unstaffed;
    for (const int counter : *counters) {
        const auto before = shifts.size();
        std::copy_if(record.shifts.begin(), record.shifts.end(), std::back_inserter(shifts),
                     [&](const auto& shift) { return shift.counter == counter; });
        if (shifts.size() == before) unstaffed.push_back(counter);
    }
    const auto more = twin::shiftsBy(record.rules.calendar, record.day, unstaffed);
    shifts.insert(shifts.end(), more.begin(), more.end());
    return shifts;
}

}  // namespace luot::simulator::whatif
