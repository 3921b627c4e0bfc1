#include "base/Clock.hpp"

#include <gtest/gtest.h>

namespace luot::base {
namespace {

using namespace std::chrono_literals;

const Instant start = parseInstant("2026-11-23T07:30:00+07:00").value();

TEST(ClockTest, AManualClockMovesOnlyWhenTold) {
    ManualClock clock(start);
    EXPECT_EQ(clock.now(), start);
    clock.advance(90s);
    EXPECT_EQ(clock.now(), start + 90s);
    clock.set(start);
    EXPECT_EQ(clock.now(), start);
}

TEST(ClockTest, ASimulatedClockStartsWhereItIsToldAndNeverRunsBackwards) {
    const SimulatedClock clock(start, 1000);
    auto last = clock.now();
    EXPECT_GE(last, start);
    for (int i = 0; i < 1000; ++i) {
        const auto now = clock.now();
        ASSERT_GE(now, last);
        last = now;
    }
}

TEST(ClockTest, ASimulatedClockRunsAsFastAsItIsTold) {
    const SimulatedClock slow(start, 1), fast(start, 100000);
    while (fast.now() < start + 100s) {
    }
    EXPECT_LT(slow.now(), start + 100s);
}

TEST(ClockTest, TellsHowMuchRealTimeATimerMustWait) {
    EXPECT_EQ(SimulatedClock(start, 60).realTime(1min), std::chrono::nanoseconds(1s));
    EXPECT_EQ(SystemClock().realTime(1min), std::chrono::nanoseconds(1min));
}

}  // namespace
}  // namespace luot::base
