#include "counter-client/hall/Situation.hpp"

#include <algorithm>

namespace luot::counterclient::hall {

namespace {

const protocol::Ticket* ticketAt(const std::vector<protocol::Ticket>& tickets, int counter) {
    const auto found = std::find_if(tickets.begin(), tickets.end(),
                                    [&](const auto& ticket) { return ticket.counter == counter; });
    return found == tickets.end() ? nullptr : &*found;
}

bool isFor(const protocol::Ticket& ticket, const protocol::Counter& counter) {
    if (ticket.onlyCounter) return ticket.onlyCounter == counter.number;
    const auto& served = counter.services;
    return ticket.counter == counter.number ||
           std::find(served.begin(), served.end(), ticket.service) != served.end();
}

bool mayReturn(const protocol::Ticket& ticket, const protocol::Centre& centre, base::Instant now) {
    return ticket.endedAt && secondsSince(*ticket.endedAt, now) <= centre.lateReturnWithinS;
}

}  // namespace

Situation situationOf(const protocol::HallView& view, int counter) {
    Situation situation;
    situation.counter = view.complete() ? view.counter(counter) : nullptr;
    if (!situation.counter) return situation;
    situation.paused = situation.counter->state == "paused";
    const auto& hall = view.hall();
    if ((situation.ticket = ticketAt(hall.called, counter)))
        situation.mode = CounterMode::calling;
    else if ((situation.ticket = ticketAt(hall.serving, counter)))
        situation.mode = CounterMode::serving;
    else if (situation.paused)
        situation.mode = CounterMode::paused;
    else
        situation.mode = situation.counter->state == "open" ? CounterMode::idle : CounterMode::closed;
    return situation;
}

int callsNow(const protocol::Ticket& ticket) { return ticket.calls - ticket.callsBefore; }

base::Instant callingSince(const protocol::Ticket& ticket) {
    return ticket.callingSince.value_or(ticket.lastCalledAt.value_or(ticket.issuedAt));
}

std::int64_t secondsSince(base::Instant since, base::Instant now) {
    return std::max<std::int64_t>(0, std::chrono::floor<base::Seconds>(now - since).count());
}

WaitGrade gradeOf(const protocol::Ticket& ticket, const protocol::Centre& centre, base::Instant now) {
    const auto waited = secondsSince(ticket.issuedAt, now);
    if (waited > centre.severeWaitS) return WaitGrade::severe;
    if (waited > centre.breachWaitS) return WaitGrade::breach;
    if (waited > centre.warnWaitS) return WaitGrade::warn;
    return WaitGrade::fine;
}

std::vector<const protocol::Ticket*> heldFor(const protocol::HallView& view, int counter, base::Instant now) {
    std::vector<const protocol::Ticket*> found;
    const auto* here = view.counter(counter);
    if (!here) return found;
    for (const auto& ticket : view.hall().held)
        if (isFor(ticket, *here)) found.push_back(&ticket);
    for (const auto& ticket : view.hall().missed)
        if (isFor(ticket, *here) && mayReturn(ticket, view.hall().centre, now)) found.push_back(&ticket);
    return found;
}

}  // namespace luot::counterclient::hall
