#include <algorithm>

#include "queue/decide/calling/Station.hpp"

/// What a counter did alone becomes known (docs/adr/0023).
namespace luot::queue {

namespace {

/// So many visits at once: a day at one counter.
constexpr std::size_t mostVisits = 200;

using Visit = SettleCounter::Visit;

TicketState stateOf(VisitResult result) {
    switch (result) {
        case VisitResult::called:
            return TicketState::called;
        case VisitResult::serving:
            return TicketState::serving;
        case VisitResult::held:
            return TicketState::held;
        case VisitResult::noShow:
            return TicketState::noShow;
        case VisitResult::finished:
            break;
    }
    return TicketState::finished;
}

bool isAtCounter(TicketState state) { return state == TicketState::called || state == TicketState::serving; }

bool serves(const Hall& hall, const Station& station, const Ticket& ticket) {
    if (ticket.onlyCounter) return *ticket.onlyCounter == station.place->number;
    const auto served = hall.servedAt(*station.place);
    return std::any_of(served.begin(), served.end(),
                       [&](const auto& one) { return one.service == ticket.service; });
}

/// Nobody else can have had to do with the ticket meanwhile, or the clerk says that he served it.
bool isSure(const Hall& hall, const Station& station, const Ticket& ticket, const Visit& visit) {
    const bool here = ticket.counter == station.place->number;
    const bool over = ticket.state == TicketState::noShow || ticket.state == TicketState::held;
    if (isAtCounter(ticket.state) && !here) return false;
    if (isAtCounter(stateOf(visit.result)) && station.ticket && station.ticket->id != ticket.id) return false;
    if (visit.confirmed || (here && isAtCounter(ticket.state))) return true;
    return !over && ticket.state == TicketState::waiting && serves(hall, station, ticket);
}

Ticket settled(const Hall& hall, const Station& station, const Visit& visit, Instant now) {
    const auto within = [&](std::optional<Instant> at, Instant least) {
        return at ? std::optional(std::clamp(*at, std::min(least, now), now)) : std::nullopt;
    };
    const auto& ticket = *hall.ticket(visit.ticket);
    Ticket after = ticket;
    const auto calledAt = *within(visit.calledAt, ticket.issuedAt);
    const bool anew = !isAtCounter(ticket.state);
    after.state = stateOf(visit.result);
    after.counter = station.place->number;
    after.clerk = station.desk->counter.clerk;
    if (!after.calledAt) {
        after.calledAt = calledAt;
        after.waitedS =
            std::chrono::floor<base::Seconds>(hall.rules.calendar.counted(after.issuedAt, calledAt));
    }
    if (anew) {
        after.callingSince = calledAt;
        after.callsBefore = after.calls;
        after.calls += std::max(1, visit.calls);
    }
    after.lastCalledAt = calledAt;
    if (const auto started = within(visit.startedAt, calledAt)) after.startedAt = started;
    if (after.state == TicketState::finished || after.state == TicketState::noShow)
        after.endedAt = within(visit.endedAt.value_or(now), after.startedAt.value_or(calledAt));
    if (after.state == TicketState::held) after.heldAt = now;
    after.outcome = visit.outcome;
    return after;
}

}  // namespace

Decision decide(const Hall& hall, const SettleCounter& command, Instant now) {
    if (const auto known = stationFor(hall, command.counter); !known) return tl::unexpected(known.error());
    if (command.visits.size() > mostVisits) return refuse(RefusalCode::badArgument, "visits");
    Hall after = hall;
    std::vector<Event> events;
    for (const auto& visit : command.visits) {
        const auto station = stationFor(after, command.counter);
        const auto* ticket = after.ticket(visit.ticket);
        if (!ticket || !isSure(after, *station, *ticket, visit)) continue;
        TicketSettled fact{settled(after, *station, visit, now), command.counter};
        if (fact.ticket == *ticket) continue;
        evolve(after, fact, now);
        events.emplace_back(std::move(fact));
    }
    return events;
}

}  // namespace luot::queue
