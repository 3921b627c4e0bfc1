#include <algorithm>

#include "base/Assert.hpp"
#include "queue/Decide.hpp"
#include "queue/event/NewDay.hpp"

namespace luot::queue {

namespace {

bool isAtCounter(const Ticket& ticket) {
    return ticket.state == TicketState::called || ticket.state == TicketState::serving;
}

bool hasLeft(const Ticket& ticket) {
    return ticket.state == TicketState::finished || ticket.state == TicketState::cancelled ||
           ticket.state == TicketState::expired;
}

CounterDesk& deskOf(Hall& hall, int counter) {
    const auto found = hall.desks.find(counter);
    LUOT_ASSERT(found != hall.desks.end());
    return found->second;
}

std::map<std::int64_t, std::string>& lineOf(Hall& hall, const Ticket& ticket) {
    auto& queue = ticket.onlyCounter ? deskOf(hall, *ticket.onlyCounter).only : hall.queues[ticket.service];
    return queue.of(ticket.line());
}

void takeAway(Hall& hall, const Ticket& ticket) {
    if (ticket.state == TicketState::waiting) {
        const auto taken = lineOf(hall, ticket).erase(ticket.place);
        LUOT_ASSERT(taken == 1);
    } else if (isAtCounter(ticket)) {
        auto& desk = deskOf(hall, ticket.counter.value());
        LUOT_ASSERT(desk.ticket == ticket.id);
        desk.ticket.reset();
    } else if (ticket.state == TicketState::held) {
        hall.held.erase(ticket.id);
    }
}

void putInPlace(Hall& hall, const Ticket& ticket) {
    if (ticket.state == TicketState::waiting) {
        const bool placeWasFree = lineOf(hall, ticket).emplace(ticket.place, ticket.id).second;
        LUOT_ASSERT(placeWasFree);
    } else if (isAtCounter(ticket)) {
        auto& desk = deskOf(hall, ticket.counter.value());
        LUOT_ASSERT(!desk.ticket);
        desk.ticket = ticket.id;
    } else if (ticket.state == TicketState::held) {
        hall.held.insert(ticket.id);
    }
}

/// Makes a known ticket be what the fact says it is.
void change(Hall& hall, const Ticket& ticket) {
    const auto found = hall.tickets.find(ticket.id);
    LUOT_ASSERT(found != hall.tickets.end());
    takeAway(hall, found->second);
    if (hasLeft(ticket)) {
        hall.ended[ticket.id] = EndedTicket{ticket.number, ticket.state, ticket.dossierCode, ticket.counter};
        hall.tickets.erase(found);
        return;
    }
    putInPlace(hall, ticket);
    found->second = ticket;
}

/// Remembers that the place is given: a place of the day's order, or one behind it for whoever came later.
void takePlace(Hall& hall, std::int64_t place) {
    const auto behind = place % placeGap;
    hall.lastPlace = std::max(hall.lastPlace, place - behind);
    if (behind == 0) return;
    auto& given = hall.lateComers[place - behind];
    given = std::max(given, behind);
}

void furnish(Hall& hall) {
    std::erase_if(hall.desks, [&](const auto& desk) { return hall.place(desk.first) == nullptr; });
    for (const auto& place : hall.rules.counters) hall.desks[place.number].counter.number = place.number;
}

void apply(Hall& hall, const DayOpened& fact, Instant) {
    if (hall.day != fact.day) {
        startNewDay(hall, fact.carried);
    } else {
        passOver(hall, fact.carried.nextNumber);
    }
    hall.day = fact.day;
    hall.open = true;
    hall.openedByCommand = fact.byCommand;
    hall.closedByCommand = false;
}

void apply(Hall& hall, const DayClosed& fact, Instant) {
    hall.open = false;
    hall.openedByCommand = false;
    hall.closedByCommand = fact.byCommand;
}

void apply(Hall& hall, const SettingsChanged& fact, Instant) {
    // One file holds at a time: the newest takes the place of one that was to hold later.
    if (fact.rules && !fact.map) std::erase_if(hall.planned, [](const auto& change) { return change.rules; });
    if (fact.from) {
        hall.planned.push_back({*fact.from, fact.rules, fact.map});
        if (fact.rules) hall.given = fact.rules;
    } else if (fact.rules) {
        hall.rules = *fact.rules;
        if (!fact.map) hall.given = fact.rules;
        furnish(hall);
    }
}

void apply(Hall& hall, const AppointmentsImported& fact, Instant) {
    for (const auto& appointment : fact.appointments) hall.appointments[appointment.id] = appointment;
}

void countForQuota(Hall& hall, const std::string& service, Instant at) {
    ++hall.issuedInSession[{hall.rules.calendar.sessionAt(at), service}];
}

void apply(Hall& hall, const TicketIssued& fact, Instant at) {
    const auto& ticket = fact.ticket;
    const bool numberIsNew = hall.idOfNumber.emplace(ticket.number, ticket.id).second;
    const bool idIsNew = hall.tickets.emplace(ticket.id, ticket).second;
    LUOT_ASSERT(numberIsNew && idIsNew);
    putInPlace(hall, ticket);
    if (!fact.series.empty()) hall.nextNumber[fact.series] = fact.count + 1;
    takePlace(hall, ticket.place);
    countForQuota(hall, ticket.service, at);
    const auto booked =
        ticket.appointment ? hall.appointments.find(*ticket.appointment) : hall.appointments.end();
    if (booked != hall.appointments.end()) booked->second.ticket = ticket.id;
    if (!ticket.offline) return;
    auto& series = hall.kiosks[ticket.offline->kiosk];
    series.digit = ticket.offline->kiosk;
    series.take(*ticket.offline, base::dateOf(ticket.issuedAt));
}

void apply(Hall& hall, const TicketCalled& fact, Instant at) {
    auto& desk = deskOf(hall, fact.counter);
    const auto before = hall.tickets.find(fact.ticket.id);
    LUOT_ASSERT(before != hall.tickets.end());
    desk.lastCall = LastCall{before->second, at, desk.run};
    change(hall, fact.ticket);
    if (desk.run.ofClass != fact.calledAs) desk.run = Run{fact.calledAs, 0};
    ++desk.run.calls;
}

void apply(Hall& hall, const CallUndone& fact, Instant) {
    auto& desk = deskOf(hall, fact.counter);
    LUOT_ASSERT(desk.lastCall.has_value());
    change(hall, fact.ticket);
    desk.run = desk.lastCall->run;
    desk.lastCall.reset();
}

void measure(Hall& hall, const Ticket& ticket) {
    if (!ticket.startedAt || !ticket.endedAt) return;
    auto& times = hall.serviceTimes[ticket.service];
    ++times.count;
    times.sum += std::max(base::Milliseconds{0}, *ticket.endedAt - *ticket.startedAt);
}

void apply(Hall& hall, const TicketFinished& fact, Instant) {
    change(hall, fact.ticket);
    measure(hall, fact.ticket);
}

void apply(Hall& hall, const TicketSettled& fact, Instant) {
    change(hall, fact.ticket);
    if (fact.ticket.state == TicketState::finished) measure(hall, fact.ticket);
}

void apply(Hall& hall, const SeriesBegun& fact, Instant) {
    hall.kiosks[fact.series.digit] = fact.series;
    hall.refusedKiosks.erase(fact.device);
}

void apply(Hall& hall, const SeriesRefused& fact, Instant at) {
    const auto day = hall.day.value_or(base::dateOf(at));
    hall.refusedKiosks[fact.device] = {fact.device, fact.digit, day};
}

void apply(Hall& hall, const TicketReturned& fact, Instant) {
    change(hall, fact.ticket);
    takePlace(hall, fact.ticket.place);
}

void apply(Hall& hall, const PrinterReported& fact, Instant) {
    if (fact.fault)
        hall.printers[fact.device] = *fact.fault;
    else
        hall.printers.erase(fact.device);
}

void applyCounter(Hall& hall, const Counter& counter) { deskOf(hall, counter.number).counter = counter; }

/// The rest says all in the ticket or the counter that it carries, or is a note that moves nothing.
template <class Fact>
void apply(Hall& hall, const Fact& fact, Instant) {
    if constexpr (requires { fact.ticket; })
        change(hall, fact.ticket);
    else if constexpr (requires { fact.counter.number; })
        applyCounter(hall, fact.counter);
}

}  // namespace

void evolve(Hall& hall, const Event& event, Instant at) {
    std::visit([&](const auto& fact) { apply(hall, fact, at); }, event);
}

}  // namespace luot::queue
