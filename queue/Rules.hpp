#pragma once

#include <boost/describe/class.hpp>
#include <string_view>
#include <vector>

#include "base/Calendar.hpp"
#include "queue/rules/Calling.hpp"
#include "queue/rules/Centre.hpp"
#include "queue/rules/Counters.hpp"
#include "queue/rules/Order.hpp"
#include "queue/rules/Services.hpp"

namespace luot::queue {

/// All that a centre decides about its hall. It comes from the centre's file and from the head, and enters
/// the journal as settings_changed, so that a replay never depends on a file.
struct Rules {
    CentreTexts centre;
    base::Calendar calendar;
    SameDayResults sameDay;
    std::vector<Choosable> procedures;  ///< of these services, as people know them
    std::vector<Service> services;
    std::vector<CounterPlace> counters;
    std::vector<Choosable> zones;
    std::vector<Choosable> units;
    std::vector<Clerk> clerks;
    OrderRules order;
    CallingRules calling;
    LaneRules lanes;
    WaitTargets targets;
    std::vector<Basis> basis;

    bool operator==(const Rules&) const = default;
    static bool mayMiss(std::string_view member) { return member == "procedures"; }
};
BOOST_DESCRIBE_STRUCT(Rules, (),
                      (centre, calendar, sameDay, procedures, services, counters, zones, units, clerks, order,
                       calling, lanes, targets, basis))

}  // namespace luot::queue
