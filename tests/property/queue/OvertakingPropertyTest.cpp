#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "queue/order/CallOrder.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

/// The bound on overtaking that docs/policies.md states for each setting.
namespace luot::queue::test {
namespace {

using base::Minutes;

struct Arrival {
    int gapS = 0;
    TicketClass as = TicketClass::normal;
    int service = 0;
    int slotInS = 0;  ///< of a booked one
};

rc::Gen<std::vector<Arrival>> anyArrivals() {
    auto arrival = rc::gen::build<Arrival>(
        rc::gen::set(&Arrival::gapS, rc::gen::inRange(0, 400)),
        rc::gen::set(&Arrival::as,
                     rc::gen::element(TicketClass::priority, TicketClass::priority, TicketClass::normal,
                                      TicketClass::normal, TicketClass::normal, TicketClass::appointment,
                                      TicketClass::lateResult)),
        rc::gen::set(&Arrival::service, rc::gen::inRange(0, 2)),
        rc::gen::set(&Arrival::slotInS, rc::gen::inRange(0, 1200)));
    return rc::gen::container<std::vector<Arrival>>(60, std::move(arrival));
}

/// One call, and those who came earlier and stay.
struct Called {
    Ticket ticket;
    std::vector<Ticket> passed;
    bool priorityWaits = false;
    Instant at{};

    TicketClass as(const Ticket& one) const { return standingAt(one, LaneRules{}, at); }
    bool isLane(const Ticket& one) const {
        return as(one) == TicketClass::appointment || as(one) == TicketClass::lateResult;
    }
};

void issue(HallUnderTest& hall, const Arrival& arrival, int count) {
    auto command = issueOf(arrival.service == 0 ? "a" : "b", "t" + std::to_string(count));
    command.priority = arrival.as == TicketClass::priority;
    if (arrival.as == TicketClass::lateResult) command.lane = "late_result";
    if (arrival.as == TicketClass::appointment) {
        command.appointment = "x" + std::to_string(count);
        const auto slot = hall.now + std::chrono::seconds(arrival.slotInS);
        hall.give(
            ImportAppointments{{{*command.appointment, command.service, slot, "portal", std::nullopt}}});
    }
    RC_ASSERT(hall.answer(command) == "ok");
}

/// Counter 2 serves both services, the second with rank 2; it calls less often than people come, so that a
/// queue grows. `check` sees every call.
template <class Check>
void play(const OrderRules& order, Check check) {
    auto rules = smallCentre();
    rules.order = order;
    rules.calendar.week.assign(7, {{{Minutes{0}, std::chrono::hours(24)}}});
    HallUnderTest hall(rules, at(0));
    hall.give(OpenDay{});
    hall.give(OpenCounter{2, std::nullopt});
    int count = 0;
    for (const auto& arrival : *anyArrivals()) {
        hall.pass(std::chrono::seconds(arrival.gapS));
        issue(hall, arrival, ++count);
        if (count % 3 == 0) continue;
        const auto before = hall.state;
        const auto decision = hall.give(CallNext{2});
        RC_ASSERT(decision.has_value());
        Called call{std::get<TicketCalled>(decision->back()).ticket, {}, false, hall.now};
        for (const auto& [id, other] : before.tickets) {
            if (other.state != TicketState::waiting || id == call.ticket.id) continue;
            if (other.place < call.ticket.place) call.passed.push_back(other);
            call.priorityWaits |= other.priority;
        }
        check(call);
        hall.give(StartService{2});
        hall.give(FinishTicket{2, std::nullopt});
    }
}

/// Each priority or normal ticket that passed over another of them.
template <class Check>
void playPairs(const OrderRules& order, Check check) {
    play(order, [&](const Called& call) {
        if (call.isLane(call.ticket)) return;
        for (const auto& other : call.passed)
            if (!call.isLane(other)) check(call.ticket, other, call.at);
    });
}

base::Milliseconds rankGap(const Ticket& one, const Ticket& other, const OrderRules& order) {
    return one.service == other.service ? base::Milliseconds{0} : base::Milliseconds{order.rankHandicap};
}

RC_GTEST_PROP(OvertakingPropertyTest, FirstComeLetsNobodyBeOvertaken, ()) {
    play(*policyNamed("first_come"), [](const Called& call) { RC_ASSERT(call.passed.empty()); });
}

RC_GTEST_PROP(OvertakingPropertyTest, HeadStartLetsOnlyThoseOvertakeWhoCameWithinIt, ()) {
    const auto order = *policyNamed("head_start");
    playPairs(order, [&](const Ticket& called, const Ticket& passed, Instant) {
        const auto start = called.priority && !passed.priority ? order.priority.headStart : Minutes{0};
        RC_ASSERT(called.issuedAt - passed.issuedAt <= start + rankGap(called, passed, order));
    });
}

RC_GTEST_PROP(OvertakingPropertyTest, StrictLetsOnlyPriorityOvertake, ()) {
    const auto order = *policyNamed("strict");
    playPairs(order, [&](const Ticket& called, const Ticket& passed, Instant) {
        if (called.priority == passed.priority)
            RC_ASSERT(called.issuedAt - passed.issuedAt <= rankGap(called, passed, order));
        else
            RC_ASSERT(called.priority);
    });
}

RC_GTEST_PROP(OvertakingPropertyTest, AccumulatingLetsPriorityOvertakeWhoHasNotWaitedThreeTimesAsLong, ()) {
    const auto order = *policyNamed("accumulating");
    playPairs(order, [&](const Ticket& called, const Ticket& passed, Instant now) {
        const double rate = called.priority ? order.priority.rate : 1;
        const auto own = static_cast<double>((now - called.issuedAt).count());
        const auto theirs = static_cast<double>((now - passed.issuedAt).count());
        const auto gap = static_cast<double>(rankGap(called, passed, order).count());
        RC_ASSERT(theirs * (passed.priority ? order.priority.rate : 1) <= own * rate + gap);
    });
}

RC_GTEST_PROP(OvertakingPropertyTest, DefaultLetsNobodyOvertakeBeyondTheCeiling, ()) {
    const OrderRules order;
    play(order, [&](const Called& call) {
        for (const auto& other : call.passed) RC_ASSERT(call.at - other.issuedAt <= order.ceiling);
    });
}

RC_GTEST_PROP(OvertakingPropertyTest, DefaultCallsAtMostTwoPriorityTicketsInARowOverOneWhoHasWaitedLong, ()) {
    const OrderRules order;
    int inARow = 0;
    play(order, [&](const Called& call) {
        inARow = call.ticket.priority ? inARow + 1 : 0;
        const bool waitedLong = std::any_of(call.passed.begin(), call.passed.end(), [&](const Ticket& other) {
            return !other.priority && call.at - other.issuedAt > order.capAfter;
        });
        if (call.ticket.priority && waitedLong) RC_ASSERT(inARow <= order.priority.callsInARow);
    });
}

RC_GTEST_PROP(OvertakingPropertyTest, ALaneStandsBehindPriorityAndAheadOfNormal, ()) {
    const auto policy = *rc::gen::element<std::string>("head_start", "strict", "accumulating");
    play(*policyNamed(policy), [&](const Called& call) {
        if (call.isLane(call.ticket)) RC_ASSERT(!call.priorityWaits);
        const bool passedALane = std::any_of(call.passed.begin(), call.passed.end(),
                                             [&](const Ticket& other) { return call.isLane(other); });
        if (call.as(call.ticket) == TicketClass::normal && passedALane) RC_ASSERT(call.priorityWaits);
    });
}

}  // namespace
}  // namespace luot::queue::test
