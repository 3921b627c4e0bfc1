#include "tests/simulation/hall/Record.hpp"
#include "tests/simulation/hall/check/rules/Bookings.hpp"
#include "tests/simulation/hall/check/rules/Limits.hpp"
#include "tests/simulation/hall/check/rules/Offices.hpp"
#include "tests/simulation/hall/check/rules/Overtaking.hpp"
#include "tests/simulation/hall/check/rules/Plans.hpp"

/// Each checker of a centre's rules sees a hall that breaks the rule, and has nothing to say about one that
/// does not.
namespace luot::simulation {
namespace {

using queue::TicketState;
using queue::test::at;
using queue::test::HallUnderTest;
using queue::test::monday;
using testing::IsEmpty;

/// A sound hall whose every event the checker sees; a test adds an event that the rules would not make.
template <class Watching>
class Watched {
public:
    explicit Watched(queue::Rules rules = queue::test::smallCentre(), base::Instant start = at(8))
        : hall(std::move(rules), start) {
        give(queue::TimePassed{});
        for (const auto& place : hall.state.rules.counters)
            give(queue::OpenCounter{place.number, std::nullopt});
    }

    void give(const queue::Command& command) {
        const auto decision = queue::decide(hall.state, command, hall.now);
        ASSERT_TRUE(decision) << queue::word(decision.error().code);
        for (const auto& event : *decision) {
            add(event);
            queue::evolve(hall.state, event, hall.now);
        }
    }
    std::string issue(const std::string& service, int dossiers = 1) {
        auto command = queue::test::issueOf(service, "t" + std::to_string(++issued_));
        command.dossiers = dossiers;
        give(command);
        return command.id;
    }
    /// What the checker sees of an event that the hall does not take.
    void add(const queue::Event& event) {
        record.before = hall.state;
        record.at = hall.now;
        record.add(event);
    }
    const queue::Ticket& ticket(const std::string& id) const { return hall.ticket(id); }

    HallUnderTest hall;
    Watching checker;
    Record record{checker};

private:
    int issued_ = 0;
};

queue::Rules strictLimits() {
    auto rules = queue::test::smallCentre();
    rules.calling = {};
    return rules;
}

TEST(LimitsCheckerTest, SeesARecallThatIsTooSoonOrOneTooMany) {
    Watched<CallingKeepsItsLimits> soon(strictLimits());
    const auto id = soon.issue("a");
    soon.give(queue::CallNext{1});
    soon.hall.pass(base::Seconds(19));
    soon.add(queue::TicketRecalled{soon.ticket(id)});
    EXPECT_THAT(soon.checker, Complains("again too soon"));

    Watched<CallingKeepsItsLimits> often(strictLimits());
    const auto other = often.issue("a");
    often.give(queue::CallNext{1});
    for (int i = 0; i < 3; ++i) {
        often.hall.pass(base::Seconds(20));
        often.give(queue::Recall{1});
    }
    EXPECT_THAT(often.checker.complaints(), IsEmpty());
    often.hall.pass(base::Seconds(20));
    often.add(queue::TicketRecalled{often.ticket(other)});
    EXPECT_THAT(often.checker, Complains("too often"));
}

TEST(LimitsCheckerTest, SeesANoShowThatIsTooSoonOrAfterTooFewCalls) {
    Watched<CallingKeepsItsLimits> few(strictLimits());
    const auto id = few.issue("a");
    few.give(queue::CallNext{1});
    few.hall.pass(base::Seconds(200));
    few.add(queue::TicketMissed{few.ticket(id)});
    EXPECT_THAT(few.checker, Complains("absent after 1 calls"));

    Watched<CallingKeepsItsLimits> soon(strictLimits());
    const auto other = soon.issue("a");
    soon.give(queue::CallNext{1});
    for (int i = 0; i < 2; ++i) {
        soon.hall.pass(base::Seconds(20));
        soon.give(queue::Recall{1});
    }
    soon.hall.pass(base::Seconds(79));
    soon.add(queue::TicketMissed{soon.ticket(other)});
    EXPECT_THAT(soon.checker, Complains("absent too soon"));
}

TEST(LimitsCheckerTest, SeesALateComerWhoGoesBehindTooFewOrComesTooLate) {
    const auto returnAfter = [](base::Minutes passed, bool toTheEnd) {
        Watched<CallingKeepsItsLimits> hall;
        const auto id = hall.issue("a");
        hall.give(queue::CallNext{1});
        hall.give(queue::MissTicket{1});
        for (int i = 0; i < 4; ++i) hall.issue("a");
        hall.hall.pass(passed);
        auto back = hall.ticket(id);
        back.state = TicketState::waiting;
        if (toTheEnd) back.place = hall.hall.state.lastPlace + queue::placeGap;
        hall.add(queue::TicketReturned{back});
        return hall.checker.complaints();
    };
    EXPECT_THAT(returnAfter(base::Minutes(5), true), IsEmpty());
    EXPECT_THAT(returnAfter(base::Minutes(5), false), testing::ElementsAre("A001 came back behind 0 of 4"));
    EXPECT_THAT(returnAfter(base::Minutes(31), true), testing::ElementsAre("A001 came back too late"));
}

TEST(QuotaCheckerTest, SeesANumberBeyondTheQuotaAndNoneInTheNextSession) {
    auto rules = queue::test::smallCentre();
    rules.services[2].quota = 2;
    Watched<QuotasHold> hall(rules);
    hall.issue("c");
    hall.issue("c");
    hall.issue("a");
    hall.hall.now = at(13, 30);
    hall.issue("c");
    hall.issue("c");
    EXPECT_THAT(hall.checker.complaints(), IsEmpty());
    auto third = ticket("t9", "C009");
    third.service = "c";
    hall.add(issued(third));
    EXPECT_THAT(hall.checker, Complains("gave 3 numbers"));
}

queue::ImportAppointments booking(const std::string& service) {
    return {{{"H1", service, at(8, 3), "portal", std::nullopt}}};
}

TEST(BookingsCheckerTest, SeesABookingThatIsUsedTwiceOrOtherwiseOrThatNobodyMade) {
    Watched<BookingsAreUsedOnce> hall;
    hall.give(booking("a"));
    auto come = queue::test::issueOf("a", "t1");
    come.appointment = "H1";
    hall.give(come);
    EXPECT_THAT(hall.checker.complaints(), IsEmpty());
    auto again = hall.ticket("t1");
    hall.add(issued(again));
    EXPECT_THAT(hall.checker, Complains("H1 was used twice"));

    Watched<BookingsAreUsedOnce> otherwise;
    otherwise.give(booking("b"));
    otherwise.add(issued(again));
    EXPECT_THAT(otherwise.checker, Complains("otherwise than it was booked"));
    Watched<BookingsAreUsedOnce> unknown;
    unknown.add(issued(again));
    EXPECT_THAT(unknown.checker, Complains("nobody booked it"));
}

TEST(PaperCheckerTest, SeesASlipThatGoesBehindWhoCameLater) {
    Watched<PaperComesByItsTime> hall;
    hall.issue("a");
    hall.hall.pass(base::Minutes(10));
    hall.issue("a");
    hall.give(queue::AddPaperTickets{"a", {{"p1", "P001", at(8, 5)}}});
    EXPECT_THAT(hall.checker.complaints(), IsEmpty());
    auto slip = hall.ticket("p1");
    slip.place = hall.hall.state.lastPlace + queue::placeGap;
    hall.add(issued(slip));
    EXPECT_THAT(hall.checker, Complains("P001 does not stand where its time puts it"));
}

TEST(AnnouncementCheckerTest, SeesOneWhoDoesNotWaitAndOneWhomTheCounterDoesNotCall) {
    Watched<AnnouncedOnesWait> hall;
    hall.issue("a");
    hall.issue("c");
    hall.give(queue::PrepareTickets{1, 3});
    EXPECT_THAT(hall.checker.complaints(), IsEmpty());
    hall.add(queue::TicketsPrepared{{"C001"}, 1, std::nullopt});
    EXPECT_THAT(hall.checker, Complains("counter 1, which will not call it"));
    Watched<AnnouncedOnesWait> gone;
    gone.issue("a");
    gone.give(queue::CallNext{1});
    gone.add(queue::TicketsPrepared{{"A001"}, std::nullopt, "east"});
    EXPECT_THAT(gone.checker, Complains("does not wait"));
}

queue::ChangeMap mapFrom(std::optional<base::Date> from) {
    return {{{{1, {{"c", 1}}, std::nullopt, std::nullopt}}, "12/QD"}, from};
}

TEST(PlansCheckerTest, SeesAPlanThatHoldsTooEarlyOrNotOnItsDay) {
    const auto tomorrow = base::nextDay(monday);
    Watched<PlansBeginOnTheirDay> hall;
    hall.give(mapFrom(tomorrow));
    hall.issue("a");
    hall.hall.now = at(8, 0, 0, tomorrow);
    hall.give(queue::TimePassed{});
    EXPECT_THAT(hall.checker.complaints(), IsEmpty());

    Watched<PlansBeginOnTheirDay> tooEarly;
    tooEarly.give(mapFrom(tomorrow));
    tooEarly.hall.state.rules.counters[0].services = {{"c", 1}};
    tooEarly.issue("b");
    EXPECT_THAT(tooEarly.checker, Complains("holds already"));

    Watched<PlansBeginOnTheirDay> never;
    never.give(mapFrom(tomorrow));
    never.issue("a");
    never.add(opened(tomorrow));
    EXPECT_THAT(never.checker, Complains("counter 1 does not hold on its day"));
}

TEST(ServedCheckerTest, SeesAServiceThatNobodyServesOrForPriorityTicketsNobody) {
    Watched<EveryServiceIsServed> hall;
    hall.issue("a");
    EXPECT_THAT(hall.checker.complaints(), IsEmpty());
    hall.hall.state.rules.counters[2].priority = queue::TakesPriority::no;
    hall.issue("a");
    EXPECT_THAT(hall.checker, Complains("nobody serves the priority tickets of c"));
    Watched<EveryServiceIsServed> nobody;
    nobody.hall.state.rules.counters[2].services = {{"b", 1}};
    nobody.issue("a");
    EXPECT_THAT(nobody.checker, Complains("nobody serves the normal tickets of c"));
}

/// What the checker says when that counter calls that ticket now.
std::string complaintOfCall(const HallUnderTest& hall, int counter, const std::string& id) {
    NobodyIsOvertakenBeyondTheBound checker;
    Record record(checker);
    record.at = hall.now;
    record.before = hall.state;
    record.add(called(calledTo(counter, hall.ticket(id))));
    return checker.complaints().empty() ? std::string() : checker.complaints()[0];
}

TEST(LanesCheckerTest, SeesManyDossiersAtACounterThatIsNotForThem) {
    auto rules = queue::test::smallCentre();
    rules.counters[1].lanes = {"bulk"};
    auto hall = HallUnderTest::working(rules);
    auto many = queue::test::issueOf("a", "t1");
    many.dossiers = 6;
    hall.give(many);
    EXPECT_EQ(complaintOfCall(hall, 2, "t1"), "");
    EXPECT_THAT(complaintOfCall(hall, 1, "t1"), testing::HasSubstr("past the first"));
}

TEST(LanesCheckerTest, SeesANormalTicketAtAWindowWhilePriorityWaits) {
    auto rules = queue::test::smallCentre();
    rules.counters[1].priority = queue::TakesPriority::only;
    rules.counters[1].idleFallback = {"a"};
    auto hall = HallUnderTest::working(rules);
    const auto normal = hall.issue("a");
    EXPECT_EQ(complaintOfCall(hall, 2, normal), "") << "it helps out while nobody has priority";
    hall.issue("b", true);
    EXPECT_THAT(complaintOfCall(hall, 2, normal), testing::HasSubstr("past the first"));
}

TEST(LanesCheckerTest, SeesABookedTicketThatGoesFirstBeforeItsTime) {
    auto hall = HallUnderTest::working();
    hall.give(queue::ImportAppointments{{{"H1", "a", at(9), "portal", std::nullopt}}});
    const auto first = hall.issue("a");
    auto come = queue::test::issueOf("a", "h");
    come.appointment = "H1";
    hall.pass(base::Minutes(1));
    hall.give(come);
    EXPECT_THAT(complaintOfCall(hall, 1, "h"), testing::HasSubstr("as what it is not"));
    hall.now = at(8, 56);
    hall.state.rules.order.ceiling = base::Minutes(0);
    EXPECT_EQ(complaintOfCall(hall, 1, "h"), "");
    EXPECT_THAT(complaintOfCall(hall, 1, first), testing::HasSubstr("passed over by A001"));
}

TEST(LanesCheckerTest, SeesACounterThatHelpsTheServiceInWhichFewerWait) {
    auto rules = queue::test::smallCentre();
    rules.counters[3].services = {{"c", 1}};
    rules.counters[3].idleFallback = {"b", "a"};
    auto hall = HallUnderTest::working(rules);
    const auto one = hall.issue("b");
    const auto two = hall.issue("a");
    hall.issue("a");
    EXPECT_EQ(complaintOfCall(hall, 9, two), "");
    EXPECT_THAT(complaintOfCall(hall, 9, one), testing::HasSubstr("past the first"));
}

TEST(OfficesCheckerTest, SeesAClerkAtACounterOfAnotherOffice) {
    auto rules = queue::test::smallCentre();
    rules.counters[0].unit = "post";
    rules.counters[1].unit = "police";
    rules.clerks = {{"lan", "post", {}, false}, {"binh", "post", {}, true}};
    Watched<OfficesStaffTheirCounters> hall(rules);
    const auto opens = [&](int counter, const char* clerk) {
        auto desk = hall.hall.state.desk(counter)->counter;
        desk.clerk = clerk;
        hall.add(queue::CounterOpened{desk});
    };
    opens(1, "lan");
    opens(2, "binh");
    EXPECT_THAT(hall.checker.complaints(), IsEmpty());
    opens(2, "lan");
    EXPECT_THAT(hall.checker, Complains("another office"));
}

}  // namespace
}  // namespace luot::simulation
