#include "dispenser/offline/KnownHall.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace luot::dispenser::offline {
namespace {

using std::chrono::minutes;

base::Instant at(int hour, int minute = 0, int day = 23) {
    return base::instantAt(base::Date{std::chrono::year(2026), std::chrono::November,
                                      std::chrono::day(static_cast<unsigned>(day))},
                           minutes(hour * 60 + minute));
}

/// Monday to Friday 7:30 to 11:30 and 13:30 to 17:00; the last number of s2 an hour before.
KnownHall known() {
    KnownHall made;
    for (int day = 0; day < 5; ++day)
        made.hours.centre.week[static_cast<std::size_t>(day)].sessions = {{minutes(450), minutes(690)},
                                                                          {minutes(810), minutes(1020)}};
    made.hours.services = {{"s2", std::nullopt, 3600}};
    made.hall.services = {{.id = "s1", .prefix = "A", .labelVi = "", .labelEn = "", .counters = {}},
                          {.id = "s2", .prefix = "B", .labelVi = "", .labelEn = "", .counters = {}}};
    made.hall.givesTickets = true;
    made.time = {"boot", 1000, at(9), at(9), 1};
    return made;
}

TEST(KnownHallTest, ServicesOpenAndCloseByTheHoursThatWereKnownLast) {
    const auto noon = statusAlone(known(), {at(12), true});
    EXPECT_FALSE(noon.givesTickets);
    EXPECT_FALSE(noon.services->at(0).open);
    EXPECT_EQ(noon.services->at(0).opensAt, at(13, 15)) << "a quarter of an hour before the session";
    const auto late = statusAlone(known(), {at(16, 30), true});
    EXPECT_TRUE(late.services->at(0).open);
    EXPECT_FALSE(late.services->at(1).open);
    EXPECT_TRUE(statusAlone(known(), {at(8, 0, 24), true}).givesTickets) << "on the next day too";
    EXPECT_FALSE(statusAlone(known(), {at(8, 0, 28), true}).givesTickets) << "not on a Saturday";
}

TEST(KnownHallTest, GivesWhenItDoesNotKnowTheTime) {
    const auto status = statusAlone(known(), {at(3), false});
    EXPECT_TRUE(status.givesTickets);
    EXPECT_TRUE(status.services->at(1).open);
}

TEST(KnownHallTest, HallThatWasOpenedByCommandStaysOpenThatDay) {
    auto hall = known();
    hall.time.centre = at(18);
    EXPECT_TRUE(statusAlone(hall, {at(19), true}).givesTickets);
    EXPECT_FALSE(statusAlone(hall, {at(3, 0, 24), true}).givesTickets);
}

TEST(KnownHallTest, ComesBackFromItsFileWhole) {
    const auto file = std::filesystem::path(testing::TempDir()) / "known-hall" / "hall.json";
    ASSERT_TRUE(keepHall(file, known()));
    const auto back = keptHall(file);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->hall, known().hall);
    EXPECT_EQ(back->hours, known().hours);
    std::ofstream(file) << "{\"hall\":";
    EXPECT_FALSE(keptHall(file)) << "a torn file is none";
    std::filesystem::remove_all(file.parent_path());
}

TEST(TimeAnchorTest, MonotonicClockIsBelievedWhateverTheWallClockSays) {
    const TimeAnchor anchor{"boot", 1000, at(9), at(10), 1};
    const auto later = anchor.at("boot", 61'000, at(2));
    EXPECT_EQ(later.centre, at(10, 1));
    EXPECT_TRUE(later.known);
}

TEST(TimeAnchorTest, AfterAStartOfTheMachineTheWallClockHasToDo) {
    const TimeAnchor anchor{"boot", 1000, at(9), at(10), 1};
    const auto later = anchor.at("other boot", 5, at(9, 30));
    EXPECT_EQ(later.centre, at(10, 30));
    EXPECT_TRUE(later.known);
}

TEST(TimeAnchorTest, ClockThatWentBackOverAStartIsNotBelieved) {
    const TimeAnchor anchor{"boot", 1000, at(9), at(10), 1};
    const auto later = anchor.at("other boot", 5, base::Instant{});
    EXPECT_EQ(later.centre, at(10)) << "at least";
    EXPECT_FALSE(later.known);
}

}  // namespace
}  // namespace luot::dispenser::offline
