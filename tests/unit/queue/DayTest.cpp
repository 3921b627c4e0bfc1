#include <gmock/gmock.h>

#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

const auto tuesday = base::nextDay(monday);

std::vector<std::string> names(const Decision& decision) {
    std::vector<std::string> all;
    for (const auto& event : decision.value()) all.push_back(eventName(event));
    return all;
}

TEST(DayTest, OpensByTheCalendarWhenTheKioskDoes) {
    HallUnderTest hall(smallCentre(), at(7, 14, 59));
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
    hall.now = at(7, 15);
    EXPECT_THAT(names(hall.give(TimePassed{})), ElementsAre("day_opened"));
    EXPECT_TRUE(hall.state.givesTickets(hall.now));
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
}

TEST(DayTest, KeepsTheQueueOverLunchButGivesNoTickets) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.now = at(12);
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
    EXPECT_EQ(hall.answer(issueOf("a")), "day_closed");
    EXPECT_EQ(hall.callNext(1), "A001");
    hall.now = at(13, 15);
    EXPECT_EQ(hall.answer(issueOf("a")), "ok");
}

TEST(DayTest, StaysClosedOnADayWithoutSessions) {
    HallUnderTest hall(smallCentre(),
                       at(9, 0, 0, base::Date{std::chrono::sys_days(monday) - std::chrono::days(1)}));
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
    EXPECT_EQ(hall.answer(issueOf("a")), "day_closed");
}

TEST(DayTest, ClosingLetsWaitingCalledAndHeldExpireFinishesTheServedAndClosesCounters) {
    auto hall = HallUnderTest::working();
    for (int i = 0; i < 4; ++i) hall.issue("a");
    hall.callNext(1);
    hall.give(HoldTicket{1});
    hall.callNext(1);
    hall.give(StartService{1});
    hall.callNext(2);
    EXPECT_THAT(
        names(hall.give(CloseDay{})),
        ElementsAre("ticket_expired", "ticket_finished", "ticket_expired", "ticket_expired", "counter_closed",
                    "counter_closed", "counter_closed", "counter_closed", "day_closed"));
    EXPECT_TRUE(hall.state.tickets.empty());
    EXPECT_EQ(hall.state.ended.size(), 4U);
    EXPECT_EQ(hall.state.waiting(), 0U);
    EXPECT_EQ(hall.answer(CloseDay{}), "nothing");
}

TEST(DayTest, ClosesByTheCalendarTwoHoursAfterTheLastSession) {
    auto hall = HallUnderTest::working();
    hall.now = at(18, 59, 59);
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
    hall.now = at(19);
    EXPECT_EQ(names(hall.give(TimePassed{})).back(), "day_closed");
}

TEST(DayTest, ClosedByCommandIsNotOpenedAgainByTheCalendarThatDay) {
    auto hall = HallUnderTest::working();
    hall.give(CloseDay{});
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
    hall.now = at(14);
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
    hall.now = at(7, 15, 0, tuesday);
    EXPECT_THAT(names(hall.give(TimePassed{})), ElementsAre("day_opened"));
}

TEST(DayTest, OpenedByCommandGivesTicketsAtAnyHourUntilMidnight) {
    HallUnderTest hall(smallCentre(), at(20));
    EXPECT_THAT(names(hall.give(OpenDay{})), ElementsAre("day_opened"));
    EXPECT_EQ(hall.answer(OpenDay{}), "nothing");
    hall.issue("a");
    hall.now = at(23, 59, 59);
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
    EXPECT_EQ(nextWakeUp(hall.state, hall.now), at(0, 0, 0, tuesday));
    hall.now = at(0, 0, 0, tuesday);
    EXPECT_EQ(hall.answer(issueOf("a")), "day_closed");
    EXPECT_THAT(names(hall.give(TimePassed{})), ElementsAre("ticket_expired", "day_closed"));
}

TEST(DayTest, OpenByTheCalendarCanBeTakenOverByCommand) {
    auto hall = HallUnderTest::working();
    const auto id = hall.issue("a");
    EXPECT_THAT(names(hall.give(OpenDay{})), ElementsAre("day_opened"));
    EXPECT_EQ(hall.ticket(id).number, "A001") << "the queue stays";
    hall.now = at(21);
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
    EXPECT_EQ(hall.answer(issueOf("a")), "ok");
}

TEST(DayTest, NewDayStartsEmptyWithTheFirstNumber) {
    auto hall = HallUnderTest::working();
    const auto missed = hall.issue("a");
    hall.callNext(1);
    hall.give(MissTicket{1});
    hall.now = at(8, 0, 0, tuesday);
    EXPECT_EQ(names(hall.give(TimePassed{})).back(), "day_opened") << "closes yesterday first";
    EXPECT_EQ(hall.state.day, tuesday);
    EXPECT_EQ(hall.answer(ReturnTicket{missed}), "unknown_ticket");
    EXPECT_EQ(hall.state.desk(1)->counter.state, CounterState::closed);
    HallUnderTest other;
    EXPECT_EQ(hall.answer(issueOf("a")), "ok");
    EXPECT_EQ(hall.ticket("x").number, "A001");
}

TEST(DayTest, OpenDayClosesYesterdayFirst) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.now = at(6, 0, 0, tuesday);
    const auto events = names(hall.give(OpenDay{}));
    EXPECT_EQ(events.front(), "ticket_expired");
    EXPECT_EQ(events.back(), "day_opened");
    EXPECT_TRUE(hall.state.openedByCommand);
}

TEST(DayTest, CounterOpenedBeforeTheDayStaysOpenWhenItBegins) {
    HallUnderTest hall(smallCentre(), at(7));
    EXPECT_EQ(hall.answer(OpenCounter{1, "An"}), "ok");
    hall.now = at(7, 15);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.state.desk(1)->counter.state, CounterState::open);
}

TEST(DayTest, ClockThatJumpsBackNeverStartsAnEarlierDay) {
    HallUnderTest hall(smallCentre(), at(9, 0, 0, tuesday));
    hall.give(TimePassed{});
    hall.issue("a");
    hall.now = at(9);
    EXPECT_THAT(names(hall.give(TimePassed{})), IsEmpty());
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A002");
    hall.give(CloseDay{});
    hall.give(OpenDay{});
    EXPECT_EQ(hall.state.day, tuesday);
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A003");
}

TEST(DayTest, WakesUpAtEveryChangeOfTheCalendarAndAtOnceWhenOneIsOverdue) {
    HallUnderTest hall(smallCentre(), at(6));
    EXPECT_EQ(nextWakeUp(hall.state, hall.now), at(7, 15));
    hall.now = at(7, 20);
    EXPECT_EQ(nextWakeUp(hall.state, hall.now), hall.now);
    hall.give(TimePassed{});
    EXPECT_EQ(nextWakeUp(hall.state, hall.now), at(11, 30));
    hall.now = at(17);
    EXPECT_EQ(nextWakeUp(hall.state, hall.now), at(19));
    hall.now = at(19);
    EXPECT_EQ(nextWakeUp(hall.state, hall.now), hall.now);
    hall.give(TimePassed{});
    EXPECT_EQ(nextWakeUp(hall.state, hall.now), at(7, 15, 0, tuesday));
}

TEST(DayTest, CentreWithoutHoursNeverWakesUp) {
    auto rules = smallCentre();
    rules.calendar.week.assign(7, {});
    HallUnderTest hall(rules);
    EXPECT_EQ(nextWakeUp(hall.state, hall.now), std::nullopt);
    hall.give(OpenDay{});
    EXPECT_EQ(nextWakeUp(hall.state, hall.now), at(0, 0, 0, tuesday));
}

}  // namespace
}  // namespace luot::queue::test
