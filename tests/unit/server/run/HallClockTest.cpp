#include "server/run/HallClock.hpp"

#include <gtest/gtest.h>

namespace luot::server::run {
namespace {

using base::Instant;
using base::Milliseconds;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class HallClockTest : public testing::Test {
protected:
    HallClock clock(std::optional<Instant> last = std::nullopt) {
        return {last, {[this] { return wall_; }, [this] { return steady_; }}};
    }
    void pass(Milliseconds time) {
        wall_ += time;
        steady_ += time;
    }

    const Instant morning_ = base::parseInstant("2026-11-23T09:00:00+07:00").value();
    Instant wall_ = morning_;
    std::chrono::steady_clock::time_point steady_{seconds(5)};
};

TEST_F(HallClockTest, RunsWithTheMonotonicClock) {
    auto clock = this->clock();
    pass(minutes(10));
    EXPECT_EQ(clock.now(), morning_ + minutes(10));
    EXPECT_FALSE(clock.look());
}

TEST_F(HallClockTest, AWallClockThatIsSetChangesNothingButIsReported) {
    for (const Milliseconds set : {Milliseconds(hours(1)), Milliseconds(-hours(1)), Milliseconds(hours(24)),
                                   Milliseconds(-hours(24 * 365 * 56))}) {
        wall_ = morning_;
        auto clock = this->clock();
        wall_ += set;
        pass(minutes(1));
        EXPECT_EQ(clock.look(), set);
        EXPECT_EQ(clock.now(), morning_ + minutes(1));
        EXPECT_FALSE(clock.look()) << "reported once";
        pass(minutes(1));
        EXPECT_EQ(clock.now(), morning_ + minutes(2));
    }
}

TEST_F(HallClockTest, FollowsSlewingButNeverBack) {
    auto clock = this->clock();
    for (int i = 0; i < 100; ++i) {
        pass(seconds(5));
        wall_ += Milliseconds(50);
        EXPECT_FALSE(clock.look());
    }
    EXPECT_EQ(clock.now(), wall_);
    const auto before = clock.now();
    wall_ -= seconds(3);
    EXPECT_FALSE(clock.look());
    EXPECT_GE(clock.now(), before);
}

TEST_F(HallClockTest, GoesOverToTheWallClockWhenToldUnlessItIsBehind) {
    auto clock = this->clock();
    wall_ += hours(2);
    clock.look();
    clock.follow();
    EXPECT_EQ(clock.now(), morning_ + hours(2));
    EXPECT_FALSE(clock.look());
    wall_ -= hours(3);
    EXPECT_TRUE(clock.look());
    clock.follow();
    EXPECT_EQ(clock.now(), morning_ + hours(2));
}

TEST_F(HallClockTest, ABoardThatBeginsIn1970GoesOnFromTheJournalUntilItsClockIsSet) {
    wall_ = Instant{};
    auto clock = this->clock(morning_);
    EXPECT_TRUE(clock.guessed());
    EXPECT_EQ(clock.now(), morning_);
    const auto behind = clock.look();
    ASSERT_TRUE(behind) << "staff must know";
    EXPECT_LT(*behind, -hours(24));
    pass(minutes(3));
    EXPECT_FALSE(clock.look());
    EXPECT_EQ(clock.now(), morning_ + minutes(3));
    wall_ = morning_ + minutes(20);
    EXPECT_TRUE(clock.look());
    EXPECT_FALSE(clock.guessed());
    EXPECT_EQ(clock.now(), morning_ + minutes(20)) << "the outage was real";
}

TEST_F(HallClockTest, AClockThatWasYearsAheadIsGivenUpOnceItIsSetRight) {
    const auto right = wall_;
    wall_ += hours(24 * 365 * 12);
    auto clock = this->clock();
    pass(minutes(1));
    wall_ = right + minutes(1);
    EXPECT_TRUE(clock.look());
    EXPECT_GT(clock.now(), right + hours(24)) << "not while people wait";
    clock.follow();
    EXPECT_EQ(clock.now(), right + minutes(1));
}

TEST_F(HallClockTest, AJournalOfAClockThatWasYearsAheadIsNotGoneOnFrom) {
    auto clock = this->clock(morning_ + hours(24 * 365 * 12));
    EXPECT_FALSE(clock.guessed());
    EXPECT_EQ(clock.now(), morning_);
}

}  // namespace
}  // namespace luot::server::run
