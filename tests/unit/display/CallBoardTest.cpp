#include "display/CallBoard.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

namespace luot::display {
namespace {

/// A board and the clock that moves it.
struct CallBoardTest : ::testing::Test {
    CallBoard board;
    Ticks now = 1'000'000;
    std::int64_t seq = 0;

    void call(const std::string& number, int times = 1) { callAged(number, 0, times); }
    void callAged(const std::string& number, Ticks age, int times = 1) {
        board.called({++seq, "id-" + number, number, "chung-thuc", 2, false, times, now - age}, now);
    }
    void pass(Ticks milliseconds) {
        now += milliseconds;
        board.advance(now);
    }
    std::vector<std::string> large() const {
        std::vector<std::string> numbers;
        for (const Card& card : board.cards()) numbers.push_back(card.call.number);
        return numbers;
    }
    bool waits(const std::string& number) const { return board.isWaiting("id-" + number); }
    bool flashes(const std::string& number) const { return board.flashes("id-" + number, now); }
};
using Numbers = std::vector<std::string>;

TEST_F(CallBoardTest, ShowsACallAtOnceAndFlashesItForSixSeconds) {
    call("A045");
    EXPECT_EQ(large(), Numbers{"A045"});
    EXPECT_TRUE(flashes("A045"));
    pass(5'999);
    EXPECT_TRUE(flashes("A045"));
    pass(1);
    EXPECT_FALSE(flashes("A045"));
    EXPECT_EQ(large(), Numbers{"A045"}) << "the call rests on the screen after its flash";
}

TEST_F(CallBoardTest, PutsASecondCallBelowTheFirstWhichStaysWhereItIs) {
    call("C010");
    pass(2'000);
    call("A046");
    EXPECT_EQ(large(), (Numbers{"C010", "A046"}));
}

TEST_F(CallBoardTest, KeepsEveryCallLargeForEightSecondsThenTheNextTakesTheOldestPlace) {
    call("A001");
    pass(1'000);
    call("A002");
    pass(1'000);
    call("A003");
    EXPECT_TRUE(waits("A003"));
    pass(5'999);
    EXPECT_EQ(large(), (Numbers{"A001", "A002"}));
    pass(1);
    EXPECT_EQ(large(), (Numbers{"A003", "A002"}));
}

TEST_F(CallBoardTest, ReplacesALoneCallThatHasBeenSeenLongEnough) {
    call("A001");
    pass(8'000);
    call("A002");
    EXPECT_EQ(large(), Numbers{"A002"});
}

TEST_F(CallBoardTest, SendsTheOldestOfMoreThanSixWaitingCallsToTheTableWithAFlashOfTheirOwn) {
    for (int i = 1; i <= 8; ++i) call("A00" + std::to_string(i));
    EXPECT_TRUE(waits("A003"));
    call("A009");
    EXPECT_FALSE(waits("A003")) << "two are large, six wait";
    EXPECT_FALSE(board.isLarge("id-A003"));
    EXPECT_TRUE(flashes("A003"));
    EXPECT_TRUE(waits("A004"));
    pass(6'000);
    EXPECT_FALSE(flashes("A003"));
}

TEST_F(CallBoardTest, DoesNotShowLargeAWaitingCallThatHasEnded) {
    call("A001");
    call("A002");
    call("A003");
    board.ended("id-A003");
    pass(8'000);
    EXPECT_EQ(large(), (Numbers{"A001", "A002"}));
}

TEST_F(CallBoardTest, KeepsACallThatIsLargeWhenItsServiceEnds) {
    call("A001");
    board.ended("id-A001");
    EXPECT_EQ(large(), Numbers{"A001"});
}

TEST_F(CallBoardTest, TakesAnUndoneCallOffTheScreenAndGivesItsPlaceToTheNext) {
    call("A001");
    call("A002");
    call("A003");
    board.withdrawn("id-A001", now);
    EXPECT_EQ(large(), (Numbers{"A002", "A003"}));
}

TEST_F(CallBoardTest, DoesNotShowLargeACallOlderThanSixtySeconds) {
    callAged("A001", 60'000);
    EXPECT_TRUE(board.cards().empty());
    callAged("A002", 59'999);
    EXPECT_EQ(large(), Numbers{"A002"});
}

TEST_F(CallBoardTest, MakesOneCardOfTwoTwentySecondsAfterTheLastCall) {
    call("A001");
    pass(3'000);
    call("A002");
    pass(19'999);
    EXPECT_EQ(large().size(), 2U);
    pass(1);
    EXPECT_EQ(large(), Numbers{"A002"});
}

TEST_F(CallBoardTest, FlashesARecallInItsPlaceAndNeverShowsANumberTwice) {
    call("A001");
    pass(3'000);
    call("A002");
    pass(5'000);
    call("A001", 2);
    EXPECT_EQ(large(), (Numbers{"A001", "A002"}));
    EXPECT_EQ(board.cards()[0].call.times, 2);
    EXPECT_TRUE(flashes("A001"));
}

TEST_F(CallBoardTest, TellsEachShownCallOnce) {
    call("A001");
    call("A002");
    call("A003");
    EXPECT_EQ(board.takeShown(), (std::vector<std::int64_t>{1, 2}));
    EXPECT_TRUE(board.takeShown().empty());
    pass(8'000);
    EXPECT_EQ(board.takeShown(), std::vector<std::int64_t>{3});
}

TEST_F(CallBoardTest, SaysWhenItChangesNext) {
    EXPECT_EQ(board.nextChange(now), std::nullopt);
    call("A001");
    EXPECT_EQ(board.nextChange(now), now + CallBoard::flashFor);
}

/// Ten calls within five seconds, the hall's rush: each is large or stands in the table for eight seconds at
/// least.
TEST_F(CallBoardTest, LosesNoneOfTenCallsInFiveSeconds) {
    std::map<std::string, Ticks> seen;
    const auto look = [&](Ticks step) {
        for (int i = 1; i <= 10 && i <= seq; ++i) {
            const std::string number = "A0" + std::to_string(10 + i);
            if (!waits(number)) seen[number] += step;
        }
    };
    for (int i = 1; i <= 10; ++i) {
        call("A0" + std::to_string(10 + i));
        look(500);
        pass(500);
    }
    for (int i = 0; i < 120; ++i) {
        look(500);
        pass(500);
    }
    ASSERT_EQ(seen.size(), 10U);
    for (const auto& [number, time] : seen) EXPECT_GE(time, 8'000) << number;
}

/// Whatever comes: at most two cards, no number twice, none both large and waiting, and none leaves a card
/// early.
RC_GTEST_PROP(CallBoardProperty, KeepsItsPromises, ()) {
    CallBoard board;
    Ticks now = 0;
    std::map<std::string, Ticks> since;
    const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 30), rc::gen::inRange(0, 4'000)));
    std::int64_t seq = 0;
    for (const auto& [ticket, wait] : steps) {
        now += wait;
        board.advance(now);
        board.called({++seq, std::to_string(ticket), std::to_string(ticket), "s", 1, false, 1, now}, now);
        std::map<std::string, Ticks> shown;
        RC_ASSERT(board.cards().size() <= 2U);
        for (const Card& card : board.cards()) {
            RC_ASSERT(shown.emplace(card.call.ticket, card.shownAt).second);
            RC_ASSERT(!board.isWaiting(card.call.ticket));
        }
        for (const auto& [gone, at] : since) {
            if (shown.count(gone) == 0) RC_ASSERT(now - at >= CallBoard::leastShown);
        }
        since = shown;
    }
}

}  // namespace
}  // namespace luot::display
