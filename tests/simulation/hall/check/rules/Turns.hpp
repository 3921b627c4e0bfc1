#pragma once

#include <map>
#include <optional>
#include <vector>

#include "queue/Hall.hpp"

/// Who may be called at a counter, reckoned anew from the centre's rules, without queue::CallOrder.
namespace luot::simulation {

/// Somebody who might be called next, as the rules see him.
struct Waiter {
    const queue::Ticket* ticket = nullptr;
    queue::TicketClass as = queue::TicketClass::normal;
    base::Milliseconds waited{};
    double score = 0;
};

/// Some counter for bulk serves that service.
bool hasBulkCounter(const queue::Rules& rules, const std::string& service);

/// Whether that counter, with the clerk who is there, would call a ticket of its own services.
bool mayCall(const queue::Hall& hall, const queue::CounterPlace& place, const queue::Ticket& ticket);

/// Whoever waits for that counter and came first in the class of a service, or of those sent there.
std::vector<Waiter> firstComers(const queue::Hall& hall, const queue::CounterPlace& place, base::Instant now);

/// Those sent to counters that have closed since: they are anybody's now.
std::vector<Waiter> sentToClosedCounters(const queue::Hall& hall, const queue::CounterPlace& place,
                                         base::Instant now);

/// Whom the counter helps out with while nobody waits for its own services: those of the service in which
/// most people wait.
std::vector<Waiter> helpedOut(const queue::Hall& hall, const queue::CounterPlace& place, base::Instant now);

/// Whether the counter would call that ticket when all before it have been: as its own, sent to a counter
/// that has closed, or to help out.
bool mightCall(const queue::Hall& hall, const queue::CounterPlace& place, const queue::Ticket& ticket);

bool beyondCeiling(const Waiter& waiter, const queue::OrderRules& order);

/// Its class has had its calls in a row while somebody of another one has waited long.
bool stepsBack(const Waiter& waiter, const queue::Run& run, const queue::OrderRules& order,
               const std::vector<Waiter>& others);

}  // namespace luot::simulation
