#include "queue/CallOrder.hpp"
#include "queue/decide/Decisions.hpp"
#include "queue/decide/LateReturn.hpp"

namespace luot::queue {

namespace {

/// A counter that takes a call, and the ticket that is there.
struct Station {
    const CounterPlace* place = nullptr;
    const CounterDesk* desk = nullptr;
    const Ticket* ticket = nullptr;
};

std::string nameOf(const Station& station) { return std::to_string(station.place->number); }

Checked<Station> stationFor(const Hall& hall, int counter) {
    const auto* place = hall.place(counter);
    if (!place) return refuse(RefusalCode::unknownCounter, std::to_string(counter));
    const auto* desk = hall.desk(counter);
    return Station{place, desk, desk->ticket ? hall.ticket(*desk->ticket) : nullptr};
}

Checked<Station> callingStation(const Hall& hall, int counter) {
    auto station = stationFor(hall, counter);
    if (!station) return station;
    if (!hall.open) return refuse(RefusalCode::dayClosed);
    if (station->desk->counter.state != CounterState::open)
        return refuse(RefusalCode::counterClosed, nameOf(*station), word(station->desk->counter.state));
    return station;
}

bool mayFinish(const Station& station) {
    return station.ticket->state == TicketState::serving || station.place->callingServes;
}

/// The station with a ticket that is in `state`.
Checked<Station> stationWith(const Hall& hall, int counter, TicketState state) {
    auto station = stationFor(hall, counter);
    if (!station) return station;
    if (!station->ticket) {
        const bool closed = station->desk->counter.state == CounterState::closed;
        return refuse(closed ? RefusalCode::counterClosed : RefusalCode::wrongState, nameOf(*station),
                      closed ? "closed" : "no_ticket");
    }
    if (station->ticket->state != state) return wrongState(*station->ticket);
    return station;
}

Ticket finished(const Ticket& ticket, Instant now) {
    Ticket after = ticket;
    after.state = TicketState::finished;
    after.endedAt = now;
    // At a counter with a keypad alone nobody says when the service began: it did when the ticket was called.
    if (!after.startedAt) after.startedAt = ticket.lastCalledAt;
    return after;
}

/// Whoever is here is finished first. Refused: counterBusy while that one is still on the way.
Decision clearedFor(const Station& station, Instant now) {
    std::vector<Event> events;
    if (!station.ticket) return events;
    if (!mayFinish(station)) return refuse(RefusalCode::counterBusy, nameOf(station), station.ticket->number);
    events.reserve(2);
    events.emplace_back(TicketFinished{finished(*station.ticket, now)});
    return events;
}

TicketCalled called(const Station& station, const Ticket& ticket, Reason reason, Instant now) {
    TicketCalled fact{ticket, station.place->number, std::move(reason)};
    auto& after = fact.ticket;
    after.state = TicketState::called;
    after.counter = station.place->number;
    after.clerk = station.desk->counter.clerk;
    if (!after.calledAt) after.calledAt = now;
    after.lastCalledAt = now;
    after.startedAt.reset();
    after.endedAt.reset();
    ++after.calls;
    return fact;
}

bool serves(const CounterPlace& place, const std::string& service) {
    for (const auto& served : place.services)
        if (served.service == service) return true;
    return false;
}

/// Whether that ticket is for this counter: sent to it, of its services, or the one that it put aside itself.
bool isFor(const Station& station, const Ticket& ticket) {
    if (ticket.onlyCounter) return ticket.onlyCounter == station.place->number;
    const bool putAsideHere = ticket.state != TicketState::waiting && ticket.counter == station.place->number;
    return putAsideHere || serves(*station.place, ticket.service);
}

Checked<const Ticket*> ticketByNumber(const Hall& hall, const std::string& number) {
    const auto id = hall.idOfNumber.find(number);
    if (id == hall.idOfNumber.end()) return refuse(RefusalCode::unknownTicket, number);
    return livingTicket(hall, id->second);
}

}  // namespace

Decision decide(const Hall& hall, const CallNext& command, Instant now) {
    const auto station = callingStation(hall, command.counter);
    if (!station) return tl::unexpected(station.error());
    auto events = clearedFor(*station, now);
    if (!events) return events;
    auto choice = CallOrder(hall, *station->place, now).next();
    if (choice)
        events->emplace_back(called(*station, *choice->ticket, std::move(choice->reason), now));
    else if (events->empty())
        return refuse(RefusalCode::nobodyWaiting, nameOf(*station));
    return events;
}

Decision decide(const Hall& hall, const CallNumber& command, Instant now) {
    const auto station = callingStation(hall, command.counter);
    if (!station) return tl::unexpected(station.error());
    const auto found = ticketByNumber(hall, command.number);
    if (!found) return tl::unexpected(found.error());
    const auto& ticket = **found;
    if (ticket.state == TicketState::called || ticket.state == TicketState::serving)
        return refuse(RefusalCode::alreadyCalled, ticket.number, std::to_string(*ticket.counter));
    if (!isFor(*station, ticket)) return refuse(RefusalCode::notServedHere, ticket.number, nameOf(*station));
    if (isTooLate(hall, ticket, now)) return refuse(RefusalCode::tooLate, ticket.number, word(ticket.state));
    auto events = clearedFor(*station, now);
    if (!events) return events;
    auto reason = CallOrder(hall, *station->place, now).byNumber(ticket);
    events->emplace_back(called(*station, ticket, std::move(reason), now));
    return events;
}

Decision decide(const Hall& hall, const Recall& command, Instant now) {
    const auto station = stationWith(hall, command.counter, TicketState::called);
    if (!station) return tl::unexpected(station.error());
    TicketRecalled fact{*station->ticket};
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

Decision decide(const Hall& hall, const FinishTicket& command, Instant now) {
    const auto station = stationFor(hall, command.counter);
    const bool called = station && station->place->callingServes && station->ticket;
    const auto here = called ? station : stationWith(hall, command.counter, TicketState::serving);
    if (!here) return tl::unexpected(here.error());
    TicketFinished fact{finished(*here->ticket, now)};
    fact.ticket.outcome = command.outcome;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const MissTicket& command, Instant now) {
    const auto station = stationWith(hall, command.counter, TicketState::called);
    if (!station) return tl::unexpected(station.error());
    TicketMissed fact{*station->ticket};
    fact.ticket.state = TicketState::noShow;
    fact.ticket.endedAt = now;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const HoldTicket& command, Instant) {
    auto station = stationWith(hall, command.counter, TicketState::called);
    if (!station) station = stationWith(hall, command.counter, TicketState::serving);
    if (!station) return tl::unexpected(station.error());
    TicketHeld fact{*station->ticket};
    fact.ticket.state = TicketState::held;
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
