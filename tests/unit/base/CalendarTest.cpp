#include "base/Calendar.hpp"

#include <gtest/gtest.h>

namespace luot::base {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Date monday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};
const Date friday{std::chrono::sys_days(monday) + std::chrono::days(4)};
const Date saturday = nextDay(friday);

/// Monday to Friday 7:30 to 11:30 and 13:30 to 17:00; kiosk 15 minutes before, closing 2 hours after.
Calendar workingWeek() {
    Calendar calendar;
    const DayPlan workday{
        {{minutes(7 * 60 + 30), minutes(11 * 60 + 30)}, {minutes(13 * 60 + 30), minutes(17 * 60)}}};
    for (std::size_t day = 0; day < 5; ++day) calendar.week[day] = workday;
    return calendar;
}

Instant at(int hour, int minute, Date date = monday) {
    return instantAt(date, hours(hour) + minutes(minute));
}

TEST(CalendarTest, GivesTicketsInSessionsAndTheMinutesBefore) {
    const auto calendar = workingWeek();
    EXPECT_FALSE(calendar.givesTickets(at(7, 15) - Milliseconds(1)));
    EXPECT_TRUE(calendar.givesTickets(at(7, 15)));
    EXPECT_TRUE(calendar.givesTickets(at(11, 30) - Milliseconds(1)));
    EXPECT_FALSE(calendar.givesTickets(at(11, 30)));
    EXPECT_TRUE(calendar.givesTickets(at(13, 15)));
    EXPECT_FALSE(calendar.givesTickets(at(17, 0)));
    EXPECT_FALSE(calendar.givesTickets(at(9, 0, saturday)));
}

TEST(CalendarTest, DayIsOnOverLunchAndTwoHoursAfterTheLastSession) {
    const auto calendar = workingWeek();
    EXPECT_FALSE(calendar.dayIsOn(at(7, 14)));
    EXPECT_TRUE(calendar.dayIsOn(at(12, 0)));
    EXPECT_TRUE(calendar.dayIsOn(at(18, 59)));
    EXPECT_FALSE(calendar.dayIsOn(at(19, 0)));
    EXPECT_FALSE(calendar.dayIsOn(at(12, 0, saturday)));
}

TEST(CalendarTest, HolidayIsClosedAndAMakeUpDayWorksAsAnotherWeekday) {
    auto calendar = workingWeek();
    calendar.overrides = {{monday, false, std::nullopt, "holiday"}, {saturday, true, 0, "make-up day"}};
    EXPECT_FALSE(calendar.dayIsOn(at(9, 0)));
    EXPECT_TRUE(calendar.givesTickets(at(9, 0, saturday)));
    EXPECT_TRUE(calendar.givesTickets(at(9, 0, friday)));
}

TEST(CalendarTest, NextChangeStepsThroughTheDay) {
    const auto calendar = workingWeek();
    Instant now = at(0, 0);
    for (const auto expected :
         {at(7, 15), at(11, 30), at(13, 15), at(17, 0), at(19, 0), at(7, 15, nextDay(monday))}) {
        const auto next = calendar.nextChange(now);
        ASSERT_TRUE(next);
        EXPECT_EQ(formatInstant(*next), formatInstant(expected));
        now = *next;
    }
}

TEST(CalendarTest, NextChangeGoesOverTheWeekendAndKnowsWhenThereIsNone) {
    EXPECT_EQ(workingWeek().nextChange(at(20, 0, friday)),
              at(7, 15, Date{std::chrono::sys_days(monday) + std::chrono::days(7)}));
    EXPECT_EQ(Calendar{}.nextChange(at(20, 0)), std::nullopt);
}

TEST(CalendarTest, NothingChangesBetweenTwoChanges) {
    const auto calendar = workingWeek();
    auto now = at(0, 0);
    for (int minute = 0; minute < 7 * 24 * 60; ++minute, now += minutes(1)) {
        const auto before = now - minutes(1);
        if (calendar.nextChange(before) <= now) continue;
        ASSERT_EQ(calendar.givesTickets(before), calendar.givesTickets(now)) << formatInstant(now);
        ASSERT_EQ(calendar.dayIsOn(before), calendar.dayIsOn(now)) << formatInstant(now);
    }
}

TEST(CalendarTest, DayNeverReachesIntoTheNext) {
    auto calendar = workingWeek();
    calendar.closesAfter = minutes(10 * 60);
    EXPECT_TRUE(calendar.dayIsOn(at(23, 59)));
    EXPECT_FALSE(calendar.dayIsOn(at(0, 30, nextDay(monday))));
    EXPECT_EQ(calendar.nextChange(at(18, 0)), at(0, 0, nextDay(monday)));
}

TEST(CalendarTest, KioskOpensEarlyBeforeTheFirstSessionOnly) {
    auto calendar = workingWeek();
    calendar.kioskOpensAt = hours(5);
    EXPECT_FALSE(calendar.givesTickets(at(4, 59)));
    EXPECT_TRUE(calendar.givesTickets(at(5, 0)));
    EXPECT_TRUE(calendar.dayIsOn(at(5, 0)));
    EXPECT_FALSE(calendar.givesTickets(at(13, 14)));
    EXPECT_EQ(calendar.nextChange(at(0, 0)), at(5, 0));
}

TEST(CalendarTest, LastNumberComesBeforeTheEndOfEachSession) {
    const auto calendar = workingWeek();
    EXPECT_TRUE(calendar.givesTickets(at(11, 14), minutes(15)));
    EXPECT_FALSE(calendar.givesTickets(at(11, 15), minutes(15)));
    EXPECT_EQ(calendar.nextGiving(at(11, 15), minutes(15)), at(13, 15));
    EXPECT_EQ(calendar.nextChange(at(9, 0), minutes(15)), at(11, 15));
}

TEST(CalendarTest, CountsWaitingInSessionsAndAfterTheLastOne) {
    const auto calendar = workingWeek();
    EXPECT_EQ(calendar.counted(at(8, 0), at(9, 0)), minutes(60));
    EXPECT_EQ(calendar.counted(at(11, 0), at(14, 0)), minutes(60)) << "half an hour on each side of lunch";
    EXPECT_EQ(calendar.counted(at(5, 0), at(7, 45)), minutes(15));
    EXPECT_EQ(calendar.counted(at(16, 30), at(17, 30)), minutes(60))
        << "whoever still waits is still waiting";
    EXPECT_EQ(calendar.counted(at(12, 0), at(12, 30)), minutes(0));
    EXPECT_EQ(calendar.counted(at(9, 0), at(8, 0)), minutes(0)) << "a clock that was set back";
    EXPECT_EQ(calendar.counted(at(9, 0, saturday), at(10, 0, saturday)), minutes(60)) << "opened by command";
}

TEST(CalendarTest, CountsOverMidnightWithoutAnEnd) {
    const auto calendar = workingWeek();
    EXPECT_EQ(calendar.counted(at(16, 0), at(8, 0, nextDay(monday))), minutes(8 * 60 + 30));
}

TEST(CalendarTest, KnowsTheSessionForWhichNumbersAreGiven) {
    const auto calendar = workingWeek();
    EXPECT_EQ(calendar.sessionAt(at(7, 20)), at(7, 30));
    EXPECT_EQ(calendar.sessionAt(at(11, 29)), at(7, 30));
    EXPECT_EQ(calendar.sessionAt(at(11, 30)), at(13, 30));
    EXPECT_EQ(calendar.sessionAt(at(17, 0)), std::nullopt);
}

}  // namespace
}  // namespace luot::base
