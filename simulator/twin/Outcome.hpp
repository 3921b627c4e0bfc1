#pragma once

#include "base/Calendar.hpp"
#include "queue/Ticket.hpp"
#include "simulator/twin/Visitor.hpp"

namespace luot::simulator::twin {

/// What became of a number that was first called, or lost, at `until`.
Outcome outcomeOf(const base::Calendar& calendar, const queue::Ticket& ticket, base::Instant until);

}  // namespace luot::simulator::twin
