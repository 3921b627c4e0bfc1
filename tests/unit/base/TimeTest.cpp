#include "base/Time.hpp"

#include <gtest/gtest.h>

namespace luot::base {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Date monday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};

TEST(TimeTest, InstantIsWrittenInTheZoneOfTheCentreAndReadBack) {
    const auto moment = instantAt(monday, hours(7) + minutes(30)) + Milliseconds(250);
    EXPECT_EQ(formatInstant(moment), "2026-11-23T07:30:00.250+07:00");
    EXPECT_EQ(parseInstant(formatInstant(moment)).value(), moment);
    EXPECT_EQ(formatInstant(instantAt(monday, hours(7))), "2026-11-23T07:00:00+07:00");
}

TEST(TimeTest, InstantIsReadInAnyOffset) {
    const auto moment = instantAt(monday, hours(7));
    for (const auto* text :
         {"2026-11-23T00:00:00Z", "2026-11-23T02:00:00+02:00", "2026-11-22T19:00:00-05:00"})
        EXPECT_EQ(parseInstant(text).value(), moment) << text;
}

TEST(TimeTest, WrongInstantIsRefusedAndShown) {
    for (const auto* text :
         {"", "2026-11-23", "2026-11-23T07:30", "2026-11-23T07:30:00", "2026-02-29T07:30:00Z",
          "2026-11-23T25:00:00Z", "2026-11-23T07:60:00Z", "2026-11-23T07:30:00Z!", "yesterday"}) {
        const auto result = parseInstant(text);
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().fault, Fault::invalidInput);
        EXPECT_NE(result.error().what.find(text), std::string::npos);
    }
}

TEST(TimeTest, DayAndTimeOfDayAreThoseOfTheCentre) {
    const auto lateUtc = parseInstant("2026-11-22T18:15:59Z").value();
    EXPECT_EQ(dateOf(lateUtc), monday);
    EXPECT_EQ(timeOfDay(lateUtc), hours(1) + minutes(15));
    EXPECT_EQ(formatClock(lateUtc), "01:15");
    EXPECT_EQ(dateOf(parseInstant("1969-12-31T16:59:59Z").value()), Date(std::chrono::year(1969) / 12 / 31));
}

TEST(TimeTest, NextDayGoesOverMonthsAndLeapDays) {
    EXPECT_EQ(formatDate(nextDay(parseDate("2026-12-31").value())), "2027-01-01");
    EXPECT_EQ(formatDate(nextDay(parseDate("2028-02-28").value())), "2028-02-29");
}

TEST(TimeTest, DateAndTimeOfDayAreReadStrictly) {
    EXPECT_EQ(parseTimeOfDay("24:00").value(), hours(24));
    EXPECT_EQ(formatTimeOfDay(parseTimeOfDay("07:05").value()), "07:05");
    for (const auto* text : {"7:05", "07:5", "24:01", "07:05:00", ""})
        EXPECT_FALSE(parseTimeOfDay(text)) << text;
    for (const auto* text : {"2026-11-31", "26-11-23", "2026-11-23 ", ""})
        EXPECT_FALSE(parseDate(text)) << text;
}

}  // namespace
}  // namespace luot::base
