#pragma once

#include <vector>

#include "simulator/twin/Visitor.hpp"

namespace luot::simulator::recorded {

/// Gives every errand without a time at the counter (expired, given up, missed) the median of its service's
/// measured ones, or of all where the service has none, and likewise the median way to the counter.
void fillUnmeasured(std::vector<twin::Visitor>& visitors);

}  // namespace luot::simulator::recorded
