#include "simulator/twin/Outcome.hpp"

namespace luot::simulator::twin {

Outcome outcomeOf(const base::Calendar& calendar, const queue::Ticket& ticket, base::Instant until) {
    Outcome outcome;
    outcome.service = ticket.service;
    outcome.priority = ticket.priority;
    outcome.called = ticket.calledAt.has_value();
    outcome.issuedAt = ticket.issuedAt;
    outcome.inHouse = until - ticket.issuedAt;
    outcome.waited = calendar.counted(ticket.issuedAt, until);
    return outcome;
}

}  // namespace luot::simulator::twin
