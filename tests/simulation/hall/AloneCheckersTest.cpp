#include "protocol/offline/OfflineSeries.hpp"
#include "tests/simulation/hall/Record.hpp"
#include "tests/simulation/hall/check/alone/Calls.hpp"
#include "tests/simulation/hall/check/alone/Papers.hpp"

/// Each checker of kiosks that were alone sees what it is there for.
namespace luot::simulation {
namespace {

using queue::test::monday;
using testing::HasSubstr;
using testing::IsEmpty;

/// The paper with that count of kiosk 7.
Paper paper(int sequence, const std::string& day = "2026-11-23", base::Instant at = queue::test::at(8)) {
    Paper made;
    made.ticket.issuedAt = at;
    made.ticket.id = "p" + std::to_string(sequence) + day;
    made.ticket.number = protocol::offlineNumber("A", 7, sequence);
    made.ticket.service = "a";
    made.ticket.offline = protocol::OfflineNumber{7, day, sequence};
    return made;
}

/// What the server writes when it takes that paper in.
queue::Event merged(const Paper& of, base::Date day = monday) {
    auto made = ticket(of.ticket.id, of.ticket.number);
    made.offline = queue::OfflineNumber{7, day, of.ticket.offline->sequence};
    return issued(made);
}

TEST(PapersCheckerTest, SeesANumberInTwoHands) {
    PapersAreUnique checker;
    checker.handedOut(paper(1));
    checker.handedOut(paper(2));
    checker.handedOut(paper(1, "2026-11-24", queue::test::at(9, 0, 0, base::nextDay(monday))));
    EXPECT_THAT(checker.complaints(), IsEmpty());
    checker.handedOut(paper(2, "2026-11-24"));
    EXPECT_THAT(checker, Complains("two people hold A7-002 of 2026-11-23"));
    PapersAreUnique series;
    series.handedOut(paper(3));
    series.handedOut(paper(3, "2026-11-23", queue::test::at(9, 0, 0, base::nextDay(monday))));
    EXPECT_THAT(series, Complains("two people hold number 3 of kiosk 7"));
}

TEST(PapersCheckerTest, SeesAPaperThatIsNotInTheQueueButForABrokenDisk) {
    PapersAreInTheQueue checker;
    Record record(checker);
    checker.handedOut(paper(1));
    record.add(merged(paper(1)));
    checker.quiet({}, {});
    EXPECT_THAT(checker.complaints(), IsEmpty());
    auto lost = paper(2);
    lost.kiosk = 4;
    checker.handedOut(lost);
    PapersAreInTheQueue forgiving = checker;
    forgiving.diskBroke(4);
    forgiving.quiet({}, {});
    EXPECT_THAT(forgiving.complaints(), IsEmpty());
    checker.quiet({}, {});
    EXPECT_THAT(checker, Complains("holds A7-002, and it is not in the queue"));
}

TEST(PapersCheckerTest, SeesAPaperThatIsMergedTwiceOrUnderAnotherNumber) {
    PapersAreInTheQueue twice;
    Record record(twice);
    twice.handedOut(paper(1));
    record.add(merged(paper(1)));
    auto again = paper(1);
    again.ticket.id = "another";
    record.add(merged(again));
    EXPECT_THAT(twice, Complains("1 of kiosk 7 on 2026-11-23 was merged twice"));

    PapersAreInTheQueue renamed;
    renamed.handedOut(paper(1));
    auto other = paper(1);
    other.ticket.number += "/2";
    Record(renamed).add(merged(other));
    EXPECT_THAT(renamed, Complains("A7-001 on paper is A7-001/2"));
}

TEST(PapersCheckerTest, SeesANumberThatNobodyHolds) {
    auto slip = paper(1);
    slip.insteadOf = "question";
    const auto ghost = issued(ticket("g", "A001"));
    GhostsAreTakenBack late;
    Record record(late);
    late.handedOut(slip);
    record.add(merged(slip));
    record.add(ghost, "question");
    EXPECT_THAT(late, Complains("A001 was made after"));

    GhostsAreTakenBack waits;
    Record other(waits);
    waits.handedOut(slip);
    other.add(ghost, "question");
    other.before.tickets["g"] = calledTo(1, ticket("g", "A001"));
    other.add(merged(slip));
    EXPECT_THAT(waits.complaints(), IsEmpty()) << "somebody was called with it";
    other.before.tickets["g"] = ticket("g", "A001");
    other.add(merged(slip));
    EXPECT_THAT(waits, Complains("A001 waits on, which nobody holds"));
}

TEST(CallsCheckerTest, SeesWhomTwoCountersCallButNotWhomTheHeadSentElsewhere) {
    NobodyIsCalledTwice twice;
    Record record(twice);
    record.add(issued(ticket("t1", "C001")));
    twice.calledAlone({3, "t1", 1});
    record.add(called(calledTo(2, ticket("t1", "C001"))));
    EXPECT_THAT(twice, Complains("counter 2 called C001, whom counter 3 had called alone"));

    NobodyIsCalledTwice known;
    Record other(known);
    other.add(issued(ticket("t1", "C001")));
    other.add(called(calledTo(2, ticket("t1", "C001"))));
    known.calledAlone({2, "t1", 1});
    EXPECT_THAT(known.complaints(), IsEmpty()) << "it had the ticket itself";
    known.calledAlone({3, "t1", 1});
    EXPECT_THAT(known, Complains("C001 was called alone though counter 2 has it"));

    NobodyIsCalledTwice head;
    Record moved(head);
    moved.add(issued(ticket("t1", "C001")));
    head.calledAlone({3, "t1", 1});
    moved.add(queue::TicketTransferred{ticket("t1", "C001"), "c", std::nullopt});
    moved.add(called(calledTo(2, ticket("t1", "C001"))));
    EXPECT_THAT(head.complaints(), IsEmpty());
}

}  // namespace
}  // namespace luot::simulation
