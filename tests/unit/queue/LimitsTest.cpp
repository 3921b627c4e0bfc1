#include "tests/unit/queue/HallUnderTest.hpp"

#include "queue/outlook/Alerts.hpp"

/// Limits of calling, holding and preparing.
namespace luot::queue::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Rules withLimits() {
    auto rules = smallCentre();
    const CallingRules defaults;
    rules.calling = defaults;
    return rules;
}

HallUnderTest withOneCalled() {
    auto hall = HallUnderTest::working(withLimits());
    hall.issue("a");
    hall.callNext(1);
    return hall;
}

std::string detailOf(HallUnderTest& hall, const Command& command) {
    const auto refused = hall.give(command);
    return refused ? "allowed" : refused.error().detail;
}

TEST(LimitsTest, RecallsAreTwentySecondsApartAndThreeAtMost) {
    auto hall = withOneCalled();
    hall.pass(seconds(19));
    EXPECT_EQ(hall.answer(Recall{1}), "too_early");
    EXPECT_EQ(detailOf(hall, Recall{1}), "1") << "seconds that are missing";
    for (int i = 0; i < 3; ++i) {
        hall.pass(seconds(20));
        EXPECT_EQ(hall.answer(Recall{1}), "ok");
    }
    hall.pass(seconds(60));
    EXPECT_EQ(hall.answer(Recall{1}), "recall_limit");
    EXPECT_EQ(hall.ticket("t1").calls, 4);
}

TEST(LimitsTest, NoShowNeedsThreeCallsAndTwoMinutes) {
    auto hall = withOneCalled();
    hall.pass(seconds(130));
    EXPECT_EQ(hall.answer(MissTicket{1}), "calls_missing");
    EXPECT_EQ(detailOf(hall, MissTicket{1}), "2");
    hall.give(Recall{1});
    hall.pass(seconds(20));
    hall.give(Recall{1});
    EXPECT_EQ(hall.answer(MissTicket{1}), "ok");
}

TEST(LimitsTest, ThreeQuickCallsAreNoNoShowYet) {
    auto hall = withOneCalled();
    for (int i = 0; i < 2; ++i) {
        hall.pass(seconds(20));
        hall.give(Recall{1});
    }
    EXPECT_EQ(hall.answer(MissTicket{1}), "too_early");
    EXPECT_EQ(detailOf(hall, MissTicket{1}), "80");
    hall.pass(seconds(80));
    EXPECT_EQ(hall.answer(MissTicket{1}), "ok");
}

TEST(LimitsTest, LaterCallOfALateComerCountsAnew) {
    auto hall = withOneCalled();
    for (int i = 0; i < 3; ++i) hall.pass(seconds(50)), hall.give(Recall{1});
    EXPECT_EQ(hall.answer(MissTicket{1}), "ok");
    hall.give(ReturnTicket{"t1"});
    EXPECT_EQ(hall.callNext(1), "A001");
    hall.pass(seconds(200));
    EXPECT_EQ(hall.answer(MissTicket{1}), "calls_missing");
    EXPECT_EQ(hall.answer(Recall{1}), "ok");
}

TEST(LimitsTest, NoShowTimerStopsOverLunch) {
    auto hall = HallUnderTest::working(withLimits());
    hall.now = at(11, 29);
    hall.issue("a");
    hall.callNext(1);
    for (int i = 0; i < 2; ++i) hall.pass(minutes(20)), hall.give(Recall{1});
    hall.now = at(13, 30, 59);
    EXPECT_EQ(hall.answer(MissTicket{1}), "too_early") << "one minute before lunch, 59 seconds after";
    hall.pass(seconds(1));
    EXPECT_EQ(hall.answer(MissTicket{1}), "ok");
}

TEST(LimitsTest, LateComersHalfHourStopsOverLunch) {
    auto hall = HallUnderTest::working();
    hall.now = at(11, 10);
    hall.issue("a");
    hall.callNext(1);
    hall.give(MissTicket{1});
    hall.now = at(13, 39);
    EXPECT_EQ(hall.answer(ReturnTicket{"t1"}), "ok");
}

TEST(LimitsTest, HoldOfHalfAnHourRaisesAnAlert) {
    auto hall = withOneCalled();
    hall.give(HoldTicket{1});
    const auto due = hall.now + minutes(30);
    EXPECT_TRUE(alertsOf(hall.state, hall.now).empty());
    EXPECT_EQ(nextAlert(hall.state, hall.now), due);
    EXPECT_EQ(alertsOf(hall.state, due), (std::vector<Alert>{{AlertCode::heldTooLong, "A001", "a", 1}}));
    hall.give(ReturnTicket{"t1"});
    EXPECT_TRUE(alertsOf(hall.state, due).empty());
}

TEST(LimitsTest, ServiceThatNobodyServesRaisesAnAlertWhilePeopleWait) {
    auto hall = HallUnderTest::working();
    hall.issue("c");
    EXPECT_TRUE(alertsOf(hall.state, hall.now).empty());
    hall.give(CloseCounter{3});
    EXPECT_EQ(alertsOf(hall.state, hall.now),
              (std::vector<Alert>{{AlertCode::serviceUnserved, std::nullopt, "c", std::nullopt}}));
}

TEST(LimitsTest, FinishingCallsTheNextWhereSet) {
    auto rules = smallCentre();
    rules.calling.autoCall = true;
    auto hall = HallUnderTest::working(rules);
    hall.issue("a");
    hall.issue("a");
    hall.callNext(1);
    hall.give(StartService{1});
    const auto events = hall.give(FinishTicket{1, std::nullopt});
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 2u);
    EXPECT_EQ(std::get<TicketCalled>(events->back()).ticket.number, "A002");
}

TEST(LimitsTest, OutcomeMustBeOneOfTheCentres) {
    auto rules = smallCentre();
    rules.calling.outcomes = {{"received", {"Đã nhận", "Received"}}};
    auto hall = HallUnderTest::working(rules);
    hall.issue("a");
    hall.callNext(1);
    hall.give(StartService{1});
    EXPECT_EQ(hall.answer(FinishTicket{1, "lost"}), "bad_argument");
    EXPECT_EQ(hall.answer(FinishTicket{1, "received"}), "ok");
}

TEST(LimitsTest, DossiersCanBePutToATicketWhileItIsHere) {
    auto hall = withOneCalled();
    EXPECT_EQ(hall.answer(ChangeDossiers{"t1", 3, "any shape 12/AB"}), "ok");
    EXPECT_EQ(hall.ticket("t1").dossiers, 3);
    EXPECT_EQ(hall.ticket("t1").dossierCode, "any shape 12/AB");
    EXPECT_EQ(hall.answer(ChangeDossiers{"t1", 3, std::nullopt}), "nothing");
    EXPECT_EQ(hall.answer(ChangeDossiers{"t1", 0, std::nullopt}), "bad_argument");
    EXPECT_EQ(hall.answer(ChangeDossiers{"t1", std::nullopt, std::nullopt}), "bad_argument");
}

TEST(PrepareTest, NamesTheNextOnesWhoGoOnWaiting) {
    auto hall = HallUnderTest::working();
    for (int i = 0; i < 3; ++i) hall.issue("a");
    hall.issue("a", true);
    const auto events = hall.give(PrepareTickets{1, 3});
    ASSERT_TRUE(events);
    EXPECT_EQ(std::get<TicketsPrepared>(events->front()).numbers,
              (std::vector<std::string>{"A004", "A001", "A002"}));
    EXPECT_EQ(hall.state.waiting(), 4u);
    EXPECT_EQ(hall.answer(PrepareTickets{1, 0}), "bad_argument");
}

TEST(PrepareTest, NamesThoseWhomTheCounterThenCalls) {
    auto hall = HallUnderTest::working();
    hall.give(ImportAppointments{{{"x", "a", at(10, 30), "", {}}}});
    auto early = issueOf("a", "early");
    early.appointment = "x";
    const auto sent = hall.issue("c");
    hall.issue("b");
    hall.issue("a");
    hall.give(early);
    for (int i = 0; i < 3; ++i) hall.issue("a", true);
    hall.give(TransferTicket{sent, std::nullopt, 2});
    hall.pass(std::chrono::minutes(16));
    const auto events = hall.give(PrepareTickets{2, 9});
    ASSERT_TRUE(events);
    const auto announced = std::get<TicketsPrepared>(events->front()).numbers;
    ASSERT_EQ(announced.size(), 7u);
    for (const auto& number : announced) EXPECT_EQ(hall.serveNext(2), number);
}

TEST(PrepareTest, CallsARangeIntoAZone) {
    auto rules = smallCentre();
    rules.zones = {{"B", {"Khu B", "Area B"}}};
    auto hall = HallUnderTest::working(rules);
    for (int i = 0; i < 5; ++i) hall.issue("b");
    const auto events = hall.give(CallRange{"b", 2, "B"});
    ASSERT_TRUE(events);
    const auto& fact = std::get<TicketsPrepared>(events->front());
    EXPECT_EQ(fact.numbers, (std::vector<std::string>{"B001", "B002"}));
    EXPECT_EQ(fact.zone, "B");
    EXPECT_EQ(hall.answer(CallRange{"b", 2, "Z"}), "bad_argument");
    EXPECT_EQ(hall.answer(CallRange{"c", 2, "B"}), "nobody_waiting");
}

}  // namespace
}  // namespace luot::queue::test
