#include "tests/simulation/hall/check/Overtaking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

namespace luot::simulation {

using base::Milliseconds;
using queue::Ticket;
using queue::TicketClass;

namespace {

/// Somebody who might be called next, as the rules see him.
struct Waiter {
    const Ticket* ticket = nullptr;
    TicketClass as = TicketClass::normal;
    Milliseconds waited{};
    double score = 0;
};

std::optional<int> rankAt(const queue::Hall& hall, const queue::CounterPlace& place, const Ticket& ticket) {
    for (const auto& served : hall.servedAt(place))
        if (served.service == ticket.service) return served.rank;
    return std::nullopt;
}

Waiter waiterOf(const queue::Hall& hall, const Ticket& ticket, int rank, base::Instant now) {
    const auto& order = hall.rules.order;
    Waiter waiter{&ticket, ticket.line(), hall.rules.calendar.counted(ticket.issuedAt, now), 0};
    const auto& rules = order.of(waiter.as);
    const Milliseconds fixed = rules.headStart - (rank - 1) * order.rankHandicap;
    waiter.score =
        rules.rate * static_cast<double>(waiter.waited.count()) + static_cast<double>(fixed.count());
    return waiter;
}

/// Whoever waits for that counter and came first in the class of a service, or of those sent there.
std::vector<Waiter> firstComers(const queue::Hall& hall, const queue::CounterPlace& place,
                                base::Instant now) {
    std::map<std::tuple<bool, std::string, TicketClass>, const Ticket*> firsts;
    for (const auto& [id, ticket] : hall.tickets) {
        const bool sentHere = ticket.onlyCounter == place.number;
        if (ticket.state != queue::TicketState::waiting || (ticket.onlyCounter && !sentHere)) continue;
        if (!sentHere && !rankAt(hall, place, ticket)) continue;
        auto& first = firsts[{sentHere, sentHere ? "" : ticket.service, ticket.line()}];
        if (!first || ticket.place < first->place) first = &ticket;
    }
    std::vector<Waiter> waiters;
    for (const auto& [line, ticket] : firsts)
        waiters.push_back(
            waiterOf(hall, *ticket, std::get<0>(line) ? 1 : *rankAt(hall, place, *ticket), now));
    return waiters;
}

/// They are anybody's now.
std::vector<Waiter> sentToClosedCounters(const queue::Hall& hall, const queue::CounterPlace& place,
                                         base::Instant now) {
    std::vector<Waiter> waiters;
    for (const auto& [id, ticket] : hall.tickets) {
        if (ticket.state != queue::TicketState::waiting || !ticket.onlyCounter) continue;
        const auto* desk = hall.desk(*ticket.onlyCounter);
        const auto rank = rankAt(hall, place, ticket);
        if (!desk || desk->counter.state != queue::CounterState::closed || !rank) continue;
        if (*ticket.onlyCounter != place.number) waiters.push_back(waiterOf(hall, ticket, *rank, now));
    }
    return waiters;
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

}  // namespace

void NobodyIsOvertakenBeyondTheBound::written(const Entry& entry) {
    if (const auto* call = std::get_if<queue::TicketCalled>(&entry.event)) judge(entry, *call);
    count(entry.event, entry.before);
}

void NobodyIsOvertakenBeyondTheBound::judge(const Entry& entry, const queue::TicketCalled& call) {
    const auto& hall = entry.before;
    const auto* place = hall.place(call.counter);
    const auto* ticket = hall.ticket(call.ticket.id);
    if (!place || !ticket) return complain("a call of nobody, or to nowhere");
    if (call.reason.code == queue::ReasonCode::byNumber || call.reason.code == queue::ReasonCode::fallback)
        return;
    const auto now = entry.row.fact.at;
    const auto& order = hall.rules.order;
    const auto waiters = firstComers(hall, *place, now);
    auto everybody = sentToClosedCounters(hall, *place, now);
    everybody.insert(everybody.end(), waiters.begin(), waiters.end());
    const auto found = std::find_if(everybody.begin(), everybody.end(),
                                    [&](const auto& waiter) { return waiter.ticket == ticket; });
    if (found == everybody.end())
        return complain(
            fmt::format("counter {} called {} past the first of its class", call.counter, ticket->number));
    const auto& chosen = *found;
    const auto& run = runs_[call.counter].now;
    const bool longest = beyondCeiling(chosen, order);
    if (!longest && stepsBack(chosen, run, order, waiters))
        complain(fmt::format("{} was called though its class had had its calls in a row", ticket->number));
    for (const auto& other : waiters) {
        if (other.ticket == ticket) continue;
        const auto by = [&](const auto& value) {
            return std::pair(value(chosen), -chosen.ticket->place) <
                   std::pair(value(other), -other.ticket->place);
        };
        const bool late = by([](const Waiter& one) { return static_cast<double>(one.waited.count()); });
        const bool lower = by([](const Waiter& one) { return one.score; });
        // The turn of a class that steps back is for those who have waited long.
        const bool fairTurn = chosen.waited > order.capAfter && other.waited <= order.capAfter &&
                              std::any_of(everybody.begin(), everybody.end(), [&](const auto& one) {
                                  return one.score > chosen.score && stepsBack(one, run, order, everybody);
                              });
        const bool passed = beyondCeiling(other, order)
                                ? !longest || late
                                : !longest && lower && !fairTurn && !stepsBack(other, run, order, everybody);
        if (passed)
            complain(fmt::format("{} was passed over by {} beyond the bound at counter {}",
                                 other.ticket->number, ticket->number, call.counter));
    }
}

void NobodyIsOvertakenBeyondTheBound::count(const queue::Event& event, const queue::Hall& before) {
    if (const auto* opened = std::get_if<queue::DayOpened>(&event); opened && before.day != opened->day)
        runs_.clear();
    if (const auto* call = std::get_if<queue::TicketCalled>(&event)) {
        auto& run = runs_[call->counter];
        run.before = run.now;
        if (run.now.ofClass != call->calledAs) run.now = {call->calledAs, 0};
        ++run.now.calls;
    }
    if (const auto* undone = std::get_if<queue::CallUndone>(&event)) {
        auto& run = runs_[undone->counter];
        run.now = run.before;
    }
}

}  // namespace luot::simulation
