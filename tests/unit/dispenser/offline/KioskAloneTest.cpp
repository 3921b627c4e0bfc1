#include "dispenser/offline/KioskAlone.hpp"

#include <gtest/gtest.h>

#include "base/Signature.hpp"
#include "tests/unit/dispenser/offline/MemoryStore.hpp"

namespace luot::dispenser::offline {
namespace {

const base::Signature theServer("the server's secret");

base::Instant at(int hour, int minute = 0) {
    return base::instantAt(*base::parseDate("2026-11-23"), std::chrono::minutes(hour * 60 + minute));
}

protocol::SeriesAnswer answer(const std::string& day, int after = 0,
                              const base::Signature& server = theServer) {
    protocol::SeriesAnswer made;
    made.series = {7, "disk", day, after, {}};
    made.series.signature = server.of(made.series.signedText());
    made.key = server.publicKey();
    return made;
}

LoneWish wish(const std::string& service = "s1", const std::string& prefix = "A") {
    return {service, prefix, false, "vi", std::nullopt};
}

class KioskAloneTest : public testing::Test {
protected:
    KioskAlone opened() { return *KioskAlone::open(store); }
    std::string number(KioskAlone& kiosk, const LoneWish& of = wish()) {
        const auto ticket = kiosk.number(of, {"boot", ticks += 1000, at(9), true});
        return ticket ? ticket->number : ticket.error().what;
    }
    static boost::json::array tickets(KioskAlone& kiosk, const std::string& boot = "boot") {
        return kiosk.handIn(boot, [](std::int64_t then) { return at(8) + base::Milliseconds(then); })
            .at("tickets")
            .as_array();
    }

    test::MemoryStore store;
    std::int64_t ticks = 0;
};

TEST_F(KioskAloneTest, GivesNothingBeforeAServerHasGivenItASeries) {
    auto kiosk = opened();
    EXPECT_FALSE(kiosk.mayNumber());
    EXPECT_FALSE(kiosk.number(wish(), {}));
}

TEST_F(KioskAloneTest, CountsOverAllServicesAndOverRestarts) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    EXPECT_EQ(number(kiosk), "A7-001");
    EXPECT_EQ(number(kiosk, wish("s2", "B")), "B7-002");
    auto again = opened();
    EXPECT_EQ(number(again), "A7-003");
    EXPECT_EQ(again.pending(), 3u);
}

TEST_F(KioskAloneTest, NumberThatTheDiskDidNotTakeIsNotGivenAndNeverComesAgain) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    store.losesAnswers = true;
    EXPECT_FALSE(kiosk.number(wish(), {"boot", 1, at(9), true}));
    store.losesAnswers = false;
    EXPECT_EQ(number(kiosk), "A7-002");
    EXPECT_EQ(kiosk.pending(), 1u);
    EXPECT_EQ(opened().pending(), 2u) << "it is on the disk after all, and is handed in: nobody holds it";
}

TEST_F(KioskAloneTest, BeginsANewSeriesOnlyForANewerDay) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    number(kiosk);
    tickets(kiosk);
    ASSERT_TRUE(kiosk.handedIn());
    ASSERT_TRUE(kiosk.begin(answer("2026-11-22")));
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    EXPECT_EQ(number(kiosk), "A7-002") << "an old day and the same day change nothing";
    ASSERT_TRUE(kiosk.begin(answer("2026-11-24")));
    EXPECT_EQ(number(kiosk), "A7-003") << "nothing begins while a ticket is pending";
    tickets(kiosk);
    ASSERT_TRUE(kiosk.handedIn());
    ASSERT_TRUE(kiosk.begin(answer("2026-11-24", 41)));
    EXPECT_EQ(number(kiosk), "A7-042") << "behind what stands in today's hall";
    EXPECT_EQ(opened().series()->day, "2026-11-24");
}

/// Seed 942 of the simulation.
TEST_F(KioskAloneTest, PapersThatBearTheNewDaysDateAlreadyKeepTheirNumbers) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    const auto ahead = kiosk.number(wish(), {"boot", 1, at(25), true});
    EXPECT_EQ(ahead->number, "A7-001") << "of 2026-11-24, says the paper";
    tickets(kiosk);
    ASSERT_TRUE(kiosk.handedIn());
    ASSERT_TRUE(kiosk.begin(answer("2026-11-24")));
    EXPECT_EQ(number(kiosk), "A7-002");
    tickets(kiosk);
    ASSERT_TRUE(kiosk.handedIn());
    // It remembers that when its series begins no earlier than what it printed once.
    auto again = opened();
    ASSERT_TRUE(again.begin(answer("2026-11-25")));
    EXPECT_EQ(number(again), "A7-001");
}

TEST_F(KioskAloneTest, DatesOfPapersOutliveTheSeriesAndAStart) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    ASSERT_TRUE(kiosk.number(wish(), {"boot", 1, at(49), true})) << "a clock two days ahead";
    tickets(kiosk);
    ASSERT_TRUE(kiosk.handedIn());
    ASSERT_TRUE(kiosk.begin(answer("2026-11-24")));
    auto again = opened();
    ASSERT_TRUE(again.begin(answer("2026-11-25")));
    EXPECT_EQ(number(again), "A7-002");
}

TEST_F(KioskAloneTest, TakesNoSeriesThatIsForgedOrForAnotherDisk) {
    auto kiosk = opened();
    auto forged = answer("2026-11-24");
    forged.series.after = 500;
    EXPECT_FALSE(kiosk.begin(forged));
    test::MemoryStore other("other disk");
    auto elsewhere = *KioskAlone::open(other);
    EXPECT_FALSE(elsewhere.begin(answer("2026-11-24")));
    EXPECT_FALSE(kiosk.mayNumber());
}

TEST_F(KioskAloneTest, AnotherServerDoesNotTurnTheCountBack) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    number(kiosk);
    tickets(kiosk);
    ASSERT_TRUE(kiosk.handedIn());
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23", 0, base::Signature("a new server"))));
    EXPECT_EQ(number(kiosk), "A7-002");
}

TEST_F(KioskAloneTest, HandsInUntilTheServerSaysThatItHasThem) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    for (int i = 0; i < 150; ++i) number(kiosk);
    EXPECT_EQ(tickets(kiosk).size(), protocol::mostSlips);
    kiosk.handInFailed();
    EXPECT_EQ(tickets(kiosk).front().at("sequence").as_int64(), 1) << "the same again";
    ASSERT_TRUE(kiosk.handedIn());
    EXPECT_EQ(tickets(kiosk).size(), 50u);
    ASSERT_TRUE(kiosk.handedIn());
    EXPECT_FALSE(kiosk.hasPending());
    EXPECT_FALSE(opened().hasPending());
}

TEST_F(KioskAloneTest, TimesOfThisRunAreReckonedAnewAndOthersKept) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    ASSERT_TRUE(kiosk.number(wish(), {"boot before", 99'000'000, at(8, 30), true}));
    ASSERT_TRUE(kiosk.number(wish(), {"boot", 60 * 60'000, at(15), false}));
    const auto handed = tickets(kiosk);
    EXPECT_EQ(handed.at(0).at("issued_at").as_string(), "2026-11-23T08:30:00+07:00");
    EXPECT_EQ(handed.at(1).at("issued_at").as_string(), "2026-11-23T09:00:00+07:00");
    EXPECT_TRUE(handed.at(1).at("time_known").as_bool());
}

TEST_F(KioskAloneTest, ServerWhoseClockStoodStillDoesNotPutTicketsBeforeItsOwn) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    ASSERT_TRUE(kiosk.number(wish(), {"boot", 10 * 60'000, at(9, 30), true, at(9)}));
    EXPECT_EQ(tickets(kiosk).at(0).at("issued_at").as_string(), "2026-11-23T09:00:00+07:00")
        << "by its present clock it would be 08:10";
}

TEST_F(KioskAloneTest, OutcomeOfThePaperGoesAlongUntilTheTicketIsHandedIn) {
    auto kiosk = opened();
    ASSERT_TRUE(kiosk.begin(answer("2026-11-23")));
    const auto ticket = kiosk.number(wish(), {"boot", 1, at(9), true});
    EXPECT_TRUE(kiosk.holds(ticket->id));
    EXPECT_TRUE(kiosk.notePrinted(ticket->id, "confirmed"));
    EXPECT_EQ(tickets(kiosk).front().at("printed").as_string(), "confirmed");
    EXPECT_FALSE(kiosk.notePrinted(ticket->id, "failed")) << "on its way already";
    ASSERT_TRUE(kiosk.handedIn());
    EXPECT_FALSE(kiosk.holds(ticket->id));
}

}  // namespace
}  // namespace luot::dispenser::offline
