#include "tests/unit/queue/HallUnderTest.hpp"

/// What a counter did alone becomes known to the hall.
namespace luot::queue::test {
namespace {

SettleCounter::Visit visit(const std::string& ticket, VisitResult result = VisitResult::finished) {
    SettleCounter::Visit made;
    made.ticket = ticket;
    made.result = result;
    made.calledAt = at(8, 10);
    made.startedAt = at(8, 11);
    made.endedAt = at(8, 20);
    return made;
}

TEST(SettlingTest, VisitsBecomeFactsAndCallNobody) {
    auto hall = HallUnderTest::working();
    const auto first = hall.issue("c"), second = hall.issue("c");
    hall.now = at(8, 30);
    const auto decision = hall.give(SettleCounter{3, {visit(first), visit(second, VisitResult::serving)}});
    ASSERT_TRUE(decision);
    ASSERT_EQ(decision->size(), 2U);
    for (const auto& event : *decision) EXPECT_TRUE(std::holds_alternative<TicketSettled>(event));
    EXPECT_EQ(hall.state.ended.at(first).state, TicketState::finished);
    EXPECT_EQ(hall.ticket(second).calledAt, at(8, 10));
    EXPECT_EQ(hall.ticket(second).waitedS, base::Seconds(600));
    EXPECT_EQ(hall.state.desk(3)->ticket, second);
    EXPECT_EQ(hall.answer(FinishTicket{3, std::nullopt}), "ok");
}

TEST(SettlingTest, TicketThatWasCalledBeforeTheServerWentIsFinished) {
    auto hall = HallUnderTest::working();
    const auto ticket = hall.issue("c");
    hall.callNext(3);
    hall.now = at(8, 30);
    EXPECT_EQ(hall.answer(SettleCounter{3, {visit(ticket)}}), "ok");
    EXPECT_FALSE(hall.state.desk(3)->ticket.has_value());
}

TEST(SettlingTest, RepeatIsNothing) {
    auto hall = HallUnderTest::working();
    const SettleCounter command{3, {visit(hall.issue("c")), visit(hall.issue("c"), VisitResult::noShow)}};
    hall.now = at(8, 30);
    EXPECT_EQ(hall.answer(command), "ok");
    EXPECT_EQ(hall.answer(command), "nothing");
}

TEST(SettlingTest, TicketOfSomebodyElseIsLeftAlone) {
    auto hall = HallUnderTest::working();
    const auto called = hall.issue("a");
    hall.callNext(1);
    const auto elsewhere = hall.issue("b");
    hall.give(TransferTicket{elsewhere, std::nullopt, 2});
    const auto cancelled = hall.issue("c");
    hall.give(CancelTicket{cancelled});
    hall.now = at(8, 30);
    EXPECT_EQ(hall.answer(SettleCounter{3, {visit(called), visit(elsewhere), visit(cancelled)}}), "nothing");
    auto sure = visit(elsewhere);
    sure.confirmed = true;
    auto still = visit(called);
    still.confirmed = true;
    const auto decision = hall.give(SettleCounter{3, {sure, still}});
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->size(), 1U) << "the clerk's word does not take a ticket from another counter";
    EXPECT_EQ(hall.state.ended.at(elsewhere).counter, 3);
}

TEST(SettlingTest, NobodyIsPutToACounterThatHasATicket) {
    auto hall = HallUnderTest::working();
    const auto here = hall.issue("c"), other = hall.issue("c");
    hall.callNext(3);
    hall.now = at(8, 30);
    EXPECT_EQ(hall.answer(SettleCounter{3, {visit(other, VisitResult::serving)}}), "nothing");
    EXPECT_EQ(hall.answer(SettleCounter{3, {visit(here), visit(other, VisitResult::serving)}}), "ok");
}

TEST(SettlingTest, TimesStayBetweenIssueAndNow) {
    auto hall = HallUnderTest::working();
    hall.now = at(8, 15);
    const auto ticket = hall.issue("c");
    hall.now = at(8, 16);
    hall.give(SettleCounter{3, {visit(ticket, VisitResult::held)}});
    EXPECT_EQ(hall.ticket(ticket).calledAt, at(8, 15));
    EXPECT_EQ(hall.ticket(ticket).startedAt, at(8, 15));
}

}  // namespace
}  // namespace luot::queue::test
