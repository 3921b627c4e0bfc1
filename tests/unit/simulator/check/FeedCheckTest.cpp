#include "simulator/check/FeedCheck.hpp"

#include <gmock/gmock.h>

namespace luot::simulator::check {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

protocol::Ticket ticket(std::string id, std::string number, std::string state = "waiting",
                        std::optional<int> counter = {}) {
    protocol::Ticket given;
    given.id = std::move(id);
    given.number = std::move(number);
    given.state = std::move(state);
    given.counter = counter;
    return given;
}

struct FeedCheckTest : testing::Test {
    FeedCheck check;

    void tell(std::string name, const protocol::Ticket& about) {
        protocol::EventFrame event;
        event.name = std::move(name);
        check.event(event, &about);
    }
    void openDay(const char* day) {
        protocol::EventFrame event;
        event.name = "day_opened";
        event.data["day"] = day;
        check.event(event, nullptr);
    }
    void call(const std::string& id, const std::string& number, int counter) {
        tell("ticket_called", ticket(id, number, "called", counter));
    }
};

TEST_F(FeedCheckTest, FindsNothingInAnOrdinaryVisit) {
    openDay("2026-11-23");
    tell("ticket_issued", ticket("a", "A001"));
    check.acknowledged(ticket("a", "A001"));
    call("a", "A001", 1);
    tell("ticket_recalled", ticket("a", "A001", "called", 1));
    tell("service_started", ticket("a", "A001", "serving", 1));
    tell("ticket_transferred", ticket("a", "A001", "waiting"));
    call("a", "A001", 2);
    tell("service_started", ticket("a", "A001", "serving", 2));
    tell("ticket_finished", ticket("a", "A001", "finished", 2));
    tell("ticket_issued", ticket("b", "A002"));
    call("b", "A002", 2);
    EXPECT_TRUE(check.fine());
    EXPECT_THAT(check.faults(), ElementsAre());
}

TEST_F(FeedCheckTest, CatchesANumberThatTwoTicketsGotInTheFeed) {
    tell("ticket_issued", ticket("a", "A001"));
    tell("ticket_issued", ticket("b", "A001"));
    EXPECT_EQ(check.doubledNumbers(), 1);
    EXPECT_FALSE(check.fine());
    EXPECT_THAT(check.faults(), ElementsAre(HasSubstr("A001")));
}

TEST_F(FeedCheckTest, CatchesANumberThatTwoAnswersGave) {
    check.acknowledged(ticket("a", "A001"));
    check.acknowledged(ticket("b", "A001"));
    EXPECT_EQ(check.doubledNumbers(), 1);
}

TEST_F(FeedCheckTest, CatchesANumberThatStoodInTheSnapshotAlready) {
    protocol::Hall hall;
    hall.day = "2026-11-23";
    hall.waiting = {ticket("a", "A001")};
    check.snapshot(hall);
    openDay("2026-11-23");
    tell("ticket_issued", ticket("b", "A001"));
    EXPECT_EQ(check.doubledNumbers(), 1);
}

TEST_F(FeedCheckTest, CatchesATicketIssuedTwice) {
    tell("ticket_issued", ticket("a", "A001"));
    tell("ticket_issued", ticket("a", "A001"));
    EXPECT_EQ(check.doubledNumbers(), 1);
}

TEST_F(FeedCheckTest, NumbersBeginAgainOnAnotherDay) {
    openDay("2026-11-23");
    tell("ticket_issued", ticket("a", "A001"));
    openDay("2026-11-24");
    tell("ticket_issued", ticket("b", "A001"));
    EXPECT_TRUE(check.fine());
}

TEST_F(FeedCheckTest, CatchesATicketCalledWhileAnotherCounterHasIt) {
    tell("ticket_issued", ticket("a", "A001"));
    call("a", "A001", 1);
    call("a", "A001", 2);
    EXPECT_EQ(check.doubleCalls(), 1);
    EXPECT_FALSE(check.fine());
}

TEST_F(FeedCheckTest, CatchesACounterThatCallsWhileItHasATicket) {
    call("a", "A001", 1);
    tell("service_started", ticket("a", "A001", "serving", 1));
    call("b", "A002", 1);
    EXPECT_EQ(check.doubleCalls(), 1);
}

TEST_F(FeedCheckTest, ACallThatWasUndoneMayGoToAnotherCounter) {
    call("a", "A001", 1);
    tell("call_undone", ticket("a", "A001", "waiting"));
    call("a", "A001", 2);
    EXPECT_TRUE(check.fine());
}

TEST_F(FeedCheckTest, AnAcknowledgedTicketMustCome) {
    check.acknowledged(ticket("a", "A001"));
    EXPECT_EQ(check.unseen(), 1u);
    EXPECT_FALSE(check.fine());
    tell("ticket_issued", ticket("a", "A001"));
    EXPECT_TRUE(check.fine());
}

}  // namespace
}  // namespace luot::simulator::check
