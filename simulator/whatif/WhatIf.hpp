#pragma once

#include <optional>
#include <string>
#include <vector>

#include "simulator/recorded/DayRecord.hpp"
#include "simulator/twin/Waiting.hpp"

namespace luot::simulator::whatif {

/// What shall be different; none: as it was.
struct Change {
    std::optional<std::string> policy;
    std::optional<std::string> counters;  ///< see Staffing
};

/// One telling of the day.
struct Version {
    std::string name;
    twin::Waiting waiting;
    std::size_t counters = 0;  ///< that were staffed at all
};

/// The day as the journal has it, played again under the same rules and staffing, and played with the change.
/// invalidInput: a policy or counter that there is not.
base::Result<std::vector<Version>> versions(const recorded::DayRecord& record, const Change& change);

/// The versions side by side, as text.
std::string sideBySide(const recorded::DayRecord& record, const std::vector<Version>& versions);

}  // namespace luot::simulator::whatif
