#include "tests/unit/queue/HallUnderTest.hpp"

/// When a service gives numbers, and what counts as waiting.
namespace luot::queue::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Rules landOnTuesdaysOnly() {
    auto rules = smallCentre();
    auto& land = rules.services[2];
    land.hours = rules.calendar;
    for (auto& day : land.hours->week) day.sessions.clear();
    land.hours->week[1] = rules.calendar.week[1];
    return rules;
}

TEST(HoursTest, LastNumberOfAServiceComesBeforeTheSessionEnds) {
    auto rules = smallCentre();
    rules.services[0].lastTicketBefore = minutes(15);
    auto hall = HallUnderTest::working(rules);
    hall.now = at(11, 14, 59);
    EXPECT_EQ(hall.answer(issueOf("a", "1")), "ok");
    hall.now = at(11, 15);
    const auto refused = hall.give(issueOf("a", "2"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(word(refused.error().code), "service_closed");
    EXPECT_EQ(refused.error().detail, "2026-11-23T13:15:00+07:00") << "when it gives again";
    EXPECT_EQ(hall.answer(issueOf("b", "3")), "ok") << "the others go on";
}

TEST(HoursTest, ServiceWithOwnDaysIsClosedOnTheOthers) {
    auto hall = HallUnderTest::working(landOnTuesdaysOnly());
    const auto refused = hall.give(issueOf("c"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(word(refused.error().code), "service_closed");
    EXPECT_EQ(refused.error().detail, "2026-11-24T07:15:00+07:00");
    hall.now = at(8, 0, 0, base::nextDay(monday));
    hall.give(TimePassed{});
    EXPECT_EQ(hall.answer(issueOf("c")), "ok");
}

TEST(HoursTest, DayOpenedByCommandGivesAllServices) {
    HallUnderTest hall(landOnTuesdaysOnly(), at(20));
    hall.give(OpenDay{});
    EXPECT_EQ(hall.answer(issueOf("c")), "ok");
}

TEST(HoursTest, WakesUpWhenAServiceGivesItsLastNumber) {
    auto rules = smallCentre();
    rules.services[0].lastTicketBefore = minutes(20);
    auto hall = HallUnderTest::working(rules);
    EXPECT_EQ(nextWakeUp(hall.state, at(9)), at(11, 10));
    EXPECT_EQ(nextWakeUp(hall.state, at(11, 10)), at(11, 30));
}

TEST(HoursTest, QuotaHoldsForASessionAndBeginsAnewWithTheNext) {
    auto rules = smallCentre();
    rules.services[0].quota = 2;
    auto hall = HallUnderTest::working(rules);
    hall.issue("a");
    hall.issue("a");
    const auto refused = hall.give(issueOf("a"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(word(refused.error().code), "quota_reached");
    EXPECT_EQ(refused.error().detail, "2");
    hall.issue("b");
    hall.now = at(13, 30);
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A003");
}

TEST(HoursTest, WaitingLeavesLunchOut) {
    auto hall = HallUnderTest::working();
    hall.now = at(11, 20);
    const auto id = hall.issue("a");
    hall.now = at(13, 35);
    hall.callNext(1);
    EXPECT_EQ(hall.ticket(id).waitedS, minutes(15)) << "10 minutes before lunch and 5 after it";
    EXPECT_EQ(hall.lastReason().waitedS, minutes(15));
    EXPECT_EQ(*hall.ticket(id).calledAt - hall.ticket(id).issuedAt, minutes(135))
        << "the time in the house stays";
}

TEST(HoursTest, WaitingBeforeTheFirstSessionDoesNotCountButTheOrderDoes) {
    auto rules = smallCentre();
    rules.calendar.kioskOpensAt = std::chrono::hours(5);
    HallUnderTest hall(rules, at(5));
    hall.give(TimePassed{});
    hall.give(OpenCounter{1, std::nullopt});
    const auto first = hall.issue("a");
    hall.now = at(5, 30);
    hall.issue("a");
    hall.now = at(7, 40);
    EXPECT_EQ(hall.callNext(1), "A001");
    EXPECT_EQ(hall.ticket(first).waitedS, minutes(10));
}

TEST(HoursTest, NumbersAfterTheCutoffSayThatTheResultComesTheNextDay) {
    auto rules = smallCentre();
    rules.sameDay = {std::chrono::hours(15), {"sau 15 giờ", "after 15:00"}, {"copy"}, {"a"}};
    auto hall = HallUnderTest::working(rules);
    hall.now = at(14, 59);
    EXPECT_FALSE(hall.ticket(hall.issue("a")).nextDay);
    hall.now = at(15);
    EXPECT_TRUE(hall.ticket(hall.issue("a")).nextDay) << "the service has such procedures";
    EXPECT_FALSE(hall.ticket(hall.issue("b")).nextDay);
    auto other = issueOf("a", "other");
    other.procedure = "signature";
    hall.give(other);
    EXPECT_FALSE(hall.ticket("other").nextDay) << "this procedure has no result on the same day";
    other.id = "copy";
    other.procedure = "copy";
    hall.give(other);
    EXPECT_TRUE(hall.ticket("copy").nextDay);
}

TEST(HoursTest, ClockSetBackGivesNoNegativeWait) {
    auto hall = HallUnderTest::working();
    const auto id = hall.issue("a");
    hall.now = at(7, 50);
    hall.callNext(1);
    EXPECT_EQ(hall.ticket(id).waitedS, seconds(0));
    EXPECT_EQ(hall.lastReason().waitedS, seconds(0));
}

}  // namespace
}  // namespace luot::queue::test
