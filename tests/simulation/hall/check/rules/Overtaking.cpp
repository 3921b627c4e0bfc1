#include "tests/simulation/hall/check/rules/Overtaking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "tests/simulation/hall/check/rules/Turns.hpp"

namespace luot::simulation {

namespace {

/// Lanes with a longer head start than priority has are behind whoever has priority all the same.
void keepBehindPriority(std::vector<Waiter>& waiters, const std::vector<Waiter>& everybody,
                        const queue::OrderRules& order) {
    std::optional<double> limit;
    for (const auto& one : everybody)
        if (one.as == queue::TicketClass::priority) limit = std::max(limit.value_or(one.score), one.score);
    if (!limit) return;
    for (auto& waiter : waiters)
        if (order.of(waiter.as).headStart > order.priority.headStart && waiter.score >= *limit)
            waiter.score = std::nextafter(*limit, -std::numeric_limits<double>::infinity());
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
    if (call.reason.code == queue::ReasonCode::byNumber) return;
    const auto now = entry.row.fact.at;
    auto waiters = firstComers(hall, *place, now);
    auto everybody = sentToClosedCounters(hall, *place, now);
    everybody.insert(everybody.end(), waiters.begin(), waiters.end());
    if (everybody.empty()) everybody = waiters = helpedOut(hall, *place, now);
    keepBehindPriority(waiters, everybody, hall.rules.order);
    keepBehindPriority(everybody, std::vector<Waiter>(everybody), hall.rules.order);
    const auto found = std::find_if(everybody.begin(), everybody.end(),
                                    [&](const auto& waiter) { return waiter.ticket == ticket; });
    if (found == everybody.end())
        return complain(
            fmt::format("counter {} called {} past the first of its class", call.counter, ticket->number));
    if (found->as != call.calledAs) complain(fmt::format("{} was called as what it is not", ticket->number));
    compare(*found, waiters, everybody, {call.counter, hall.rules.order});
}

void NobodyIsOvertakenBeyondTheBound::compare(const Waiter& chosen, const std::vector<Waiter>& waiters,
                                              const std::vector<Waiter>& everybody, const Where& where) {
    const int counter = where.counter;
    const auto& order = where.order;
    const auto& run = runs_[counter].now;
    const bool longest = beyondCeiling(chosen, order);
    if (!longest && stepsBack(chosen, run, order, waiters))
        complain(
            fmt::format("{} was called though its class had had its calls in a row", chosen.ticket->number));
    for (const auto& other : waiters) {
        if (other.ticket == chosen.ticket) continue;
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
                                 other.ticket->number, chosen.ticket->number, counter));
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
