#include "queue/decide/MapChanges.hpp"

#include <algorithm>

namespace luot::queue {

Rules withMap(Rules rules, const MapChange& map) {
    for (const auto& row : map.counters) {
        const auto place = std::find_if(rules.counters.begin(), rules.counters.end(),
                                        [&](const auto& one) { return one.number == row.counter; });
        if (place == rules.counters.end()) continue;
        place->services = row.services;
        if (row.priority) place->priority = *row.priority;
        if (row.idleFallback) place->idleFallback = *row.idleFallback;
    }
    return rules;
}

std::vector<PlannedChange> dueBy(std::vector<PlannedChange> planned, base::Date day) {
    std::erase_if(planned, [&](const auto& change) { return change.from > day; });
    std::stable_sort(planned.begin(), planned.end(),
                     [](const auto& one, const auto& other) { return one.from < other.from; });
    return planned;
}

Rules withChange(Rules rules, const PlannedChange& change) {
    if (change.rules) return *change.rules;
    return withMap(std::move(rules), *change.map);
}

bool isServed(const Rules& rules, const std::string& service) {
    const auto serves = [&](const CounterPlace& place, TakesPriority never) {
        const auto isIt = [&](const auto& served) { return served.service == service; };
        return place.priority != never && std::any_of(place.services.begin(), place.services.end(), isIt);
    };
    const auto someServes = [&](TakesPriority never) {
        return std::any_of(rules.counters.begin(), rules.counters.end(),
                           [&](const auto& place) { return serves(place, never); });
    };
    return someServes(TakesPriority::only) && someServes(TakesPriority::no);
}

}  // namespace luot::queue
