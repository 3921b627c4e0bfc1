#include <algorithm>

#include "server/centre/RulesOf.hpp"

namespace luot::server::centre {

namespace {

constexpr std::string_view sharedByAll = "shared";

queue::NumberSeries commonNumbers(const Ticketing& ticketing) {
    queue::NumberSeries numbers;
    numbers.first = ticketing.firstNumber;
    numbers.last = ticketing.lastNumber;
    numbers.digits = ticketing.digits;
    numbers.wraps = ticketing.wrap;
    numbers.daily = ticketing.reset == "daily";
    return numbers;
}

queue::NumberSeries named(queue::NumberSeries numbers, const Series& series) {
    numbers.id = series.id;
    if (!series.prefix.empty()) numbers.prefix = series.prefix;
    numbers.first = series.first.value_or(numbers.first);
    if (series.last) numbers.last = series.last;
    numbers.digits = series.digits.value_or(numbers.digits);
    numbers.wraps = series.wrap.value_or(numbers.wraps);
    if (series.reset) numbers.daily = *series.reset == "daily";
    return numbers;
}

const Lane* bulkLane(const Description& description) {
    const auto& lanes = description.priority.lanes;
    const auto found =
        std::find_if(lanes.begin(), lanes.end(), [](const auto& lane) { return lane.id == "bulk"; });
    return found == lanes.end() ? nullptr : &*found;
}

}  // namespace

queue::NumberSeries numbersOf(const ServicePlace& place, const Description& description) {
    auto numbers = commonNumbers(description.ticketing);
    numbers.prefix = place.prefix;
    const auto& all = description.series;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& series) { return series.id == place.series; });
    if (found != all.end()) return named(std::move(numbers), *found);
    if (description.ticketing.series == sharedByAll) {
        numbers.id = sharedByAll;
        return numbers;
    }
    numbers.first = place.firstNumber.value_or(numbers.first);
    if (place.lastNumber) numbers.last = place.lastNumber;
    numbers.digits = place.digits.value_or(numbers.digits);
    return numbers;
}

queue::NumberSeries bulkNumbersOf(const Description& description) {
    const auto* lane = bulkLane(description);
    if (!lane || lane->prefix.empty()) return {};
    auto numbers = commonNumbers(description.ticketing);
    numbers.id = "bulk";
    numbers.prefix = lane->prefix;
    return numbers;
}

int bulkFrom(const Description& description) {
    const auto* lane = bulkLane(description);
    const auto otherwise = description.ticketing.bulkFromDossiers.value_or(queue::LaneRules{}.bulkFrom);
    return lane ? lane->fromDossiers.value_or(otherwise) : otherwise;
}

}  // namespace luot::server::centre
