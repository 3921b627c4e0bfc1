#include "server/report/Units.hpp"

namespace luot::server::report {

Units::Units(const queue::Rules& rules) : centre_(rules.centre.id) {
    const auto named = [&](const std::string& unit) { return unit.empty() ? centre_ : unit; };
    for (const auto& clerk : rules.clerks) ofClerk_[clerk.id] = named(clerk.unit);
    for (const auto& place : rules.counters) ofCounter_[place.number] = named(place.unit);
}

std::string Units::of(const journal::Visit& visit) const {
    if (const auto known = ofClerk_.find(visit.clerk); known != ofClerk_.end()) return known->second;
    if (!visit.counter) return {};
    const auto there = ofCounter_.find(*visit.counter);
    return there == ofCounter_.end() ? centre_ : there->second;
}

}  // namespace luot::server::report
