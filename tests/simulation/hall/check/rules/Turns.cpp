#include "tests/simulation/hall/check/rules/Turns.hpp"

#include <algorithm>
#include <tuple>

namespace luot::simulation {

using base::Instant;
using base::Milliseconds;
using queue::CounterPlace;
using queue::Hall;
using queue::TakesPriority;
using queue::Ticket;
using queue::TicketClass;

namespace {

bool isBulkCounter(const CounterPlace& place) {
    return std::find(place.lanes.begin(), place.lanes.end(), "bulk") != place.lanes.end();
}

bool serves(const CounterPlace& place, const std::string& service) {
    return std::any_of(place.services.begin(), place.services.end(),
                       [&](const auto& served) { return served.service == service; });
}

bool takesBulk(const Hall& hall, const CounterPlace& place, const Ticket& ticket) {
    return isBulkCounter(place) || !hasBulkCounter(hall.rules, ticket.service);
}

/// Of its own services.
bool takes(const Hall& hall, const CounterPlace& place, const Ticket& ticket) {
    if (ticket.line() == TicketClass::bulk) return takesBulk(hall, place, ticket);
    const bool priority = ticket.line() == TicketClass::priority;
    return place.priority != (priority ? TakesPriority::no : TakesPriority::only);
}

bool takesToHelp(const Hall& hall, const CounterPlace& place, const Ticket& ticket) {
    if (ticket.line() == TicketClass::bulk) return takesBulk(hall, place, ticket);
    return ticket.line() != TicketClass::priority || place.priority != TakesPriority::no;
}

std::optional<int> rankAt(const Hall& hall, const CounterPlace& place, const Ticket& ticket) {
    for (const auto& served : hall.servedAt(place))
        if (served.service == ticket.service) return served.rank;
    return std::nullopt;
}

/// A booked ticket counts as one around its slot alone.
TicketClass classNow(const Hall& hall, const Ticket& ticket, Instant now) {
    const auto line = ticket.line();
    if (line != TicketClass::appointment) return line;
    const auto& lanes = hall.rules.lanes;
    const bool isNow =
        now >= *ticket.slot - lanes.appointmentFrom && now <= *ticket.slot + lanes.appointmentTo;
    return isNow ? line : TicketClass::normal;
}

Waiter waiterOf(const Hall& hall, const Ticket& ticket, int rank, Instant now) {
    const auto& order = hall.rules.order;
    Waiter waiter{&ticket, classNow(hall, ticket, now), hall.rules.calendar.counted(ticket.issuedAt, now), 0};
    const auto& rules = order.of(waiter.as);
    const Milliseconds fixed = rules.headStart - (rank - 1) * order.rankHandicap;
    waiter.score =
        rules.rate * static_cast<double>(waiter.waited.count()) + static_cast<double>(fixed.count());
    return waiter;
}

/// Keeps of each line whoever came first, of booked ones both of those whose slot is now and of the others.
class Firsts {
public:
    Firsts(const Hall& hall, Instant now) : hall_(hall), now_(now) {}

    void consider(const Ticket& ticket, bool sentHere, int rank) {
        auto& first =
            firsts_[{sentHere, sentHere ? "" : ticket.service, ticket.line(), classNow(hall_, ticket, now_)}];
        if (!first.first || ticket.place < first.first->place) first = {&ticket, rank};
    }
    std::vector<Waiter> waiters() const {
        std::vector<Waiter> all;
        for (const auto& [line, first] : firsts_)
            all.push_back(waiterOf(hall_, *first.first, first.second, now_));
        return all;
    }

private:
    using Line = std::tuple<bool, std::string, TicketClass, TicketClass>;

    const Hall& hall_;
    Instant now_;
    std::map<Line, std::pair<const Ticket*, int>> firsts_;  ///< with the rank
};

/// The fallback service in which most people wait whom the counter may take; empty: nobody waits in any.
std::string busiestFallback(const Hall& hall, const CounterPlace& place) {
    std::string busiest;
    int most = 0;
    for (const auto& service : place.idleFallback) {
        if (!hall.hasSkill(place, service)) continue;
        const auto waits = [&](const auto& entry) {
            const auto& ticket = entry.second;
            return ticket.state == queue::TicketState::waiting && !ticket.onlyCounter &&
                   ticket.service == service && takesToHelp(hall, place, ticket);
        };
        const auto count = static_cast<int>(std::count_if(hall.tickets.begin(), hall.tickets.end(), waits));
        if (count > most) busiest = service;
        most = std::max(most, count);
    }
    return busiest;
}

}  // namespace

bool hasBulkCounter(const queue::Rules& rules, const std::string& service) {
    return std::any_of(rules.counters.begin(), rules.counters.end(),
                       [&](const auto& place) { return isBulkCounter(place) && serves(place, service); });
}

bool mayCall(const Hall& hall, const CounterPlace& place, const Ticket& ticket) {
    if (ticket.onlyCounter) return ticket.onlyCounter == place.number;
    return rankAt(hall, place, ticket) && takes(hall, place, ticket);
}

std::vector<Waiter> firstComers(const Hall& hall, const CounterPlace& place, Instant now) {
    Firsts firsts(hall, now);
    for (const auto& [id, ticket] : hall.tickets) {
        if (ticket.state != queue::TicketState::waiting || !mayCall(hall, place, ticket)) continue;
        const bool sentHere = ticket.onlyCounter.has_value();
        firsts.consider(ticket, sentHere, sentHere ? 1 : *rankAt(hall, place, ticket));
    }
    return firsts.waiters();
}

std::vector<Waiter> sentToClosedCounters(const Hall& hall, const CounterPlace& place, Instant now) {
    std::vector<Waiter> waiters;
    for (const auto& [id, ticket] : hall.tickets) {
        if (ticket.state != queue::TicketState::waiting || !ticket.onlyCounter) continue;
        if (*ticket.onlyCounter == place.number) continue;
        const auto* desk = hall.desk(*ticket.onlyCounter);
        const auto rank = rankAt(hall, place, ticket);
        if (!desk || desk->counter.state != queue::CounterState::closed) continue;
        if (rank && takes(hall, place, ticket)) waiters.push_back(waiterOf(hall, ticket, *rank, now));
    }
    return waiters;
}

std::vector<Waiter> helpedOut(const Hall& hall, const CounterPlace& place, Instant now) {
    const auto service = busiestFallback(hall, place);
    Firsts firsts(hall, now);
    for (const auto& [id, ticket] : hall.tickets) {
        const bool waits = ticket.state == queue::TicketState::waiting && !ticket.onlyCounter;
        if (waits && ticket.service == service && takesToHelp(hall, place, ticket))
            firsts.consider(ticket, false, 1);
    }
    return firsts.waiters();
}

bool mightCall(const Hall& hall, const CounterPlace& place, const Ticket& ticket) {
    if (mayCall(hall, place, ticket)) return true;
    if (ticket.onlyCounter) {
        const auto* desk = hall.desk(*ticket.onlyCounter);
        const bool closed = desk && desk->counter.state == queue::CounterState::closed;
        return closed && rankAt(hall, place, ticket) && takes(hall, place, ticket);
    }
    const auto& fallback = place.idleFallback;
    const bool helps = std::find(fallback.begin(), fallback.end(), ticket.service) != fallback.end();
    return helps && hall.hasSkill(place, ticket.service) && takesToHelp(hall, place, ticket);
}

bool beyondCeiling(const Waiter& waiter, const queue::OrderRules& order) {
    return order.ceiling.count() > 0 && waiter.waited > order.ceiling;
}

bool stepsBack(const Waiter& waiter, const queue::Run& run, const queue::OrderRules& order,
               const std::vector<Waiter>& others) {
    const int cap = order.of(waiter.as).callsInARow;
    if (cap == 0 || run.ofClass != waiter.as || run.calls < cap) return false;
    return std::any_of(others.begin(), others.end(), [&](const auto& other) {
        return other.as != waiter.as && other.waited > order.capAfter;
    });
}

}  // namespace luot::simulation
