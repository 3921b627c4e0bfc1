#include <algorithm>

#include "queue/decide/Decisions.hpp"

namespace luot::queue {

namespace {

void endTickets(const Hall& hall, Instant now, std::vector<Event>& events) {
    std::vector<const Ticket*> living;
    for (const auto& [id, ticket] : hall.tickets)
        if (ticket.state != TicketState::noShow) living.push_back(&ticket);
    // The hash table's order is an accident; the journal's must not be.
    std::sort(living.begin(), living.end(), [](const auto* a, const auto* b) { return a->place < b->place; });
    for (const auto* ticket : living) {
        Ticket after = *ticket;
        after.endedAt = now;
        const bool served = ticket->state == TicketState::serving;
        after.state = served ? TicketState::finished : TicketState::expired;
        if (served)
            events.emplace_back(TicketFinished{std::move(after)});
        else
            events.emplace_back(TicketExpired{std::move(after)});
    }
}

std::vector<Event> closing(const Hall& hall, Instant now, bool byCommand) {
    std::vector<Event> events;
    endTickets(hall, now, events);
    for (const auto& [number, desk] : hall.desks) {
        if (desk.counter.state == CounterState::closed) continue;
        events.emplace_back(CounterClosed{closedCounter(number)});
    }
    events.emplace_back(DayClosed{*hall.day, byCommand});
    return events;
}

bool hasTickets(const Hall& hall, const std::string& service) {
    return std::any_of(hall.tickets.begin(), hall.tickets.end(), [&](const auto& entry) {
        return entry.second.service == service && entry.second.state != TicketState::noShow;
    });
}

bool isInUse(const CounterDesk& desk) {
    return desk.ticket || desk.only.size() > 0 || desk.counter.state != CounterState::closed;
}

/// What the new rules would pull away from under people who wait or work. None: they may hold at once.
std::optional<Refusal> pulledAway(const Hall& hall, const Rules& rules) {
    for (const auto& service : hall.rules.services) {
        const auto after = std::find_if(rules.services.begin(), rules.services.end(),
                                        [&](const auto& other) { return other.id == service.id; });
        const bool vanishes = after == rules.services.end();
        if (vanishes ? hasTickets(hall, service.id) : after->prefix != service.prefix)
            return Refusal{RefusalCode::dayOpen, service.id, {}};
    }
    for (const auto& [number, desk] : hall.desks) {
        const bool vanishes = std::none_of(rules.counters.begin(), rules.counters.end(),
                                           [&, n = number](const auto& place) { return place.number == n; });
        if (vanishes && isInUse(desk)) return Refusal{RefusalCode::dayOpen, std::to_string(number), {}};
    }
    return std::nullopt;
}

}  // namespace

Decision decide(const Hall& hall, const OpenDay&, Instant now) {
    const auto today = hall.dateAt(now);
    std::vector<Event> events;
    if (hall.open && hall.day == today && hall.openedByCommand) return events;
    if (hall.open && hall.day != today) events = closing(hall, now, false);
    events.emplace_back(DayOpened{today, true});
    return events;
}

Decision decide(const Hall& hall, const CloseDay&, Instant now) {
    if (!hall.open) return nothingHappens();
    return closing(hall, now, true);
}

Decision decide(const Hall& hall, const TimePassed&, Instant now) {
    std::vector<Event> events;
    if (hall.closingIsDue(now)) events = closing(hall, now, false);
    if (hall.openingIsDue(now)) events.emplace_back(DayOpened{hall.dateAt(now), false});
    return events;
}

Decision decide(const Hall& hall, const ChangeSettings& command, Instant) {
    if (command.rules == hall.rules) return nothingHappens();
    if (hall.open) {
        if (auto refusal = pulledAway(hall, command.rules)) return tl::unexpected(std::move(*refusal));
    }
    SettingsChanged fact;
    fact.rules = command.rules;
    return happens(std::move(fact));
}

}  // namespace luot::queue
