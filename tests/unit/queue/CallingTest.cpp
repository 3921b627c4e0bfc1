#include <gmock/gmock.h>

#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;

std::vector<std::string> names(const Decision& decision) {
    std::vector<std::string> all;
    for (const auto& event : decision.value()) all.push_back(eventName(event));
    return all;
}

TEST(CallingTest, CallNextWhileServingFinishesAndCallsInOneStep) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.issue("a");
    hall.callNext(1);
    hall.give(StartService{1});
    EXPECT_THAT(names(hall.give(CallNext{1})), ElementsAre("ticket_finished", "ticket_called"));
    EXPECT_EQ(hall.state.desk(1)->ticket, "t2");
    EXPECT_EQ(hall.state.ended.at("t1").state, TicketState::finished);
}

TEST(CallingTest, CallNextWhileServingFinishesEvenWhenNobodyWaits) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.callNext(1);
    hall.give(StartService{1});
    EXPECT_THAT(names(hall.give(CallNext{1})), ElementsAre("ticket_finished"));
    EXPECT_EQ(hall.callNext(1), "nobody_waiting");
}

TEST(CallingTest, AtAKeypadCallingTheNextMeansTheLastWasServed) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.issue("a");
    EXPECT_EQ(hall.callNext(9), "A001");
    hall.pass(minutes(3));
    const auto events = hall.give(CallNext{9});
    ASSERT_THAT(names(events), ElementsAre("ticket_finished", "ticket_called"));
    const auto& served = std::get<TicketFinished>(events->front()).ticket;
    EXPECT_EQ(served.startedAt, served.lastCalledAt);
    EXPECT_EQ(served.endedAt, hall.now);
    EXPECT_EQ(hall.answer(FinishTicket{9, std::nullopt}), "ok");
}

TEST(CallingTest, CallOfAnotherNumberWhileServingFinishesFirst) {
    auto hall = HallUnderTest::working();
    for (int i = 0; i < 3; ++i) hall.issue("a");
    hall.callNext(1);
    hall.give(StartService{1});
    EXPECT_THAT(names(hall.give(CallNumber{1, "A003"})), ElementsAre("ticket_finished", "ticket_called"));
}

TEST(CallingTest, TicketKeepsTheTimesOfItsWay) {
    auto hall = HallUnderTest::working();
    const auto id = hall.issue("a");
    hall.pass(minutes(4));
    const auto called = hall.now;
    hall.callNext(1);
    hall.pass(seconds(30));
    hall.give(Recall{1});
    EXPECT_EQ(hall.ticket(id).calls, 2);
    EXPECT_EQ(hall.ticket(id).calledAt, called);
    EXPECT_EQ(hall.ticket(id).lastCalledAt, hall.now);
    hall.pass(seconds(10));
    hall.give(StartService{1});
    EXPECT_EQ(hall.ticket(id).startedAt, hall.now);
    EXPECT_EQ(hall.ticket(id).clerk, "clerk 1");
    hall.pass(minutes(5));
    const auto events = hall.give(FinishTicket{1, "accepted"});
    const auto& ticket = std::get<TicketFinished>(events->front()).ticket;
    EXPECT_EQ(ticket.endedAt, hall.now);
    EXPECT_EQ(ticket.outcome, "accepted");
    EXPECT_EQ(ticket.counter, 1);
}

TEST(CallingTest, UndoMakesTheTicketExactlyAsItWas) {
    auto hall = HallUnderTest::working();
    const auto id = hall.issue("a");
    hall.issue("a");
    const auto before = hall.ticket(id);
    hall.callNext(1);
    hall.pass(seconds(10));
    EXPECT_EQ(hall.answer(UndoCall{1}), "ok");
    EXPECT_EQ(hall.ticket(id), before);
    EXPECT_EQ(hall.state.desk(1)->ticket, std::nullopt);
    EXPECT_EQ(hall.callNext(1), "A001");
}

TEST(CallingTest, UndoPutsHeldAndMissedTicketsBackWhereTheyWere) {
    auto hall = HallUnderTest::working();
    const auto held = hall.issue("a");
    const auto missed = hall.issue("a");
    hall.callNext(1);
    hall.give(HoldTicket{1});
    hall.callNext(1);
    hall.give(MissTicket{1});
    for (const auto& id : {held, missed}) {
        const auto before = hall.ticket(id);
        EXPECT_EQ(hall.answer(CallNumber{1, before.number}), "ok");
        EXPECT_EQ(hall.answer(UndoCall{1}), "ok");
        EXPECT_EQ(hall.ticket(id), before);
    }
}

TEST(CallingTest, UndoIsTooLateAfterTenSecondsAndWorksOnce) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.callNext(1);
    hall.pass(seconds(10) + base::Milliseconds(1));
    EXPECT_EQ(hall.answer(UndoCall{1}), "too_late");
    hall.give(ReturnTicket{"t1"});
    hall.callNext(1);
    EXPECT_EQ(hall.answer(UndoCall{1}), "ok");
    EXPECT_EQ(hall.answer(UndoCall{1}), "wrong_state");
}

TEST(CallingTest, UndoKeepsPriorityAndPrintThatCameAfterTheCall) {
    auto hall = HallUnderTest::working();
    const auto id = hall.issue("a");
    hall.callNext(1);
    hall.give(ChangePriority{id, true, "over 80"});
    hall.give(RecordPrint{id, PrintOutcome::confirmed});
    hall.give(UndoCall{1});
    EXPECT_TRUE(hall.ticket(id).priority);
    EXPECT_EQ(hall.ticket(id).printed, PrintOutcome::confirmed);
    EXPECT_EQ(hall.callNext(1), "A001");
}

TEST(CallingTest, UndoTakesTheCallOutOfTheRunOfPriorityCalls) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    for (int i = 0; i < 3; ++i) hall.issue("a", true);
    hall.pass(minutes(20));
    hall.serveNext(1);
    hall.callNext(1);
    hall.give(UndoCall{1});
    EXPECT_EQ(hall.serveNext(1), "A003") << "the second priority call";
    EXPECT_EQ(hall.serveNext(1), "A001") << "the fair turn";
}

TEST(TransferTest, KeepsNumberPlaceAndFirstIssueTime) {
    auto hall = HallUnderTest::working();
    const auto moved = hall.issue("a");
    const auto issuedAt = hall.now;
    hall.pass(minutes(1));
    hall.issue("b");
    hall.callNext(1);
    hall.give(StartService{1});
    const auto events = hall.give(TransferTicket{moved, "b", std::nullopt});
    const auto& fact = std::get<TicketTransferred>(events->front());
    EXPECT_EQ(fact.fromService, "a");
    EXPECT_EQ(fact.fromCounter, 1);
    EXPECT_EQ(fact.ticket.number, "A001");
    EXPECT_EQ(fact.ticket.issuedAt, issuedAt);
    EXPECT_EQ(hall.callNext(3), "A001") << "before the b that came later";
}

TEST(TransferTest, ToAServiceTakesBackThatItWasSentToACounter) {
    auto hall = HallUnderTest::working();
    const auto id = hall.issue("a");
    hall.give(TransferTicket{id, std::nullopt, 3});
    EXPECT_EQ(hall.answer(TransferTicket{id, std::nullopt, 3}), "nothing");
    EXPECT_EQ(hall.callNext(1), "nobody_waiting");
    EXPECT_EQ(hall.answer(CallNumber{1, "A001"}), "not_served_here");
    hall.give(TransferTicket{id, "a", std::nullopt});
    EXPECT_EQ(hall.answer(TransferTicket{id, "a", std::nullopt}), "nothing");
    EXPECT_EQ(hall.callNext(1), "A001");
}

TEST(TransferTest, TicketSentToACounterWaitsForItAgainAfterItsReturn) {
    auto hall = HallUnderTest::working();
    const auto id = hall.issue("a");
    hall.give(TransferTicket{id, std::nullopt, 3});
    hall.callNext(3);
    hall.give(ReturnTicket{id});
    EXPECT_EQ(hall.callNext(1), "nobody_waiting");
    EXPECT_EQ(hall.callNext(3), "A001");
}

TEST(ReturnTest, HeldAndCalledTicketsComeBackToTheirOwnPlace) {
    auto hall = HallUnderTest::working();
    const auto first = hall.issue("a");
    hall.issue("a");
    hall.callNext(1);
    hall.give(HoldTicket{1});
    hall.give(ReturnTicket{first});
    EXPECT_EQ(hall.callNext(1), "A001");
    hall.give(ReturnTicket{first});
    EXPECT_EQ(hall.state.desk(1)->ticket, std::nullopt);
    EXPECT_EQ(hall.callNext(1), "A001");
}

std::vector<std::string> lineAfterReturn(HallUnderTest& hall, int others, int lateComers) {
    for (int i = 0; i < lateComers; ++i) {
        hall.issue("a");
        hall.callNext(1);
        hall.give(MissTicket{1});
    }
    for (int i = 0; i < others; ++i) hall.issue("a");
    for (int i = 0; i < lateComers; ++i) hall.give(ReturnTicket{"t" + std::to_string(i + 1)});
    std::vector<std::string> line;
    for (int i = 0; i < others + lateComers; ++i) line.push_back(hall.serveNext(1));
    return line;
}

TEST(ReturnTest, LateComerGoesBehindThreeTickets) {
    auto hall = HallUnderTest::working();
    EXPECT_THAT(lineAfterReturn(hall, 5, 1), ElementsAre("A002", "A003", "A004", "A001", "A005", "A006"));
}

TEST(ReturnTest, LateComersKeepTheOrderInWhichTheyCameBack) {
    auto hall = HallUnderTest::working();
    EXPECT_THAT(lineAfterReturn(hall, 4, 2), ElementsAre("A003", "A004", "A005", "A001", "A002", "A006"));
}

TEST(ReturnTest, LateComerGoesBehindAllWhenFewerWait) {
    auto hall = HallUnderTest::working();
    EXPECT_THAT(lineAfterReturn(hall, 2, 1), ElementsAre("A002", "A003", "A001"));
}

TEST(ReturnTest, LateComerOfAnEmptyLineIsNextAndBeforeThoseWhoComeAfter) {
    auto hall = HallUnderTest::working();
    EXPECT_THAT(lineAfterReturn(hall, 0, 1), ElementsAre("A001"));
}

TEST(ReturnTest, LateComerDoesNotJumpBeforeItsOwnOldPlace) {
    auto hall = HallUnderTest::working();
    for (int i = 0; i < 5; ++i) hall.issue("a");
    hall.give(CallNumber{1, "A005"});
    hall.give(MissTicket{1});
    hall.give(ReturnTicket{"t5"});
    for (const auto* number : {"A001", "A002", "A003", "A004", "A005"}) EXPECT_EQ(hall.serveNext(1), number);
}

TEST(ReturnTest, NoShowMayComeBackWithinThirtyMinutes) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.callNext(1);
    hall.give(MissTicket{1});
    hall.pass(minutes(30));
    EXPECT_EQ(hall.answer(ReturnTicket{"t1"}), "ok");
    EXPECT_EQ(hall.ticket("t1").endedAt, std::nullopt);
}

TEST(ReturnTest, NoShowMayNotComeBackAfterTheDay) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.callNext(1);
    hall.give(MissTicket{1});
    hall.give(CloseDay{});
    EXPECT_EQ(hall.answer(ReturnTicket{"t1"}), "day_closed");
}

TEST(ReturnTest, ThousandsOfLateComersAllFindAPlaceOfTheirOwn) {
    auto hall = HallUnderTest::working();
    const auto first = hall.issue("a");
    const auto late = hall.issue("a");
    for (int i = 0; i < 2500; ++i) {
        hall.give(CallNumber{1, "A002"});
        hall.give(MissTicket{1});
        EXPECT_EQ(hall.answer(ReturnTicket{late}), "ok");
    }
    EXPECT_GT(hall.ticket(late).place, hall.ticket(first).place);
    EXPECT_EQ(hall.state.waiting(), 2U);
}

}  // namespace
}  // namespace luot::queue::test
