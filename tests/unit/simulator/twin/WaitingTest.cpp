#include "simulator/twin/Waiting.hpp"

#include <gtest/gtest.h>

namespace luot::simulator::twin {
namespace {

Outcome outcomeOf(const std::string& service, int minutes, bool priority = false, bool called = true) {
    Outcome outcome;
    outcome.service = service;
    outcome.priority = priority;
    outcome.called = called;
    outcome.waited = base::Minutes(minutes);
    return outcome;
}

TEST(WaitingTest, GivesTheFiguresOfAllAndOfEachGroup) {
    Waiting waiting(base::Minutes(15));
    for (const int minutes : {2, 10, 15, 16, 57}) waiting.add(outcomeOf("a", minutes));
    waiting.add(outcomeOf("b", 2, true));
    const auto all = waiting.all();
    EXPECT_EQ(all.count, 6U);
    EXPECT_DOUBLE_EQ(all.mean, 17);
    EXPECT_DOUBLE_EQ(all.p50, 10);
    EXPECT_DOUBLE_EQ(all.p90, 57);
    EXPECT_DOUBLE_EQ(all.longest, 57);
    EXPECT_DOUBLE_EQ(all.withinTarget, 4.0 / 6);
    EXPECT_EQ(waiting.priority().count, 1U);
    EXPECT_DOUBLE_EQ(waiting.normal().mean, 20);
    EXPECT_DOUBLE_EQ(waiting.byService().at("b").mean, 2);
}

TEST(WaitingTest, TakesWhoWasNeverCalledForTooLate) {
    Waiting waiting(base::Minutes(15));
    waiting.add(outcomeOf("a", 5));
    waiting.add(outcomeOf("a", 5, false, false));
    EXPECT_EQ(waiting.all().neverCalled, 1U);
    EXPECT_DOUBLE_EQ(waiting.all().withinTarget, 0.5);
}

TEST(WaitingTest, SaysHowManyACallPassedOver) {
    Waiting waiting(base::Minutes(15));
    auto outcome = outcomeOf("a", 1, true);
    outcome.passedOver = 3;
    waiting.add(outcome);
    waiting.add(outcomeOf("a", 1));
    EXPECT_DOUBLE_EQ(waiting.passedOver(), 1.5);
    EXPECT_DOUBLE_EQ(Waiting(base::Minutes(15)).passedOver(), 0);
}

}  // namespace
}  // namespace luot::simulator::twin
