#include "simulator/twin/Outcome.hpp"

#include <algorithm>

namespace luot::simulator::twin {

namespace {

/// Without the gaps between the sessions of the day.
base::Milliseconds waitingTime(const base::Calendar& calendar, base::Instant from, base::Instant to) {
    base::Milliseconds waited = to - from;
    const auto date = base::dateOf(from);
    const auto& sessions = calendar.sessionsOn(date);
    for (std::size_t i = 1; i < sessions.size(); ++i) {
        const auto begin = std::max(from, base::instantAt(date, sessions[i - 1].to));
        const auto end = std::min(to, base::instantAt(date, sessions[i].from));
        waited -= std::max<base::Milliseconds>(end - begin, base::Milliseconds{0});
    }
    return waited;
}

}  // namespace

Outcome outcomeOf(const base::Calendar& calendar, const queue::Ticket& ticket, base::Instant until) {
    Outcome outcome;
    outcome.service = ticket.service;
    outcome.priority = ticket.priority;
    outcome.called = ticket.calledAt.has_value();
    outcome.issuedAt = ticket.issuedAt;
    outcome.inHouse = until - ticket.issuedAt;
    outcome.waited = waitingTime(calendar, ticket.issuedAt, until);
    return outcome;
}

}  // namespace luot::simulator::twin
