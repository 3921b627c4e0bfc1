#include "base/Calendar.hpp"

#include <gtest/gtest.h>

#include "base/json/Json.hpp"

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

TEST(CalendarTest, KnowsWhenSoMuchWillHaveCounted) {
    const auto calendar = workingWeek();
    EXPECT_EQ(calendar.whenCounted(at(8, 0), minutes(60)), at(9, 0));
    EXPECT_EQ(calendar.whenCounted(at(11, 0), minutes(60)), at(14, 0))
        << "half an hour on each side of lunch";
    EXPECT_EQ(calendar.whenCounted(at(5, 0), minutes(15)), at(7, 45));
    EXPECT_EQ(calendar.whenCounted(at(12, 0), minutes(1)), at(13, 31));
    EXPECT_EQ(calendar.whenCounted(at(16, 30), minutes(60)), at(17, 30));
    EXPECT_EQ(calendar.whenCounted(at(16, 30), hours(7)), std::nullopt) << "the queue has ended by then";
    EXPECT_EQ(calendar.whenCounted(at(9, 0, saturday), hours(1)), at(10, 0, saturday)) << "opened by command";
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

/// 7:00 to 12:00 and 13:00 to 18:00 from that Tuesday to the Thursday, with a Saturday morning in its week.
Period longerDays() {
    Period period{
        nextDay(monday), Date{std::chrono::sys_days(monday) + std::chrono::days(3)}, {}, "pilot", ""};
    period.week.assign(7, DayPlan{{{hours(7), hours(12)}, {hours(13), hours(18)}}});
    period.week[5] = {{{hours(7), hours(12)}}};
    period.week[6] = {};
    return period;
}

TEST(CalendarTest, HalfDayEndsAtNoon) {
    auto calendar = workingWeek();
    calendar.overrides = {{monday, true, std::nullopt, "meeting", {{minutes(7 * 60 + 30), hours(11)}}}};
    EXPECT_TRUE(calendar.givesTickets(at(10, 59)));
    EXPECT_FALSE(calendar.givesTickets(at(11, 0)));
    EXPECT_FALSE(calendar.givesTickets(at(14, 0)));
    EXPECT_TRUE(calendar.dayIsOn(at(12, 59)));
    EXPECT_FALSE(calendar.dayIsOn(at(13, 0)));
    EXPECT_EQ(calendar.sessionAt(at(11, 0)), std::nullopt);
    EXPECT_EQ(calendar.counted(at(10, 30), at(11, 30)), minutes(60))
        << "whoever still waits is still waiting";
    EXPECT_EQ(calendar.nextGiving(at(11, 0)), at(7, 15, nextDay(monday)));
}

TEST(CalendarTest, SundayHasSessionsOfItsOwn) {
    auto calendar = workingWeek();
    const auto sunday = nextDay(saturday);
    calendar.overrides = {{sunday,
                           true,
                           std::nullopt,
                           "before Tet",
                           {{minutes(7 * 60 + 30), hours(11)}, {minutes(13 * 60 + 30), hours(17)}}}};
    EXPECT_EQ(calendar.nextChange(at(20, 0, friday)), at(7, 15, sunday));
    EXPECT_TRUE(calendar.givesTickets(at(10, 59, sunday)));
    EXPECT_FALSE(calendar.givesTickets(at(11, 15, sunday)));
    EXPECT_EQ(calendar.sessionAt(at(11, 15, sunday)), at(13, 30, sunday));
    EXPECT_EQ(calendar.counted(at(10, 30, sunday), at(14, 0, sunday)), minutes(60));
    EXPECT_TRUE(calendar.sessionsOn(saturday).empty());
}

TEST(CalendarTest, PeriodHoldsOnBothItsEndsAndOnNoOtherDay) {
    auto calendar = workingWeek();
    calendar.periods = {longerDays()};
    for (const auto& end : {calendar.periods[0].from, calendar.periods[0].to}) {
        EXPECT_TRUE(calendar.givesTickets(at(6, 45, end)));
        EXPECT_TRUE(calendar.givesTickets(at(11, 45, end)));
        EXPECT_TRUE(calendar.givesTickets(at(17, 59, end)));
        EXPECT_EQ(calendar.counted(at(11, 30, end), at(13, 30, end)), minutes(60));
    }
    for (const auto& other : {monday, friday}) {
        EXPECT_FALSE(calendar.givesTickets(at(7, 0, other)));
        EXPECT_FALSE(calendar.givesTickets(at(17, 0, other)));
    }
    EXPECT_EQ(calendar.nextChange(at(20, 0)), at(6, 45, nextDay(monday))) << "into the period";
    EXPECT_EQ(calendar.nextChange(at(22, 0, calendar.periods[0].to)), at(7, 15, friday)) << "out of it";
}

TEST(CalendarTest, OverrideGoesBeforeThePeriodAndTakesAWeekdayOfIt) {
    auto calendar = workingWeek();
    calendar.periods = {longerDays()};
    const auto tuesday = nextDay(monday), wednesday = nextDay(tuesday), thursday = nextDay(wednesday);
    calendar.overrides = {{tuesday, false, std::nullopt, "holiday"},
                          {wednesday, true, 5, "as a Saturday"},
                          {thursday, true, std::nullopt, "short", {{hours(9), hours(10)}}},
                          {monday, true, 5, "as a Saturday, which is off outside the period"}};
    EXPECT_TRUE(calendar.sessionsOn(tuesday).empty());
    EXPECT_EQ(calendar.sessionsOn(wednesday), longerDays().week[5].sessions);
    EXPECT_EQ(calendar.sessionsOn(thursday), (std::vector<Session>{{hours(9), hours(10)}}));
    EXPECT_TRUE(calendar.sessionsOn(monday).empty());
}

TEST(CalendarTest, OverrideThatOnlyOpensHasTheSessionsOfThePeriod) {
    auto calendar = workingWeek();
    calendar.periods = {longerDays()};
    calendar.overrides = {{nextDay(monday), true, std::nullopt, "no holiday here"}};
    EXPECT_EQ(calendar.sessionsOn(nextDay(monday)), longerDays().week[1].sessions);
}

TEST(CalendarTest, LooksOverTheNineDaysOffAtTet) {
    auto calendar = workingWeek();
    using namespace std::chrono;
    const Date first{year(2026), February, day(14)}, back{year(2026), February, day(23)};
    for (auto date = first; date != back; date = nextDay(date))
        calendar.overrides.push_back({date, false, std::nullopt, "Tết", {}});
    const auto evening = at(20, 0, Date(sys_days(first) - days(1)));
    EXPECT_EQ(calendar.nextGiving(evening), at(7, 15, back));
    EXPECT_EQ(calendar.nextChange(evening), at(7, 15, back));
}

TEST(CalendarTest, ReadsBackWhatItWrote) {
    auto calendar = workingWeek();
    calendar.periods = {longerDays()};
    calendar.overrides = {{saturday, true, std::nullopt, "extra", {{hours(8), hours(10)}}}};
    EXPECT_EQ(json::decodeText<Calendar>(json::encodeText(calendar)), calendar);
}

TEST(CalendarTest, ReadsWhatWasWrittenBeforePeriodsAndOwnSessions) {
    auto calendar = workingWeek();
    calendar.overrides = {{saturday, true, 0, "make-up day"}};
    auto old = json::encode(calendar).as_object();
    old.erase("periods");
    old.at("overrides").as_array().at(0).as_object().erase("sessions");
    EXPECT_EQ(json::decode<Calendar>(old), calendar);
}

}  // namespace
}  // namespace luot::base
