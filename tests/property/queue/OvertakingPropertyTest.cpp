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
    bool priority = false;
    int service = 0;
};

rc::Gen<std::vector<Arrival>> anyArrivals() {
    auto arrival =
        rc::gen::build<Arrival>(rc::gen::set(&Arrival::gapS, rc::gen::inRange(0, 400)),
                                rc::gen::set(&Arrival::priority, rc::gen::element(true, false, false)),
                                rc::gen::set(&Arrival::service, rc::gen::inRange(0, 2)));
    return rc::gen::container<std::vector<Arrival>>(60, std::move(arrival));
}

using Passed = std::vector<Ticket>;

/// Counter 2 serves both services, the second with rank 2; it calls less often than people come, so that a
/// queue grows. `check` sees every call with those who came earlier and stay.
template <class Check>
void play(const OrderRules& order, Check check) {
    auto rules = smallCentre();
    rules.order = order;
    rules.calendar = base::Calendar{};
    HallUnderTest hall(rules, at(0));
    hall.give(OpenDay{});
    hall.give(OpenCounter{2, std::nullopt});
    int count = 0;
    for (const auto& arrival : *anyArrivals()) {
        hall.pass(std::chrono::seconds(arrival.gapS));
        hall.issue(arrival.service == 0 ? "a" : "b", arrival.priority);
        if (++count % 3 == 0) continue;
        const auto before = hall.state;
        const auto decision = hall.give(CallNext{2});
        RC_ASSERT(decision.has_value());
        const auto& called = std::get<TicketCalled>(decision->back()).ticket;
        Passed passed;
        for (const auto& [id, other] : before.tickets)
            if (other.state == TicketState::waiting && other.place < called.place) passed.push_back(other);
        check(called, passed, hall.now);
        hall.give(StartService{2});
        hall.give(FinishTicket{2, std::nullopt});
    }
}

/// The same for each one passed over.
template <class Check>
void playEach(const OrderRules& order, Check check) {
    play(order, [&](const Ticket& called, const Passed& passed, Instant now) {
        for (const auto& other : passed) check(called, other, now);
    });
}

base::Milliseconds rankGap(const Ticket& one, const Ticket& other, const OrderRules& order) {
    return one.service == other.service ? base::Milliseconds{0} : base::Milliseconds{order.rankHandicap};
}

RC_GTEST_PROP(OvertakingPropertyTest, FirstComeLetsNobodyBeOvertaken, ()) {
    playEach(*policyNamed("first_come"), [](const auto&, const auto&, auto) { RC_FAIL("overtaken"); });
}

RC_GTEST_PROP(OvertakingPropertyTest, HeadStartLetsOnlyThoseOvertakeWhoCameWithinIt, ()) {
    const auto order = *policyNamed("head_start");
    playEach(order, [&](const Ticket& called, const Ticket& passed, Instant) {
        const auto start = called.priority && !passed.priority ? order.priority.headStart : Minutes{0};
        RC_ASSERT(called.issuedAt - passed.issuedAt <= start + rankGap(called, passed, order));
    });
}

RC_GTEST_PROP(OvertakingPropertyTest, StrictLetsOnlyPriorityOvertake, ()) {
    const auto order = *policyNamed("strict");
    playEach(order, [&](const Ticket& called, const Ticket& passed, Instant) {
        if (called.priority == passed.priority)
            RC_ASSERT(called.issuedAt - passed.issuedAt <= rankGap(called, passed, order));
        else
            RC_ASSERT(called.priority);
    });
}

RC_GTEST_PROP(OvertakingPropertyTest, AccumulatingLetsPriorityOvertakeWhoHasNotWaitedThreeTimesAsLong, ()) {
    const auto order = *policyNamed("accumulating");
    playEach(order, [&](const Ticket& called, const Ticket& passed, Instant now) {
        const double rate = called.priority ? order.priority.rate : 1;
        const auto own = static_cast<double>((now - called.issuedAt).count());
        const auto theirs = static_cast<double>((now - passed.issuedAt).count());
        const auto gap = static_cast<double>(rankGap(called, passed, order).count());
        RC_ASSERT(theirs * (passed.priority ? order.priority.rate : 1) <= own * rate + gap);
    });
}

RC_GTEST_PROP(OvertakingPropertyTest, DefaultLetsNobodyOvertakeBeyondTheCeiling, ()) {
    const OrderRules order;
    playEach(order, [&](const Ticket& called, const Ticket& passed, Instant now) {
        RC_ASSERT(now - passed.issuedAt <= order.ceiling || called.issuedAt <= passed.issuedAt);
    });
}

RC_GTEST_PROP(OvertakingPropertyTest, DefaultCallsAtMostTwoPriorityTicketsInARowOverOneWhoHasWaitedLong, ()) {
    const OrderRules order;
    int inARow = 0;
    play(order, [&](const Ticket& called, const Passed& passed, Instant now) {
        inARow = called.priority ? inARow + 1 : 0;
        const bool waitedLong = std::any_of(passed.begin(), passed.end(), [&](const Ticket& other) {
            return !other.priority && now - other.issuedAt > order.capAfter;
        });
        if (called.priority && waitedLong) RC_ASSERT(inARow <= order.priority.callsInARow);
    });
}

}  // namespace
}  // namespace luot::queue::test
