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

bool isServed(const Rules& rules, const std::string& service) {
    return std::any_of(rules.counters.begin(), rules.counters.end(), [&](const auto& place) {
        const auto isIt = [&](const auto& served) { return served.service == service; };
        return place.priority != TakesPriority::only &&
               std::any_of(place.services.begin(), place.services.end(), isIt);
    });
}

}  // namespace luot::queue
