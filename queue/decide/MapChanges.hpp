#pragma once

#include <string>
#include <vector>

#include "queue/Rules.hpp"
#include "queue/event/Day.hpp"

/// Who serves what after the head has changed it, now or from a day on.
namespace luot::queue {

/// The rules with the map's rows in place of those counters'; a counter that is gone is passed over.
Rules withMap(Rules rules, const MapChange& map);

/// What of `planned` holds by that day, in the order in which it begins to.
std::vector<PlannedChange> dueBy(std::vector<PlannedChange> planned, base::Date day);

/// The rules after a change that was planned.
Rules withChange(Rules rules, const PlannedChange& change);

/// Some counter takes its normal tickets, and some counter its priority ones.
bool isServed(const Rules& rules, const std::string& service);

}  // namespace luot::queue
