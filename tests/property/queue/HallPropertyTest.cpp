#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "queue/event/EventCodec.hpp"
#include "tests/property/queue/RandomDay.hpp"

namespace luot::queue::test {
namespace {

/// Every line of the hall, with what a ticket must be to wait there.
struct NamedLine {
    const Line& line;
    std::string service;  ///< empty: any
    std::optional<int> onlyCounter;
    TicketClass kind = TicketClass::normal;
};

std::vector<NamedLine> allLines(const Hall& hall) {
    std::vector<NamedLine> lines;
    for (const auto& [service, queue] : hall.queues) {
        for (std::size_t kind = 0; kind < ticketClasses; ++kind)
            lines.push_back({queue.lines[kind], service, std::nullopt, static_cast<TicketClass>(kind)});
    }
    for (const auto& [number, desk] : hall.desks) {
        for (std::size_t kind = 0; kind < ticketClasses; ++kind)
            lines.push_back({desk.only.lines[kind], "", number, static_cast<TicketClass>(kind)});
    }
    return lines;
}

std::map<TicketState, int> countStates(const Hall& hall) {
    std::map<TicketState, int> counts;
    for (const auto& [id, ticket] : hall.tickets) ++counts[ticket.state];
    for (const auto& [id, ended] : hall.ended) ++counts[ended.state];
    return counts;
}

void checkLines(const Hall& hall) {
    std::set<std::string> waiting;
    for (const auto& [line, service, onlyCounter, kind] : allLines(hall)) {
        for (const auto& [place, id] : line) {
            const auto* ticket = hall.ticket(id);
            RC_ASSERT(ticket != nullptr);
            RC_ASSERT(ticket->state == TicketState::waiting);
            RC_ASSERT(ticket->place == place);
            RC_ASSERT(ticket->line() == kind);
            RC_ASSERT(ticket->onlyCounter == onlyCounter);
            RC_ASSERT(service.empty() || ticket->service == service);
            RC_ASSERT(waiting.insert(id).second);
        }
    }
    RC_ASSERT(static_cast<int>(waiting.size()) == countStates(hall)[TicketState::waiting]);
    RC_ASSERT(waiting.size() == hall.waiting());
}

void checkDesks(const Hall& hall) {
    std::set<std::string> atCounters;
    for (const auto& [number, desk] : hall.desks) {
        RC_ASSERT(desk.counter.number == number);
        if (!desk.ticket) continue;
        const auto* ticket = hall.ticket(*desk.ticket);
        RC_ASSERT(ticket != nullptr);
        RC_ASSERT(ticket->state == TicketState::called || ticket->state == TicketState::serving);
        RC_ASSERT(ticket->counter == number);
        RC_ASSERT(desk.counter.state != CounterState::closed);
        RC_ASSERT(atCounters.insert(*desk.ticket).second);
    }
    auto counts = countStates(hall);
    RC_ASSERT(static_cast<int>(atCounters.size()) ==
              counts[TicketState::called] + counts[TicketState::serving]);
}

void checkTickets(const RandomDay& day) {
    const auto& hall = day.hall.state;
    std::set<std::int64_t> places;
    for (const auto& [id, ticket] : hall.tickets) {
        RC_ASSERT(!hall.ended.contains(id));
        RC_ASSERT(places.insert(ticket.place).second);
        RC_ASSERT(ticket.number == day.numbers.at(id));
    }
    // Issued = waiting + called + serving + held + no-show + finished + cancelled + expired.
    RC_ASSERT(hall.tickets.size() + hall.ended.size() == day.ids.size());
    std::set<std::string> numbers;
    for (const auto& [id, number] : day.numbers) RC_ASSERT(numbers.insert(number).second);
    RC_ASSERT(hall.idOfNumber.size() == numbers.size());
}

/// A priority ticket that this counter may take waits where the called one did: of those sent to a closed
/// counter, any other takes only what it serves itself.
bool priorityWaits(const Hall& before, const TicketCalled& call) {
    const auto& ticket = *before.ticket(call.ticket.id);
    const auto& line = before.queueOf(ticket)->of(TicketClass::priority);
    if (!ticket.onlyCounter || ticket.onlyCounter == call.counter) return !line.empty();
    const auto served = before.servedAt(*before.place(call.counter));
    return std::any_of(line.begin(), line.end(), [&](const auto& place) {
        return std::any_of(served.begin(), served.end(), [&](const auto& one) {
            return one.service == before.ticket(place.second)->service;
        });
    });
}

/// The order of the calls, seen from the hall before the call.
void checkCall(const Hall& before, const TicketCalled& call) {
    if (call.reason.code == ReasonCode::byNumber) return;
    const auto& ticket = *before.ticket(call.ticket.id);
    RC_ASSERT(ticket.state == TicketState::waiting);
    const auto* queue = before.queueOf(ticket);
    const auto& line = queue->of(ticket.line());
    const bool sentElsewhere = ticket.onlyCounter && ticket.onlyCounter != call.counter;
    if (ticket.line() != TicketClass::appointment && !sentElsewhere)
        RC_ASSERT(line.begin()->second == ticket.id);
    if (call.calledAs == TicketClass::appointment)
        RC_ASSERT(ticket.slot &&
                  call.ticket.lastCalledAt >= *ticket.slot - before.rules.lanes.appointmentFrom);
    const auto& order = before.rules.order;
    const bool jumps = call.reason.code == ReasonCode::fairTurn || call.reason.code == ReasonCode::longWait;
    if (!ticket.priority && !jumps && call.reason.waitedS < order.ceiling)
        RC_ASSERT(!priorityWaits(before, call));
    if (call.reason.code == ReasonCode::longWait) RC_ASSERT(call.reason.waitedS >= order.ceiling);
    if (call.reason.code == ReasonCode::fairTurn) {
        RC_ASSERT(call.reason.waitedS >= order.capAfter);
        RC_ASSERT(before.desk(call.counter)->run.calls >= order.priority.callsInARow);
    }
}

RC_GTEST_PROP(HallPropertyTest, RandomCommandsKeepEveryTicketInOneStateAndOnePlace, ()) {
    RandomDay day;
    for (const auto& step : *anyDay()) {
        day.take(step);
        checkLines(day.hall.state);
        checkDesks(day.hall.state);
        checkTickets(day);
    }
}

RC_GTEST_PROP(HallPropertyTest, ClockSetByMinutesOrADayGivesNoNumberTwiceAndNoNegativeWait, ()) {
    RandomDay day;
    std::map<base::Date, std::set<std::string>> numbers;
    for (const auto& step : *anyDay()) {
        if (step.which % 7 == 0) day.hall.pass(std::chrono::minutes((step.other - 6) * 240));
        for (const auto& event : day.take(step)) {
            if (const auto* issued = std::get_if<TicketIssued>(&event))
                RC_ASSERT(numbers[*day.hall.state.day].insert(issued->ticket.number).second);
            const auto* ticket = ticketOf(event);
            if (ticket && ticket->waitedS) RC_ASSERT(ticket->waitedS->count() >= 0);
            if (const auto* call = std::get_if<TicketCalled>(&event))
                RC_ASSERT(call->reason.waitedS.count() >= 0);
        }
        checkTickets(day);
    }
}

RC_GTEST_PROP(HallPropertyTest, EveryCallTakesTheFirstOfItsLineAndPriorityGivesWayToFairTurnsOnly, ()) {
    RandomDay day;
    int calls = 0;
    for (const auto& step : *anyDay()) {
        const Hall before = day.hall.state;
        for (const auto& event : day.take(step)) {
            const auto* call = std::get_if<TicketCalled>(&event);
            if (!call) continue;
            checkCall(before, *call);
            ++calls;
        }
    }
    RC_CLASSIFY(calls > 5);
}

RC_GTEST_PROP(HallPropertyTest, ReplayOfTheJournalThroughItsJsonGivesTheSameHall, ()) {
    RandomDay day;
    for (const auto& step : *anyDay()) day.take(step);
    Hall replayed;
    for (const auto& [moment, event] : day.hall.journal) {
        const auto text = encodeEvent(event);
        const auto back = decodeEvent(eventName(event), base::json::parse(text).value());
        RC_ASSERT(back.has_value());
        RC_ASSERT(encodeEvent(*back) == text);
        evolve(replayed, *back, moment);
    }
    RC_ASSERT(replayed == day.hall.state);
}

RC_GTEST_PROP(HallPropertyTest, TheSameHallAndCommandGiveTheSameEvents, ()) {
    RandomDay day;
    for (const auto& step : *anyDay()) {
        const auto command = day.commandOf(step);
        Hall copy = day.hall.state;
        copy.tickets.rehash(4096);  // another order of the hash table must change nothing
        const auto one = decide(day.hall.state, command, day.hall.now);
        const auto other = decide(copy, command, day.hall.now);
        RC_ASSERT(one.has_value() == other.has_value());
        if (one) {
            RC_ASSERT(one->size() == other->size());
            for (std::size_t i = 0; i < one->size(); ++i)
                RC_ASSERT(encodeEvent((*one)[i]) == encodeEvent((*other)[i]));
        }
        day.take(step);
    }
}

RC_GTEST_PROP(HallPropertyTest, UndoRightAfterACallGivesTheHallBack, ()) {
    RandomDay day;
    for (const auto& step : *anyDay()) {
        const Hall before = day.hall.state;
        const auto events = day.take(step);
        if (events.size() != 1) continue;
        const auto* call = std::get_if<TicketCalled>(&events.front());
        if (!call) continue;
        RC_ASSERT(day.hall.answer(UndoCall{call->counter}) == "ok");
        RC_ASSERT(day.hall.state.tickets == before.tickets);
        RC_ASSERT(day.hall.state.queues == before.queues);
        RC_ASSERT(day.hall.state.desk(call->counter)->only == before.desk(call->counter)->only);
        RC_ASSERT(day.hall.state.desk(call->counter)->run == before.desk(call->counter)->run);
    }
}

RC_GTEST_PROP(HallPropertyTest, TimePassedLeavesNothingDue, ()) {
    RandomDay day;
    for (const auto& step : *anyDay()) {
        day.take(step);
        day.hall.give(TimePassed{});
        const auto next = nextWakeUp(day.hall.state, day.hall.now);
        RC_ASSERT(next.has_value());
        RC_ASSERT(*next > day.hall.now);
    }
}

}  // namespace
}  // namespace luot::queue::test
