#include <algorithm>
#include <charconv>

#include "base/Assert.hpp"
#include "queue/Decide.hpp"

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
    return ticket.priority ? queue.priority : queue.normal;
}

void takeAway(Hall& hall, const Ticket& ticket) {
    if (ticket.state == TicketState::waiting) {
        const auto taken = lineOf(hall, ticket).erase(ticket.place);
        LUOT_ASSERT(taken == 1);
    } else if (isAtCounter(ticket)) {
        auto& desk = deskOf(hall, ticket.counter.value());
        LUOT_ASSERT(desk.ticket == ticket.id);
        desk.ticket.reset();
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
    }
}

/// Makes a known ticket be what the fact says it is.
void change(Hall& hall, const Ticket& ticket) {
    const auto found = hall.tickets.find(ticket.id);
    LUOT_ASSERT(found != hall.tickets.end());
    takeAway(hall, found->second);
    if (hasLeft(ticket)) {
        hall.ended[ticket.id] = EndedTicket{ticket.number, ticket.state};
        hall.tickets.erase(found);
        return;
    }
    putInPlace(hall, ticket);
    found->second = ticket;
}

int countOf(const Hall& hall, const Ticket& ticket) {
    const auto* service = hall.service(ticket.service);
    LUOT_ASSERT(service != nullptr && ticket.number.size() > service->prefix.size());
    int count = 0;
    const char* end = ticket.number.data() + ticket.number.size();
    const auto read = std::from_chars(ticket.number.data() + service->prefix.size(), end, count);
    LUOT_ASSERT(read.ec == std::errc{} && read.ptr == end);
    return count;
}

void startNewDay(Hall& hall) {
    hall.tickets.clear();
    hall.ended.clear();
    hall.idOfNumber.clear();
    hall.nextNumber.clear();
    hall.queues.clear();
    hall.lateComers.clear();
    hall.lastPlace = 0;
    for (auto& [number, desk] : hall.desks) {
        // Whoever opened a counter before the day did stays; the end of the last day closed all others.
        auto counter = std::move(desk.counter);
        desk = CounterDesk{};
        desk.counter = std::move(counter);
    }
}

void furnish(Hall& hall) {
    std::erase_if(hall.desks, [&](const auto& desk) { return hall.place(desk.first) == nullptr; });
    for (const auto& place : hall.rules.counters) hall.desks[place.number].counter.number = place.number;
}

void apply(Hall& hall, const DayOpened& fact, Instant) {
    if (hall.day != fact.day) startNewDay(hall);
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
    if (!fact.rules) return;
    hall.rules = *fact.rules;
    furnish(hall);
}

void apply(Hall& hall, const TicketIssued& fact, Instant) {
    const auto& ticket = fact.ticket;
    const bool numberIsNew = hall.idOfNumber.emplace(ticket.number, ticket.id).second;
    const bool idIsNew = hall.tickets.emplace(ticket.id, ticket).second;
    LUOT_ASSERT(numberIsNew && idIsNew);
    putInPlace(hall, ticket);
    hall.nextNumber[ticket.service] = countOf(hall, ticket) + 1;
    hall.lastPlace = std::max(hall.lastPlace, ticket.place);
}

void apply(Hall& hall, const TicketCalled& fact, Instant at) {
    auto& desk = deskOf(hall, fact.counter);
    const auto before = hall.tickets.find(fact.ticket.id);
    LUOT_ASSERT(before != hall.tickets.end());
    desk.lastCall = LastCall{before->second, at, desk.priorityCallsInARow};
    change(hall, fact.ticket);
    desk.priorityCallsInARow = fact.ticket.priority ? desk.priorityCallsInARow + 1 : 0;
}

void apply(Hall& hall, const CallUndone& fact, Instant) {
    auto& desk = deskOf(hall, fact.counter);
    LUOT_ASSERT(desk.lastCall.has_value());
    change(hall, fact.ticket);
    desk.priorityCallsInARow = desk.lastCall->priorityCallsInARow;
    desk.lastCall.reset();
}

void apply(Hall& hall, const TicketReturned& fact, Instant) {
    change(hall, fact.ticket);
    hall.lastPlace = std::max(hall.lastPlace, fact.ticket.place - fact.ticket.place % placeGap);
    const auto behind = fact.ticket.place % placeGap;
    if (behind == 0) return;
    auto& given = hall.lateComers[fact.ticket.place - behind];
    given = std::max(given, behind);
}

void applyCounter(Hall& hall, const Counter& counter) { deskOf(hall, counter.number).counter = counter; }

/// The rest says all in the ticket or the counter that it carries, or is a note that moves nothing.
template <class Fact>
void apply(Hall& hall, const Fact& fact, Instant) {
    if constexpr (requires { fact.ticket; })
        change(hall, fact.ticket);
    else if constexpr (requires { fact.counter; })
        applyCounter(hall, fact.counter);
}

}  // namespace

void evolve(Hall& hall, const Event& event, Instant at) {
    std::visit([&](const auto& fact) { apply(hall, fact, at); }, event);
}

}  // namespace luot::queue
