#include "tests/simulation/hall/check/rules/Offices.hpp"

namespace luot::simulation {

void OfficesStaffTheirCounters::written(const Entry& entry) {
    const auto* opened = std::get_if<queue::CounterOpened>(&entry.event);
    if (!opened || !opened->counter.clerk) return;
    const auto& rules = entry.before.rules;
    for (const auto& place : rules.counters)
        for (const auto& clerk : rules.clerks)
            if (place.number == opened->counter.number && clerk.id == *opened->counter.clerk &&
                !place.unit.empty() && !clerk.unit.empty() && place.unit != clerk.unit && !clerk.spare)
                complain(clerk.id + " opened a counter of another office");
}

}  // namespace luot::simulation
