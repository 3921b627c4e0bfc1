#include "tests/simulation/hall/Record.hpp"
#include "tests/simulation/hall/check/Durability.hpp"
#include "tests/simulation/hall/check/Numbers.hpp"
#include "tests/simulation/hall/check/Pictures.hpp"
#include "tests/simulation/hall/check/States.hpp"
#include "tests/simulation/hall/check/rules/Overtaking.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::simulation {
namespace {

using queue::TicketState;
using server::hall::Standing;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(CheckersTest, SeesANumberThatComesTwiceOnOneDayAndNotOneOfTheNextDay) {
    NumbersComeOnce checker;
    Record record(checker);
    record.add(opened(queue::test::monday));
    record.add(issued(ticket("t1", "A001")));
    record.add(opened(base::nextDay(queue::test::monday)));
    record.add(issued(ticket("t2", "A001")));
    EXPECT_THAT(checker.complaints(), IsEmpty());
    record.add(issued(ticket("t3", "A001")));
    EXPECT_THAT(checker, Complains("A001 was given out twice"));
}

TEST(CheckersTest, SeesADayThatComesAgain) {
    NumbersComeOnce checker;
    Record record(checker);
    record.add(opened(base::nextDay(queue::test::monday)));
    record.add(opened(queue::test::monday));
    EXPECT_THAT(checker, Complains("comes again"));
}

TEST(CheckersTest, SeesARowThatIsLeftOut) {
    RecordHasNoGap checker;
    Record record(checker);
    record.add(issued(ticket("t1", "A001")));
    record.add(issued(ticket("t2", "A002")));
    EXPECT_THAT(checker.complaints(), IsEmpty());
    Standing standing;
    standing.seq = 1;
    record.rows.erase(record.rows.begin());
    checker.started(standing, record.rows, {});
    EXPECT_THAT(checker, Complains("breaks the chain"));
}

TEST(CheckersTest, SeesThatTheLastRowIsGoneAfterARestart) {
    RecordHasNoGap checker;
    Record record(checker);
    record.add(issued(ticket("t1", "A001")));
    record.add(issued(ticket("t2", "A002")));
    record.rows.pop_back();
    Standing standing;
    standing.seq = 1;
    checker.started(standing, record.rows, {});
    EXPECT_THAT(checker, Complains("does not end with the row"));
}

TEST(CheckersTest, SeesACommandThatActsTwiceOrThatNobodyGave) {
    CommandsActOnce checker;
    Record record(checker);
    checker.asked("one");
    record.add(issued(ticket("t1", "A001")), "one");
    EXPECT_THAT(checker.complaints(), IsEmpty());
    record.add(issued(ticket("t2", "A002")), "one");
    EXPECT_THAT(checker, Complains("happened again"));
    CommandsActOnce other;
    Record(other).add(issued(ticket("t1", "A001")), "two");
    EXPECT_THAT(other, Complains("nobody asked"));
}

TEST(CheckersTest, SeesATicketThatWasToldBeforeItWasWrittenAndOneThatIsGoneAfterARestart) {
    AcknowledgedTicketsSurvive early;
    early.acknowledged({"one", "t1", "A001"});
    EXPECT_THAT(early, Complains("not in the record"));
    AcknowledgedTicketsSurvive late;
    Record record(late);
    record.add(issued(ticket("t1", "A001")));
    late.acknowledged({"one", "t1", "A001"});
    late.started({}, record.rows, {});
    EXPECT_THAT(late.complaints(), IsEmpty());
    late.started({}, {}, {});
    EXPECT_THAT(late, Complains("gone after a restart"));
}

TEST(CheckersTest, SeesAnEventThatIsToldBeforeOrOtherwiseThanItIsWritten) {
    const queue::Event event = issued(ticket("t1", "A001"));
    ToldIsWritten checker;
    Record record(checker);
    protocol::EventFrame frame{
        1, {}, "ticket_issued", base::json::parse(queue::encodeEvent(event))->as_object()};
    checker.told({0, frame});
    EXPECT_THAT(checker, Complains("not written"));
    ToldIsWritten other;
    Record(other).add(event);
    other.told({0, frame});
    EXPECT_THAT(other.complaints(), IsEmpty());
    frame.data["ticket"].as_object()["number"] = "A002";
    other.told({0, frame});
    EXPECT_THAT(other, Complains("otherwise than it is written"));
}

TEST(CheckersTest, SeesAServerThatBeginsWithAnotherHall) {
    RestartsRemember checker;
    queue::Hall whole;
    whole.open = true;
    checker.started({}, {}, whole);
    EXPECT_THAT(checker, Complains("another hall"));
}

TEST(CheckersTest, SeesATicketThatComesBackFromTheEndOrIsServedUncalled) {
    TicketsAreInOneState checker;
    Record record(checker);
    record.add(issued(ticket("t1", "A001")));
    record.add(queue::TicketCancelled{ticket("t1", "A001", TicketState::cancelled)});
    EXPECT_THAT(checker.complaints(), IsEmpty());
    record.add(queue::TicketReturned{ticket("t1", "A001")});
    EXPECT_THAT(checker, Complains("A001 went from state"));
    TicketsAreInOneState other;
    Record uncalled(other);
    uncalled.add(issued(ticket("t1", "A001")));
    uncalled.add(queue::ServiceStarted{ticket("t1", "A001", TicketState::serving)});
    EXPECT_THAT(other, Complains("A001 went from state"));
}

/// A standing after one issued ticket that the caller may spoil.
Standing standingWith(const queue::Ticket& one) {
    Standing standing;
    standing.seq = 1;
    standing.hall.day = queue::test::monday;
    standing.hall.open = true;
    standing.hall.tickets.emplace(one.id, one);
    standing.hall.queues["a"].of(queue::TicketClass::normal).emplace(one.place, one.id);
    return standing;
}

TEST(CheckersTest, SeesATicketInTwoLinesInNoneAndInAnotherStateThanTheRecordSays) {
    const auto one = ticket("t1", "A001");
    const auto complaintOf = [&](auto spoil) {
        TicketsAreInOneState checker;
        Record(checker).add(issued(one));
        auto standing = standingWith(one);
        spoil(standing.hall);
        checker.stands(standing);
        return checker.complaints().empty() ? std::string() : checker.complaints()[0];
    };
    EXPECT_EQ(complaintOf([](queue::Hall&) {}), "");
    EXPECT_THAT(
        complaintOf([](auto& hall) { hall.queues["b"].of(queue::TicketClass::normal).emplace(1, "t1"); }),
        HasSubstr("in two lines"));
    EXPECT_THAT(complaintOf([](auto& hall) { hall.queues.clear(); }), HasSubstr("without a line"));
    EXPECT_THAT(complaintOf([](auto& hall) { hall.tickets["t1"].state = TicketState::held; }),
                HasSubstr("another state"));
    EXPECT_THAT(complaintOf([](auto& hall) { hall.ended["t1"].state = TicketState::expired; }),
                HasSubstr("at once, or neither"));
}

TEST(CheckersTest, SeesTwoTicketsAtOneCounterAndOneAtTwo) {
    CountersHaveOneTicket checker;
    Record record(checker);
    record.add(called(calledTo(1, ticket("t1", "A001"))));
    record.add(called(calledTo(2, ticket("t1", "A001"))));
    EXPECT_THAT(checker.complaints(), IsEmpty()) << "it went from one counter to the other";
    record.add(called(calledTo(2, ticket("t2", "A002"))));
    EXPECT_THAT(checker, Complains("second ticket, A002"));

    CountersHaveOneTicket other;
    Standing standing;
    standing.hall.tickets.emplace("t1", calledTo(1, ticket("t1", "A001")));
    standing.hall.desks[1].ticket = "t1";
    other.stands(standing);
    EXPECT_THAT(other.complaints(), IsEmpty());
    standing.hall.desks[2].ticket = "t1";
    other.stands(standing);
    EXPECT_FALSE(other.complaints().empty());
}

TEST(CheckersTest, SeesATicketThatIsLost) {
    NobodyIsLost checker;
    Record record(checker);
    const auto one = ticket("t1", "A001");
    record.add(issued(one));
    auto standing = standingWith(one);
    checker.stands(standing);
    EXPECT_THAT(checker.complaints(), IsEmpty());
    record.add(issued(ticket("t2", "A002")));
    standing.seq = 2;
    checker.stands(standing);
    EXPECT_THAT(checker, Complains("2 tickets were issued, 1"));
}

/// What the checker says when counter 1 calls that ticket now.
std::string complaintOfCall(const queue::test::HallUnderTest& hall, const std::string& id,
                            int timesBefore = 0) {
    NobodyIsOvertakenBeyondTheBound checker;
    Record record(checker);
    record.at = hall.now;
    for (int i = 0; i < timesBefore; ++i) {
        record.before = hall.state;
        auto earlier = ticket("earlier", "A900");
        earlier.priority = true;
        earlier.issuedAt = hall.now - base::Minutes(40);
        record.before.tickets["earlier"] = earlier;
        queue::TicketCalled event;
        event.calledAs = queue::TicketClass::priority;
        event.reason.code = queue::ReasonCode::byNumber;
        event.ticket = earlier;
        event.counter = 1;
        record.add(event);
    }
    record.before = hall.state;
    record.add(called(calledTo(1, hall.ticket(id))));
    return checker.complaints().empty() ? std::string() : checker.complaints()[0];
}

TEST(CheckersTest, SeesACallPastTheFirstOfItsClassAndPastAHigherScore) {
    auto hall = queue::test::HallUnderTest::working();
    const auto first = hall.issue("a");
    const auto second = hall.issue("a");
    EXPECT_EQ(complaintOfCall(hall, first), "");
    EXPECT_THAT(complaintOfCall(hall, second), HasSubstr("past the first of its class"));
    const auto priority = hall.issue("a", true);
    EXPECT_EQ(complaintOfCall(hall, priority), "");
    EXPECT_THAT(complaintOfCall(hall, first), HasSubstr("A003 was passed over by A001 beyond the bound"));
}

TEST(CheckersTest, SeesACallPastOneWhoWaitsBeyondTheCeiling) {
    auto hall = queue::test::HallUnderTest::working();
    const auto first = hall.issue("a");
    hall.pass(base::Minutes(30));
    const auto priority = hall.issue("a", true);
    EXPECT_EQ(complaintOfCall(hall, priority), "");
    hall.pass(base::Minutes(16));
    EXPECT_THAT(complaintOfCall(hall, priority), HasSubstr("A001 was passed over by A002 beyond the bound"));
    EXPECT_EQ(complaintOfCall(hall, first), "");
}

TEST(CheckersTest, SeesAThirdPriorityCallInARowWhileANormalTicketHasWaitedLong) {
    auto hall = queue::test::HallUnderTest::working();
    const auto first = hall.issue("a");
    hall.pass(base::Minutes(16));
    const auto priority = hall.issue("a", true);
    EXPECT_EQ(complaintOfCall(hall, priority, 1), "");
    EXPECT_THAT(complaintOfCall(hall, priority, 2), HasSubstr("its calls in a row"));
    EXPECT_EQ(complaintOfCall(hall, first, 2), "");
}

TEST(CheckersTest, SeesAScreenThatShowsAnotherHallOrNoneOrThatWasToldNonsense) {
    protocol::Hall hall;
    hall.feed = "feed";
    hall.served = 7;
    PicturesConverge checker;
    checker.quiet(hall, {{"screen", true, pictureOf(hall)}});
    checker.confused(1, R"({"type":"event","name":"settings_changed"})");
    EXPECT_THAT(checker.complaints(), IsEmpty());
    auto wrong = pictureOf(hall);
    wrong.served = 8;
    checker.quiet(hall, {{"screen", true, wrong}});
    EXPECT_THAT(checker, Complains("served: 8 instead of 7"));
    PicturesConverge none;
    none.quiet(hall, {{"screen", false, {}}});
    EXPECT_THAT(none, Complains("no picture"));
    PicturesConverge nonsense;
    nonsense.confused(1, R"({"type":"event","name":"ticket_called","seq":5})");
    EXPECT_THAT(nonsense, Complains("nothing of"));
}

}  // namespace
}  // namespace luot::simulation
