#pragma once

#include <string_view>
#include <vector>

#include "simulator/recorded/DayRecord.hpp"

namespace luot::simulator::whatif {

/// The shifts of a day on which other counters are staffed: "8" says how many, "1,2,5" which. A counter that
/// was staffed keeps its own hours, another one gets the sessions of the calendar. Of a number, those
/// counters are taken that add services which somebody came for, then those with the most work.
/// invalidInput: a counter that there is not, or a service left without a counter; named.
base::Result<std::vector<twin::Shift>> restaffed(const recorded::DayRecord& record,
                                                 std::string_view counters);

}  // namespace luot::simulator::whatif
