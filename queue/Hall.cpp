#include "queue/Hall.hpp"

#include <algorithm>

namespace luot::queue {

const Service* Hall::service(std::string_view id) const {
    const auto found = std::find_if(rules.services.begin(), rules.services.end(),
                                    [&](const auto& service) { return service.id == id; });
    return found == rules.services.end() ? nullptr : &*found;
}

const CounterPlace* Hall::place(int counter) const {
    const auto found = std::find_if(rules.counters.begin(), rules.counters.end(),
                                    [&](const auto& place) { return place.number == counter; });
    return found == rules.counters.end() ? nullptr : &*found;
}

const CounterDesk* Hall::desk(int counter) const {
    const auto found = desks.find(counter);
    return found == desks.end() ? nullptr : &found->second;
}

const Ticket* Hall::ticket(const std::string& id) const {
    const auto found = tickets.find(id);
    return found == tickets.end() ? nullptr : &found->second;
}

std::size_t Hall::waiting() const {
    std::size_t count = 0;
    for (const auto& [id, queue] : queues) count += queue.size();
    for (const auto& [number, desk] : desks) count += desk.only.size();
    return count;
}

const ServiceQueue* Hall::queueOf(const Ticket& ticket) const {
    if (ticket.onlyCounter) {
        const auto* sentTo = desk(*ticket.onlyCounter);
        return sentTo ? &sentTo->only : nullptr;
    }
    const auto found = queues.find(ticket.service);
    return found == queues.end() ? nullptr : &found->second;
}

int Hall::ahead(const Ticket& ticket) const {
    const auto* queue = queueOf(ticket);
    if (!queue || ticket.state != TicketState::waiting) return 0;
    const auto& sameClass = ticket.priority ? queue->priority : queue->normal;
    // A new ticket is the last of its class: nothing to walk over, however many wait.
    const bool isLast = !sameClass.empty() && sameClass.rbegin()->first == ticket.place;
    auto count = isLast ? std::ssize(sameClass) - 1
                        : std::distance(sameClass.begin(), sameClass.lower_bound(ticket.place));
    if (!ticket.priority) count += std::ssize(queue->priority);
    return static_cast<int>(count);
}

base::Date Hall::dateAt(Instant now) const {
    const auto today = base::dateOf(now);
    return day ? std::max(*day, today) : today;
}

bool Hall::givesTickets(Instant now) const {
    return open && day == dateAt(now) && (openedByCommand || rules.calendar.givesTickets(now));
}

bool Hall::closingIsDue(Instant now) const {
    return open && (day != dateAt(now) || (!openedByCommand && !rules.calendar.dayIsOn(now)));
}

bool Hall::openingIsDue(Instant now) const {
    const bool closedForToday = closedByCommand && day == dateAt(now);
    return (!open || closingIsDue(now)) && !closedForToday && rules.calendar.dayIsOn(now);
}

std::optional<Instant> nextWakeUp(const Hall& hall, Instant now) {
    if (hall.closingIsDue(now) || hall.openingIsDue(now)) return now;
    auto next = hall.rules.calendar.nextChange(now);
    if (hall.open) {
        const auto midnight = base::instantAt(base::nextDay(*hall.day), base::TimeOfDay{});
        next = next ? std::min(*next, midnight) : midnight;
    }
    return next;
}

}  // namespace luot::queue
