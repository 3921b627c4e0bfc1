#include "simulator/line/Pace.hpp"

#include <gtest/gtest.h>

namespace luot::simulator::line {
namespace {

using std::chrono::seconds;

const Steady::time_point began{seconds(1000)};
const base::Instant seven{seconds(1'795'392'000)};
const Pace sixtyfold{seven, began, 60, 1};

TEST(PaceTest, ThePlayedDayRunsSoManyTimesAsFast) {
    EXPECT_EQ(sixtyfold.at(began + seconds(2)), seven + seconds(120));
}

TEST(PaceTest, WaitsAreShorterByTheSpeed) {
    const auto now = began + seconds(2);
    EXPECT_EQ(sixtyfold.when(seven + seconds(180), now), now + seconds(1));
}

TEST(PaceTest, WhatIsPastIsDueNow) {
    EXPECT_EQ(sixtyfold.when(seven, began + seconds(5)), began + seconds(5));
}

TEST(PaceTest, NeverIsADayAhead) {
    EXPECT_EQ(sixtyfold.when(base::Instant::max(), began), began + std::chrono::hours(24));
}

}  // namespace
}  // namespace luot::simulator::line
