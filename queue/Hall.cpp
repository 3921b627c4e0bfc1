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

std::size_t ServiceQueue::size() const {
    std::size_t count = 0;
    for (const auto& line : lines) count += line.size();
    return count;
}

const Clerk* Hall::clerk(std::string_view id) const {
    const auto found =
        std::find_if(rules.clerks.begin(), rules.clerks.end(), [&](const auto& one) { return one.id == id; });
    return found == rules.clerks.end() ? nullptr : &*found;
}

bool Hall::hasSkill(const CounterPlace& place, std::string_view service) const {
    const auto* there = desk(place.number);
    if (!there || !there->counter.clerk) return true;
    const auto* named = clerk(*there->counter.clerk);
    if (!named || named->skills.empty()) return true;
    return std::find(named->skills.begin(), named->skills.end(), service) != named->skills.end();
}

std::vector<RankedService> Hall::servedAt(const CounterPlace& place) const {
    auto served = place.services;
    std::erase_if(served, [&](const auto& ranked) { return !hasSkill(place, ranked.service); });
    return served;
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
    const auto line = ticket.line();
    const auto& sameClass = queue->of(line);
    // A new ticket is the last of its class: nothing to walk over, however many wait.
    const bool isLast = !sameClass.empty() && sameClass.rbegin()->first == ticket.place;
    auto count = isLast ? std::ssize(sameClass) - 1
                        : std::distance(sameClass.begin(), sameClass.lower_bound(ticket.place));
    for (const auto other : {TicketClass::priority, TicketClass::appointment, TicketClass::lateResult})
        if (rules.order.of(other).headStart > rules.order.of(line).headStart)
            count += std::ssize(queue->of(other));
    return static_cast<int>(count);
}

base::Date Hall::dateAt(Instant now) const {
    const auto today = base::dateOf(now);
    return day ? std::max(*day, today) : today;
}

bool Hall::givesTickets(Instant now) const {
    return open && day == dateAt(now) && (openedByCommand || rules.calendar.givesTickets(now));
}

bool Hall::gives(const Service& service, Instant now) const {
    if (!open || day != dateAt(now)) return false;
    const auto& hours = service.hours ? *service.hours : rules.calendar;
    return openedByCommand || hours.givesTickets(now, service.lastTicketBefore);
}

std::optional<Instant> Hall::givesNext(const Service& service, Instant now) const {
    const auto& hours = service.hours ? *service.hours : rules.calendar;
    return hours.nextGiving(now, service.lastTicketBefore);
}

bool Hall::withinQuota(const Service& service, Instant now) const {
    if (!service.quota) return true;
    const auto issued = issuedInSession.find({rules.calendar.sessionAt(now), service.id});
    return (issued == issuedInSession.end() ? 0 : issued->second) < *service.quota;
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
    const auto consider = [&](std::optional<Instant> moment) {
        if (moment && *moment > now && (!next || *moment < *next)) next = moment;
    };
    if (!hall.open) return next;
    consider(base::instantAt(base::nextDay(*hall.day), base::TimeOfDay{}));
    for (const auto& service : hall.rules.services)
        if (service.hours || service.lastTicketBefore.count() > 0)
            consider((service.hours ? *service.hours : hall.rules.calendar)
                         .nextChange(now, service.lastTicketBefore));
    return next;
}

}  // namespace luot::queue
