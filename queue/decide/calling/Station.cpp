#include "queue/decide/calling/Station.hpp"

namespace luot::queue {

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
        return refuse(RefusalCode::counterClosed, station->name(), word(station->desk->counter.state));
    return station;
}

Checked<Station> stationWith(const Hall& hall, int counter, TicketState state) {
    auto station = stationFor(hall, counter);
    if (!station) return station;
    if (!station->ticket) {
        const bool closed = station->desk->counter.state == CounterState::closed;
        return refuse(closed ? RefusalCode::counterClosed : RefusalCode::wrongState, station->name(),
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

TicketCalled called(const Hall& hall, const Station& station, const Choice& choice, Instant now) {
    TicketCalled fact{*choice.ticket, station.place->number, choice.calledAs, choice.reason};
    auto& after = fact.ticket;
    after.state = TicketState::called;
    after.counter = station.place->number;
    after.clerk = station.desk->counter.clerk;
    if (!after.calledAt) {
        after.calledAt = now;
        after.waitedS = std::chrono::floor<base::Seconds>(hall.rules.calendar.counted(after.issuedAt, now));
    }
    after.callingSince = now;
    after.lastCalledAt = now;
    after.startedAt.reset();
    after.endedAt.reset();
    after.heldAt.reset();
    after.callsBefore = after.calls;
    ++after.calls;
    return fact;
}

}  // namespace luot::queue
