#include <algorithm>

#include "queue/decide/Decisions.hpp"
#include "queue/decide/MapChanges.hpp"

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
        const bool served = ticket->state == TicketState::serving;
        // Nobody said when that service ended, so it tells nothing of how long one takes.
        if (!served) after.endedAt = now;
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

void keepNumbers(const Hall& hall, const NumberSeries& series, const std::string& otherwise,
                 Carried& carried) {
    if (series.daily) return;
    const auto& name = series.id.empty() ? otherwise : series.id;
    if (const auto next = hall.nextNumber.find(name); next != hall.nextNumber.end())
        carried.nextNumber[name] = next->second;
}

/// What was measured counts less each day, so that the newest days say most.
constexpr int mostCarriedTimes = 50;

ServiceTimes faded(const ServiceTimes& times) {
    const int count = std::min(times.count, mostCarriedTimes);
    return {count, times.mean() * count};
}

Carried carriedInto(const Hall& hall, base::Date day) {
    Carried carried;
    for (const auto& service : hall.rules.services) keepNumbers(hall, service.numbers, service.id, carried);
    keepNumbers(hall, hall.rules.lanes.bulkNumbers, {}, carried);
    for (const auto& [service, times] : hall.serviceTimes) carried.serviceTimes[service] = faded(times);
    for (const auto& [id, appointment] : hall.appointments)
        if (base::dateOf(appointment.slot) >= day) carried.appointments.push_back(appointment);
    for (const auto& change : hall.planned)
        if (change.from > day) carried.planned.push_back(change);
    if (hall.given && hall.given != hall.rules) carried.given = hall.given;
    for (const auto& [digit, series] : hall.kiosks) carried.kiosks.push_back(series.onNewDay(day));
    // One that did not ask for a whole day is not there any more, or has a new token of another name.
    for (const auto& [device, refused] : hall.refusedKiosks)
        if (refused.day == hall.day) carried.refused.push_back(refused);
    return carried;
}

/// The day's opening, with the rules that hold from it on.
void open(const Hall& hall, base::Date day, bool byCommand, std::vector<Event>& events) {
    if (hall.day == day) {
        events.emplace_back(DayOpened{day, byCommand, {}});
        return;
    }
    auto after = hall;
    for (const auto& change : dueBy(hall.planned, day)) {
        SettingsChanged fact;
        fact.map = change.map;
        fact.rules = withChange(after.rules, change);
        evolve(after, fact, Instant{});
        events.emplace_back(std::move(fact));
    }
    events.emplace_back(DayOpened{day, byCommand, carriedInto(after, day)});
}

}  // namespace

Decision decide(const Hall& hall, const OpenDay&, Instant now) {
    const auto today = hall.dateAt(now);
    std::vector<Event> events;
    if (hall.open && hall.day == today && hall.openedByCommand) return events;
    if (hall.open && hall.day != today) events = closing(hall, now, false);
    open(hall, today, true, events);
    return events;
}

Decision decide(const Hall& hall, const CloseDay&, Instant now) {
    if (!hall.open) return nothingHappens();
    return closing(hall, now, true);
}

Decision decide(const Hall& hall, const TimePassed&, Instant now) {
    std::vector<Event> events;
    if (hall.closingIsDue(now)) events = closing(hall, now, false);
    if (hall.openingIsDue(now)) open(hall, hall.dateAt(now), false, events);
    return events;
}

}  // namespace luot::queue
