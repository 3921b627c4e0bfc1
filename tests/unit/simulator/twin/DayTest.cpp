#include <gmock/gmock.h>

#include "Play.hpp"

namespace luot::simulator::twin::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(TwinDayTest, ServesOneAfterTheOther) {
    const auto played =
        play({visitorOf("a", at(8)), visitorOf("a", at(8, 1)), visitorOf("a", at(9))}, bothSessions(1));
    EXPECT_THAT(played.waits(), ElementsAre(0, 9, 0));
    EXPECT_EQ(played.count.called, 3);
    EXPECT_EQ(played.count.lastEnd, at(9, 10));
}

TEST(TwinDayTest, CountsTheWayToTheCounterAndTheTidying) {
    auto slow = visitorOf("a", at(8));
    slow.first.toCounter = minutes(2);
    slow.first.tidying = minutes(3);
    const auto played = play({slow, visitorOf("a", at(8))}, bothSessions(1));
    EXPECT_THAT(played.waits(), ElementsAre(0, 15));
}

TEST(TwinDayTest, ServesAsManyAtOnceAsCountersAreStaffed) {
    auto shifts = bothSessions(1);
    const auto more = bothSessions(2);
    shifts.insert(shifts.end(), more.begin(), more.end());
    const auto played = play({visitorOf("a", at(8)), visitorOf("a", at(8)), visitorOf("a", at(8))}, shifts);
    EXPECT_THAT(played.waits(), ElementsAre(0, 0, 10));
}

TEST(TwinDayTest, LetsTheIdleCounterOfTheBetterRankCall) {
    auto shifts = bothSessions(2);
    const auto more = bothSessions(3);
    shifts.insert(shifts.end(), more.begin(), more.end());
    // Counter 3 serves b first and 2 second: a finds 2 free though b came before.
    const auto played = play({visitorOf("b", at(8)), visitorOf("a", at(8, 1))}, shifts);
    EXPECT_THAT(played.waits(), ElementsAre(0, 0));
}

TEST(TwinDayTest, WorksAtACounterWithAKeypadAlone) {
    const auto played = play({visitorOf("a", at(8)), visitorOf("a", at(8, 1))}, bothSessions(9));
    EXPECT_THAT(played.waits(), ElementsAre(0, 9));
}

TEST(TwinDayTest, LeavesTheLunchOutOfTheWaitButNotOutOfTheTimeInTheHouse) {
    const auto played = play({visitorOf("a", at(11, 20), 30), visitorOf("a", at(11, 25))}, bothSessions(1));
    ASSERT_EQ(played.outcomes.size(), 2U);
    EXPECT_EQ(played.outcomes[1].waited, minutes(5));
    EXPECT_EQ(played.outcomes[1].inHouse, minutes(125));
}

TEST(TwinDayTest, HoldsWhoComesTooEarlyAtTheDoorInTheOrderOfComing) {
    const auto played = play({visitorOf("a", at(5)), visitorOf("a", at(6), 20)}, bothSessions(1));
    ASSERT_EQ(played.outcomes.size(), 2U);
    EXPECT_EQ(played.outcomes[0].issuedAt, at(7, 15));
    EXPECT_EQ(played.count.lastEnd, at(8));
}

TEST(TwinDayTest, TakesInWhoComesAfterHisBookedTime) {
    auto booked = visitorOf("a", at(9, 5));
    booked.appointment = queue::Appointment{"x", "a", at(9), {}, {}};
    const auto played = play({visitorOf("a", at(9)), visitorOf("a", at(9, 4)), booked}, bothSessions(1));
    EXPECT_EQ(played.count.turnedAway, 0);
    EXPECT_EQ(played.count.called, 3);
}

TEST(TwinDayTest, TurnsAwayWhoComesAfterTheLastSession) {
    const auto played = play({visitorOf("a", at(16, 59)), visitorOf("a", at(17, 1))}, bothSessions(1));
    EXPECT_EQ(played.count.turnedAway, 1);
    EXPECT_EQ(played.count.called, 1);
}

TEST(TwinDayTest, StaysAfterTheLastSessionForWhoWaitsStill) {
    const auto played =
        play({visitorOf("a", at(16, 50), 30), visitorOf("a", at(16, 55), 30)}, bothSessions(1));
    EXPECT_THAT(played.waits(), ElementsAre(0, 25));
    EXPECT_EQ(played.count.lastEnd, at(17, 50));
}

TEST(TwinDayTest, TellsWhoWaitedUntilTheDayEnded) {
    const auto played = play({visitorOf("c", at(16, 50))}, bothSessions(1));
    ASSERT_EQ(played.outcomes.size(), 1U);
    EXPECT_FALSE(played.outcomes[0].called);
    EXPECT_EQ(played.outcomes[0].inHouse, minutes(130))
        << "the day of the small centre ends two hours after 17:00";
}

TEST(TwinDayTest, GivesAnotherNumberToWhoNeedsASecondService) {
    auto both = visitorOf("a", at(8));
    both.further = Further::newNumber;
    both.then = errandOf("b");
    auto shifts = bothSessions(1);
    const auto more = bothSessions(3);
    shifts.insert(shifts.end(), more.begin(), more.end());
    const auto played = play({both}, shifts);
    ASSERT_EQ(played.outcomes.size(), 2U);
    EXPECT_EQ(played.outcomes[1].service, "b");
    EXPECT_EQ(played.outcomes[1].issuedAt, at(8, 10));
}

TEST(TwinDayTest, SendsOnWithTheSameNumber) {
    auto sentOn = visitorOf("a", at(8));
    sentOn.further = Further::sentOn;
    sentOn.then = errandOf("b");
    auto shifts = bothSessions(1);
    const auto more = bothSessions(3);
    shifts.insert(shifts.end(), more.begin(), more.end());
    const auto played = play({sentOn, visitorOf("b", at(8, 15))}, shifts);
    EXPECT_EQ(played.count.issued, 2);
    EXPECT_EQ(played.count.called, 3);
    EXPECT_THAT(played.waits(), ElementsAre(0, 5)) << "only the wait to the first call of a number counts";
}

TEST(TwinDayTest, CallsTheNextWhenSomebodyDoesNotCome) {
    auto absent = visitorOf("a", at(8));
    absent.first.comes = false;
    const auto played = play({absent, visitorOf("a", at(8))}, bothSessions(1));
    ASSERT_EQ(played.outcomes.size(), 2U);
    EXPECT_GE(played.outcomes[1].waited, base::Seconds(30));
    EXPECT_LE(played.outcomes[1].waited, minutes(3));
}

TEST(TwinDayTest, LetsWhoHasNoPatienceGo) {
    auto leaves = visitorOf("a", at(8, 1));
    leaves.patience = minutes(4);
    const auto played = play({visitorOf("a", at(8)), leaves, visitorOf("a", at(8, 2))}, bothSessions(1));
    ASSERT_EQ(played.outcomes.size(), 3U);
    EXPECT_FALSE(played.outcomes[1].called);
    EXPECT_EQ(played.outcomes[1].waited, minutes(4));
    EXPECT_EQ(played.outcomes[2].waited, minutes(8));
}

TEST(TwinDayTest, StopsCallingWhenAShiftEndsAndGoesOnWithTheNext) {
    const std::vector<Shift> shifts{{1, at(8), at(8, 5), false}, {1, at(8, 30), at(9), true}};
    const auto played = play({visitorOf("a", at(8)), visitorOf("a", at(8, 1))}, shifts);
    EXPECT_THAT(played.waits(), ElementsAre(0, 29));
}

TEST(TwinDayTest, OpensAndClosesByCommandOutsideTheCalendar) {
    const std::vector<Shift> shifts{{1, at(18), at(20), false}};
    const auto played = play({visitorOf("a", at(18)), visitorOf("a", at(18, 1))}, shifts, smallCentre(),
                             {at(17, 59), at(18, 5)});
    ASSERT_EQ(played.outcomes.size(), 2U);
    EXPECT_TRUE(played.outcomes[0].called);
    EXPECT_FALSE(played.outcomes[1].called);
    EXPECT_EQ(played.outcomes[1].inHouse, minutes(4));
}

TEST(TwinDayTest, BringsNothingWhenNobodyComes) {
    EXPECT_THAT(play({}, bothSessions(1)).outcomes, IsEmpty());
}

TEST(TwinDayTest, CallsByTheRulesOfTheHall) {
    const auto played =
        play({visitorOf("a", at(8)), visitorOf("a", at(8, 1)), priorityOf("a", at(8, 2))}, bothSessions(1));
    ASSERT_EQ(played.outcomes.size(), 3U);
    EXPECT_TRUE(played.outcomes[1].priority);
    EXPECT_EQ(played.outcomes[1].passedOver, 1);
}

}  // namespace
}  // namespace luot::simulator::twin::test
