#include "net/link/LinkMachine.hpp"

#include <gtest/gtest.h>

namespace luot::net::link {

namespace {

using namespace std::chrono_literals;

class LinkMachineTest : public ::testing::Test {
protected:
    LinkMachineTest() : machine({200ms, 3000ms, 1000ms}, [this] { return random; }) {}

    std::chrono::milliseconds pauseAfter(const LinkOrders& orders) const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(orders.waitUntil.value_or(now) - now);
    }
    static std::string why(const LinkOrders& orders) {
        const auto* down = orders.tell ? std::get_if<LinkDown>(&*orders.tell) : nullptr;
        return down ? down->why : "";
    }

    Moment now{1h};
    double random = 1;
    LinkMachine machine;
};

TEST_F(LinkMachineTest, ConnectsWhenItStarts) {
    EXPECT_EQ(machine.state(), LinkState::disconnected);
    EXPECT_TRUE(machine.start().connect);
    EXPECT_EQ(machine.state(), LinkState::connecting);
}

TEST_F(LinkMachineTest, TellsTheProgramToGreetAndIsLiveWithTheFirstFrame) {
    machine.start();
    const auto orders = machine.connected(now);
    ASSERT_TRUE(orders.tell);
    EXPECT_TRUE(std::holds_alternative<LinkUp>(*orders.tell));
    EXPECT_EQ(machine.state(), LinkState::greeting);
    machine.frame();
    EXPECT_EQ(machine.state(), LinkState::live);
}

TEST_F(LinkMachineTest, DoublesTheWaitUpToTheLongest) {
    machine.start();
    for (const auto expected : {200ms, 400ms, 800ms, 1600ms, 3000ms, 3000ms}) {
        const auto orders = machine.failed("no route", false, now);
        EXPECT_EQ(pauseAfter(orders), expected);
        now = *orders.waitUntil;
        EXPECT_TRUE(machine.timePassed(now).connect);
    }
}

TEST_F(LinkMachineTest, StillWaitsTheLongestAfterManyFailures) {
    machine.start();
    for (int i = 0; i < 200; ++i) {
        const auto orders = machine.failed("no route", false, now);
        EXPECT_GE(pauseAfter(orders), 200ms);
        EXPECT_LE(pauseAfter(orders), 3000ms);
        now = *orders.waitUntil;
        machine.timePassed(now);
    }
}

TEST_F(LinkMachineTest, ShortensTheWaitAtRandomByUpToAHalf) {
    machine.start();
    random = 0;
    EXPECT_EQ(pauseAfter(machine.failed("no route", false, now)), 100ms);
}

TEST_F(LinkMachineTest, StartsWithTheShortestWaitAgainAfterTheServerHasSpoken) {
    machine.start();
    for (int i = 0; i < 3; ++i)
        now = *machine.failed("no route", false, now).waitUntil, machine.timePassed(now);
    machine.connected(now);
    machine.frame();
    EXPECT_EQ(pauseAfter(machine.failed("gone", false, now)), 200ms);
}

TEST_F(LinkMachineTest, WaitsLongerEachTimeAServerAcceptsButDoesNotSpeak) {
    machine.start();
    machine.connected(now);
    now += pauseAfter(machine.failed("gone", false, now));
    machine.timePassed(now);
    machine.connected(now);
    EXPECT_EQ(pauseAfter(machine.failed("gone", false, now)), 400ms);
}

TEST_F(LinkMachineTest, WaitsTheLongestWhenItIsRefused) {
    machine.start();
    const auto orders = machine.failed("refused with status 401", true, now);
    EXPECT_EQ(why(orders), "refused with status 401");
    EXPECT_EQ(pauseAfter(orders), 3000ms);
}

TEST_F(LinkMachineTest, GivesUpOnAServerThatDoesNotGreet) {
    machine.start();
    const auto up = machine.connected(now);
    EXPECT_EQ(pauseAfter(up), 1000ms);
    EXPECT_FALSE(machine.timePassed(now + 999ms).drop);
    now += 1000ms;
    const auto orders = machine.timePassed(now);
    EXPECT_TRUE(orders.drop);
    EXPECT_EQ(why(orders), "the server does not greet");
    EXPECT_EQ(machine.state(), LinkState::backingOff);
}

TEST_F(LinkMachineTest, TellsTheSameFailureOnceAnOutage) {
    machine.start();
    now = *machine.failed("no route", false, now).waitUntil;
    machine.timePassed(now);
    EXPECT_FALSE(machine.failed("no route", false, now).tell);
    now += 10s;
    machine.timePassed(now);
    EXPECT_EQ(why(machine.failed("refused", false, now)), "refused");
}

TEST_F(LinkMachineTest, DoesNotConnectBeforeItsTime) {
    machine.start();
    const auto orders = machine.failed("no route", false, now);
    const auto early = machine.timePassed(now + 1ms);
    EXPECT_FALSE(early.connect);
    EXPECT_EQ(early.waitUntil, orders.waitUntil);
}

TEST_F(LinkMachineTest, DropsALiveConnectionWhenTheProgramAsks) {
    machine.start();
    EXPECT_FALSE(machine.reconnect(now).drop);
    machine.connected(now);
    machine.frame();
    EXPECT_TRUE(machine.reconnect(now).drop);
    EXPECT_EQ(machine.state(), LinkState::backingOff);
    EXPECT_FALSE(machine.reconnect(now).drop);
}

}  // namespace
}  // namespace luot::net::link
