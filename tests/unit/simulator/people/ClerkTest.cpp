#include "simulator/people/Clerk.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

namespace luot::simulator::people {
namespace {

using base::Minutes;
using base::Seconds;
using Kind = Step::Kind;

constexpr base::Date monday{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(23)};
const base::Instant nine = base::instantAt(monday, Minutes(9 * 60));

/// Everything certain: 20 s to sit, 5 min at the counter, 30 s between two tickets.
profile::Profile certain() {
    profile::Profile profile;
    profile.sessions = {"07:30-11:30"};
    auto& how = profile.behaviour;
    how.callToSitSeconds = {20, 0};
    how.finishToNextCallSeconds = {30, 0};
    how.clerkPause.minutes = {9, 0};
    profile.serviceTime["copies"].mu = std::log(5.0);
    return profile;
}

/// A clerk at counter 4 and the time he lives in.
struct Shift {
    explicit Shift(profile::Profile given, std::vector<std::string> transferTo = {})
        : profile(std::move(given)), clerk({4, "An", monday, std::move(transferTo)}, profile, Dice(1, 1)) {}

    /// The next command, after rests; the clock goes on by them.
    std::string command(bool somebodyWaits = true) {
        for (auto step = clerk.next(now, somebodyWaits);; step = clerk.next(now, somebodyWaits)) {
            last = step;
            if (step.kind == Kind::ask) return step.command;
            if (step.kind != Kind::rest) return step.kind == Kind::lookOut ? "(looks out)" : "(leaves)";
            rested = step.until - now;
            now = step.until;
        }
    }
    std::string answer(std::optional<CalledTicket> ticket = {}) {
        clerk.answered(now, std::move(ticket));
        return command();
    }
    /// Opens and calls a ticket.
    std::string callOne(CalledTicket ticket = {"t1", "copies", 1, {}}) {
        command();
        answer();
        return answer(std::move(ticket));
    }

    profile::Profile profile;
    Clerk clerk;
    base::Instant now = nine;
    base::Milliseconds rested{};
    Step last;
};

TEST(ClerkTest, OpensCallsServesAndFinishesInTheTimesOfTheProfile) {
    Shift shift(certain());
    EXPECT_EQ(shift.command(), "open");
    EXPECT_EQ(shift.last.arguments.at("clerk").as_string(), "An");
    EXPECT_EQ(shift.answer(), "call_next");
    EXPECT_EQ(shift.last.arguments.at("counter").as_int64(), 4);
    EXPECT_EQ(shift.answer(CalledTicket{"t1", "copies", 1, {}}), "start");
    EXPECT_EQ(shift.rested, Seconds(20));
    EXPECT_FALSE(shift.clerk.idle());
    EXPECT_EQ(shift.answer(), "finish");
    EXPECT_EQ(shift.rested, Minutes(5));
    EXPECT_EQ(shift.answer(), "call_next");
    EXPECT_EQ(shift.rested, Seconds(30));
    EXPECT_TRUE(shift.clerk.idle());
}

TEST(ClerkTest, LooksOutWhileNobodyWaits) {
    Shift shift(certain());
    shift.command();
    shift.clerk.answered(shift.now, {});
    EXPECT_EQ(shift.command(false), "(looks out)");
    EXPECT_EQ(shift.command(true), "call_next");
    shift.clerk.answered(shift.now, {});
    EXPECT_EQ(shift.command(false), "(looks out)");
}

TEST(ClerkTest, FurtherDossiersTakeTheirPartOfTheTime) {
    auto profile = certain();
    profile.behaviour.bulk.furtherDossierFactor = 0.7;
    Shift shift(profile);
    shift.callOne({"t1", "copies", 3, {}});
    EXPECT_EQ(shift.answer(), "finish");
    EXPECT_EQ(shift.rested, Minutes(12));
}

TEST(ClerkTest, CallsAgainWhomHeDoesNotSeeBeforeGivingHimUp) {
    auto profile = certain();
    profile.behaviour.noShowShare = 0.9;
    profile.behaviour.noShowMorePerMinute = 1;
    Shift shift(profile);
    std::set<std::string> ends;
    shift.command();
    auto next = shift.answer();
    for (int i = 0; i < 40; ++i) {
        ASSERT_EQ(next, "call_next");
        next = shift.answer(CalledTicket{"t1", "copies", 1, Minutes(60)});
        int calls = 1;
        auto waited = shift.rested;
        for (; next == "recall"; ++calls) {
            EXPECT_GE(shift.rested, Seconds(20)) << "the least gap between two calls";
            next = shift.answer();
            waited += shift.rested;
        }
        if (next == "no_show") {
            EXPECT_EQ(calls, 3);
            EXPECT_GE(waited, Seconds(120));
        }
        ends.insert(next);
        next = shift.answer();
        if (next == "finish") next = shift.answer();
    }
    EXPECT_TRUE(ends.contains("no_show"));
}

TEST(ClerkTest, NoShowsGrowWithTheWait) {
    auto profile = certain();
    profile.behaviour.noShowMorePerMinute = 0.01;
    profile.behaviour.noShowMoreAfterMinutes = 30;
    Dice dice(3, 3);
    const auto misses = [&](Minutes waited) {
        int count = 0;
        for (int i = 0; i < 5000; ++i)
            count += !drawVisit(profile, {"t", "copies", 1, waited}, {}, dice).comes;
        return count / 5000.0;
    };
    EXPECT_EQ(misses(Minutes(30)), 0);
    EXPECT_NEAR(misses(Minutes(60)), 0.3, 0.03);
}

TEST(ClerkTest, PutsATicketAsideAndReturnsItLater) {
    auto profile = certain();
    profile.behaviour.holdShare = 1;
    Shift shift(profile);
    shift.callOne();
    EXPECT_EQ(shift.answer(), "hold");
    shift.clerk.answered(shift.now, {});
    EXPECT_FALSE(shift.clerk.idle());
    EXPECT_EQ(shift.command(false), "(looks out)");
    shift.now = shift.last.until;
    EXPECT_EQ(shift.command(false), "return");
    EXPECT_EQ(shift.last.arguments.at("ticket").as_string(), "t1");
    shift.clerk.answered(shift.now, {});
    EXPECT_TRUE(shift.clerk.idle());
}

TEST(ClerkTest, SendsOnToAnotherServiceThanTheTicketsOwn) {
    auto profile = certain();
    profile.behaviour.transferShare = 1;
    Shift shift(profile, {"copies", "land"});
    shift.callOne();
    EXPECT_EQ(shift.answer(), "transfer");
    EXPECT_EQ(shift.last.arguments.at("service").as_string(), "land");
    EXPECT_EQ(shift.answer(), "call_next");
}

TEST(ClerkTest, SendsNobodyOnWhenNoOtherServiceIsServed) {
    auto profile = certain();
    profile.behaviour.transferShare = 1;
    Shift shift(profile, {"copies"});
    shift.callOne();
    EXPECT_EQ(shift.answer(), "finish");
}

TEST(ClerkTest, PausesBetweenTwoTicketsAndComesBack) {
    auto profile = certain();
    profile.behaviour.clerkPause.perClerkPerSession = 20;
    Shift shift(profile);
    shift.command();
    EXPECT_EQ(shift.answer(), "pause");
    EXPECT_NE(shift.last.arguments.at("reason").as_string(), "");
    EXPECT_EQ(shift.answer(), "resume");
    EXPECT_EQ(shift.rested, Minutes(9));
}

TEST(ClerkTest, LeavesACounterThatAnotherHas) {
    Shift shift(certain());
    shift.command();
    shift.clerk.refused(shift.now, {});
    EXPECT_EQ(shift.command(), "(leaves)");
}

TEST(ClerkTest, GoesOnWithTheTicketThatIsThereWhenACallIsRefused) {
    Shift shift(certain());
    shift.command();
    shift.answer();
    Standing standing;
    standing.called = CalledTicket{"t9", "copies", 1, {}};
    shift.clerk.refused(shift.now, standing);
    EXPECT_EQ(shift.command(), "start");
    standing = {};
    standing.serving = CalledTicket{"t9", "copies", 1, {}};
    shift.clerk.refused(shift.now, standing);
    EXPECT_EQ(shift.command(), "finish");
}

TEST(ClerkTest, OpensAgainACounterThatWasClosed) {
    Shift shift(certain());
    shift.command();
    shift.answer();
    Standing standing;
    standing.counterClosed = true;
    shift.clerk.refused(shift.now, standing);
    EXPECT_EQ(shift.command(), "open");
    EXPECT_GT(shift.rested, Seconds(1)) << "a refusal must not be asked again at once";
}

}  // namespace
}  // namespace luot::simulator::people
