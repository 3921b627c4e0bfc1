#include "queue/decide/calling/Station.hpp"

/// What a clerk does with the ticket that was called.
namespace luot::queue {

namespace {

/// The whole seconds until `moment`, at least 1, for the sentence that says when to try again.
std::string secondsUntil(Instant moment, Instant now) {
    return std::to_string(std::chrono::ceil<base::Seconds>(moment - now).count());
}

}  // namespace

Decision decide(const Hall& hall, const Recall& command, Instant now) {
    const auto station = stationWith(hall, command.counter, TicketState::called);
    if (!station) return tl::unexpected(station.error());
    const auto& rules = hall.rules.calling;
    const auto& ticket = *station->ticket;
    if (ticket.calls - ticket.callsBefore > rules.recallMax)
        return refuse(RefusalCode::recallLimit, ticket.number, std::to_string(rules.recallMax));
    if (const auto from = *ticket.lastCalledAt + rules.recallGap; now < from)
        return refuse(RefusalCode::tooEarly, ticket.number, secondsUntil(from, now));
    TicketRecalled fact{ticket};
    ++fact.ticket.calls;
    fact.ticket.lastCalledAt = now;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const StartService& command, Instant now) {
    const auto station = stationWith(hall, command.counter, TicketState::called);
    if (!station) return tl::unexpected(station.error());
    ServiceStarted fact{*station->ticket};
    fact.ticket.state = TicketState::serving;
    fact.ticket.startedAt = now;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const MissTicket& command, Instant now) {
    const auto station = stationWith(hall, command.counter, TicketState::called);
    if (!station) return tl::unexpected(station.error());
    const auto& rules = hall.rules.calling;
    const auto& ticket = *station->ticket;
    if (const int more = rules.noShowAfterCalls - (ticket.calls - ticket.callsBefore); more > 0)
        return refuse(RefusalCode::callsMissing, ticket.number, std::to_string(more));
    const auto waited = hall.rules.calendar.counted(*ticket.callingSince, now);
    if (waited < rules.noShowAfter)
        return refuse(RefusalCode::tooEarly, ticket.number,
                      secondsUntil(now + rules.noShowAfter - waited, now));
    TicketMissed fact{ticket};
    fact.ticket.state = TicketState::noShow;
    fact.ticket.endedAt = now;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const HoldTicket& command, Instant now) {
    auto station = stationWith(hall, command.counter, TicketState::called);
    if (!station) station = stationWith(hall, command.counter, TicketState::serving);
    if (!station) return tl::unexpected(station.error());
    TicketHeld fact{*station->ticket};
    fact.ticket.state = TicketState::held;
    fact.ticket.heldAt = now;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const UndoCall& command, Instant now) {
    const auto station = stationWith(hall, command.counter, TicketState::called);
    if (!station) return tl::unexpected(station.error());
    const auto& last = station->desk->lastCall;
    if (!last || last->before.id != station->ticket->id) return wrongState(*station->ticket);
    if (now - last->at > hall.rules.calling.undoWithin)
        return refuse(RefusalCode::tooLate, station->ticket->number);
    CallUndone fact{last->before, command.counter};
    // What is no part of the call stays: a priority granted and a paper printed since then.
    fact.ticket.priority = station->ticket->priority;
    fact.ticket.printed = station->ticket->printed;
    return happens(std::move(fact));
}

}  // namespace luot::queue
