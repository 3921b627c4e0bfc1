#include <gmock/gmock.h>

#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr bool priority = true;

TEST(CallOrderTest, ServesFirstComeFirstInsideOneService) {
    auto hall = HallUnderTest::working();
    for (int i = 0; i < 3; ++i) hall.issue("a");
    EXPECT_EQ(hall.serveNext(1), "A001");
    EXPECT_EQ(hall.serveNext(1), "A002");
    EXPECT_EQ(hall.serveNext(1), "A003");
    EXPECT_EQ(hall.callNext(1), "nobody_waiting");
}

TEST(CallOrderTest, SaysFirstComeAndPassesNobodyOver) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.pass(seconds(90));
    hall.callNext(1);
    EXPECT_EQ(hall.lastReason().code, ReasonCode::firstCome);
    EXPECT_EQ(hall.lastReason().waitedS, seconds(90));
    EXPECT_THAT(hall.lastReason().passedOver, IsEmpty());
    EXPECT_EQ(hall.lastReason().passedOverCount, 0);
}

TEST(CallOrderTest, TakesPriorityBeforeNormalAndNamesWhomItPassesOver) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.issue("a");
    hall.issue("a", priority);
    hall.issue("a");
    EXPECT_EQ(hall.callNext(1), "A003");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::priority);
    EXPECT_THAT(hall.lastReason().passedOver, ElementsAre("A001", "A002"));
    EXPECT_EQ(hall.lastReason().passedOverCount, 2);
}

TEST(CallOrderTest, TakesPriorityAcrossTheServicesOfTheCounter) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.issue("b", priority);
    EXPECT_EQ(hall.callNext(2), "B001");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::priority);
}

TEST(CallOrderTest, SaysFirstComeForAPriorityTicketThatCameFirstAnyhow) {
    auto hall = HallUnderTest::working();
    hall.issue("a", priority);
    hall.issue("a");
    EXPECT_EQ(hall.callNext(1), "A001");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::firstCome);
}

TEST(CallOrderTest, TakesNormalTicketAfterTwoPriorityCallsInARow) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    for (int i = 0; i < 4; ++i) hall.issue("a", priority);
    hall.pass(minutes(15) + seconds(1));
    EXPECT_EQ(hall.serveNext(1), "A002");
    EXPECT_EQ(hall.serveNext(1), "A003");
    EXPECT_EQ(hall.serveNext(1), "A001");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::fairTurn);
    EXPECT_EQ(hall.serveNext(1), "A004") << "the run starts anew";
}

TEST(CallOrderTest, LeavesPriorityFirstWhileNoNormalTicketWaitedOverTheLimit) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    for (int i = 0; i < 3; ++i) hall.issue("a", priority);
    hall.pass(minutes(15));
    for (const auto* number : {"A002", "A003", "A004", "A001"}) EXPECT_EQ(hall.serveNext(1), number);
}

TEST(CallOrderTest, CountsTheRunOfPriorityCallsForEachCounterAlone) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    for (int i = 0; i < 3; ++i) hall.issue("a", priority);
    hall.pass(minutes(20));
    EXPECT_EQ(hall.serveNext(1), "A002");
    EXPECT_EQ(hall.serveNext(2), "A003");
    EXPECT_EQ(hall.serveNext(1), "A004");
}

TEST(CallOrderTest, FairTurnGoesToWhoeverHasWaitedLongAndToNoLateResult) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.pass(minutes(16));
    for (int i = 0; i < 3; ++i) hall.issue("a", priority);
    auto late = issueOf("a", "late");
    late.lane = "late_result";
    hall.give(late);
    EXPECT_EQ(hall.serveNext(1), "A002");
    EXPECT_EQ(hall.serveNext(1), "A003");
    EXPECT_EQ(hall.serveNext(1), "A001");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::fairTurn);
}

TEST(CallOrderTest, HasNoCapWhenTheCentreSetsZero) {
    auto rules = smallCentre();
    rules.order.priority.callsInARow = 0;
    rules.order.ceiling = minutes(0);
    auto hall = HallUnderTest::working(rules);
    hall.issue("a");
    for (int i = 0; i < 3; ++i) hall.issue("a", priority);
    hall.pass(minutes(60));
    for (const auto* number : {"A002", "A003", "A004", "A001"}) EXPECT_EQ(hall.serveNext(1), number);
}

TEST(CallOrderTest, HandicapsTheSecondServiceByFiveMinutesOnly) {
    auto hall = HallUnderTest::working();
    hall.issue("b");
    hall.pass(minutes(4));
    hall.issue("a");
    EXPECT_EQ(hall.callNext(2), "A001") << "b came 4 minutes earlier";
    EXPECT_THAT(hall.lastReason().passedOver, ElementsAre("B001"));
}

TEST(CallOrderTest, TakesTheSecondServiceOnceItsWaitOutweighsTheHandicap) {
    auto hall = HallUnderTest::working();
    hall.issue("b");
    hall.pass(minutes(5) + seconds(1));
    hall.issue("a");
    EXPECT_EQ(hall.callNext(2), "B001");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::lowerRank);
}

TEST(CallOrderTest, BreaksATieBetweenServicesByPlace) {
    auto hall = HallUnderTest::working();
    hall.issue("c");
    hall.issue("b");
    EXPECT_EQ(hall.serveNext(3), "C001");
    EXPECT_EQ(hall.serveNext(3), "B001");
}

TEST(CallOrderTest, LeavesWhatTheCounterDoesNotServe) {
    auto hall = HallUnderTest::working();
    hall.issue("c", priority);
    EXPECT_EQ(hall.callNext(1), "nobody_waiting");
    EXPECT_EQ(hall.callNext(2), "nobody_waiting");
}

TEST(CallOrderTest, GivesATicketSentToACounterToThatCounterAlone) {
    auto hall = HallUnderTest::working();
    const auto sent = hall.issue("a");
    hall.issue("b");
    hall.give(TransferTicket{sent, std::nullopt, 3});
    EXPECT_EQ(hall.callNext(1), "nobody_waiting");
    EXPECT_EQ(hall.callNext(3), "A001") << "though the counter does not serve its service";
    EXPECT_EQ(hall.lastReason().code, ReasonCode::transferred);
}

TEST(CallOrderTest, SaysThatTheMainServiceGoesBeforeThoseWhoCameEarlier) {
    auto hall = HallUnderTest::working();
    hall.issue("b");
    hall.pass(minutes(1));
    hall.issue("a");
    EXPECT_EQ(hall.callNext(2), "A001");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::mainService);
    EXPECT_EQ(hall.lastReason().passedOver, std::vector<std::string>{"B001"});
}

TEST(CallOrderTest, SaysFairTurnOfATicketSentHereToo) {
    auto hall = HallUnderTest::working();
    const auto sent = hall.issue("b");
    for (int i = 0; i < 3; ++i) hall.issue("a", priority);
    hall.give(TransferTicket{sent, std::nullopt, 1});
    hall.pass(minutes(15) + seconds(1));
    EXPECT_EQ(hall.serveNext(1), "A001");
    EXPECT_EQ(hall.serveNext(1), "A002");
    EXPECT_EQ(hall.serveNext(1), "B001");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::fairTurn) << "A003 must hear why it still waits";
}

TEST(CallOrderTest, NamesAtMostFiftyPassedOverAndSaysThatThereAreMore) {
    auto hall = HallUnderTest::working();
    for (int i = 0; i < 60; ++i) hall.issue(i % 2 == 0 ? "a" : "b");
    hall.issue("a", priority);
    EXPECT_EQ(hall.callNext(2), "A031");
    const auto reason = hall.lastReason();
    ASSERT_EQ(reason.passedOver.size(), maxPassedOver);
    EXPECT_EQ(reason.passedOverCount, 51);
    EXPECT_EQ(reason.passedOver[0], "A001");
    EXPECT_EQ(reason.passedOver[1], "B001");
    EXPECT_EQ(reason.passedOver[49], "B025");
}

TEST(CallOrderTest, CallByNumberSaysSoAndNamesWhomItPassesOver) {
    auto hall = HallUnderTest::working();
    for (int i = 0; i < 3; ++i) hall.issue("a");
    EXPECT_EQ(hall.answer(CallNumber{1, "A003"}), "ok");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::byNumber);
    EXPECT_THAT(hall.lastReason().passedOver, ElementsAre("A001", "A002"));
}

TEST(CallOrderTest, PriorityGrantedLaterCountsFromTheFirstIssueAndCanBeTakenBack) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    const auto granted = hall.issue("a");
    hall.issue("a", priority);
    hall.give(ChangePriority{granted, true, "with a small child"});
    EXPECT_EQ(hall.callNext(1), "A002");
    hall.give(UndoCall{1});
    hall.give(ChangePriority{granted, false, "mistake"});
    EXPECT_EQ(hall.callNext(1), "A003");
}

TEST(CallOrderTest, AheadCountsThoseBeforeInTheSameClassAndAllOfTheHigherClass) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    const auto second = hall.issue("a");
    const auto first = hall.issue("a", priority);
    hall.issue("b");
    const auto last = hall.issue("a");
    EXPECT_EQ(hall.state.ahead(hall.ticket(second)), 2);
    EXPECT_EQ(hall.state.ahead(hall.ticket(last)), 3);
    EXPECT_EQ(hall.state.ahead(hall.ticket(first)), 0);
    EXPECT_EQ(hall.state.waiting(), 5U);
}

}  // namespace
}  // namespace luot::queue::test
