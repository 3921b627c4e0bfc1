#pragma once

#include <vector>

#include "base/Calendar.hpp"
#include "simulator/twin/Visitor.hpp"

namespace luot::simulator::twin {

/// These counters staffed in every session of the day; after the last one the clerks stay for those who wait.
std::vector<Shift> shiftsBy(const base::Calendar& calendar, base::Date date,
                            const std::vector<int>& counters);

}  // namespace luot::simulator::twin
