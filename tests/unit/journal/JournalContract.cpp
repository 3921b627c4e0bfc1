#include "JournalContract.hpp"

#include <gmock/gmock.h>

namespace luot::journal::test {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::chrono_literals;

constexpr std::chrono::year_month_day day23{std::chrono::year(2026), std::chrono::November,
                                            std::chrono::day(23)};
constexpr std::chrono::year_month_day day24{std::chrono::year(2026), std::chrono::November,
                                            std::chrono::day(24)};

TEST_P(JournalContract, StartsEmptyWithAFeedAndASecretOfItsOwn) {
    EXPECT_EQ(journal().lastSeq(), 0);
    EXPECT_FALSE(journal().lastInstant());
    EXPECT_THAT(rows(), IsEmpty());
    EXPECT_GE(journal().identity().feed.size(), 20u);
    EXPECT_GE(journal().identity().secretKey.size(), 40u);
    EXPECT_FALSE(journal().identity().simulated);
}

TEST_P(JournalContract, NumbersRowsFromOneWithoutGapsOverBatchesAndRestarts) {
    EXPECT_EQ(append(tickets(1, 3)), 1);
    EXPECT_EQ(append(tickets(4, 1)), 4);
    const auto feed = journal().identity().feed;
    restart();
    EXPECT_EQ(journal().lastSeq(), 4);
    EXPECT_EQ(journal().lastInstant(), at(4));
    EXPECT_EQ(journal().identity().feed, feed);
    EXPECT_EQ(append(tickets(5, 2)), 5);
    std::vector<std::int64_t> numbers;
    for (const auto& row : rows()) numbers.push_back(row.seq);
    EXPECT_THAT(numbers, ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST_P(JournalContract, GivesRowsBackAsTheyWereWritten) {
    Fact written{at(1) + 123ms,   "Nguyễn Văn A, \"quầy\" 'x'", "clerk", "id/1", "t1",
                 "ticket_called", R"({"a":"\u0000ệ"})"};
    Batch batch;
    batch.facts = {written, Fact{at(2), "", "", "", "", "day_closed", "{}"}};
    append(batch);
    restart();
    const auto back = rows();
    ASSERT_THAT(back, SizeIs(2));
    const auto& fact = back[0].fact;
    EXPECT_EQ(std::tie(fact.at, fact.actor, fact.device, fact.commandId, fact.subject, fact.name, fact.data),
              std::tie(written.at, written.actor, written.device, written.commandId, written.subject,
                       written.name, written.data));
    EXPECT_THAT(back[0].hash, SizeIs(64));
    EXPECT_NE(back[0].hash, back[1].hash);
    EXPECT_EQ(back[1].fact.actor, "");
}

TEST_P(JournalContract, ReadsInPiecesFromAnyPlace) {
    append(tickets(1, 10));
    EXPECT_THAT(rows(0, 4), SizeIs(4));
    EXPECT_EQ(rows(4, 4).front().seq, 5);
    EXPECT_THAT(rows(8, 100), SizeIs(2));
    EXPECT_THAT(rows(10), IsEmpty());
    EXPECT_THAT(rows(0, 0), IsEmpty());
}

TEST_P(JournalContract, WritesNothingForAnEmptyBatch) {
    append(tickets(1, 2));
    EXPECT_EQ(append({}), 3);
    EXPECT_EQ(journal().lastSeq(), 2);
}

TEST_P(JournalContract, FindsTheNewestRowOfANameUpToAPlace) {
    for (const auto* name : {"day_opened", "ticket_issued", "day_opened", "ticket_issued", "day_closed"}) {
        Batch batch;
        batch.facts.push_back(fact(name));
        append(batch);
    }
    EXPECT_EQ(got(journal().lastNamed("day_opened", 5))->seq, 3);
    EXPECT_EQ(got(journal().lastNamed("day_opened", 2))->seq, 1);
    EXPECT_EQ(got(journal().lastNamed("ticket_issued", 3))->seq, 2);
    EXPECT_FALSE(got(journal().lastNamed("day_opened", 0)));
    EXPECT_FALSE(got(journal().lastNamed("settings_changed", 5)));
}

TEST_P(JournalContract, GivesTheHistoryOfATicketOverDaysOldestFirst) {
    Batch batch;
    for (const int day : {0, 1, 40, 400}) {
        batch.facts.push_back(fact("ticket_issued", "t1", day * 86400));
        batch.facts.push_back(fact("ticket_issued", "other", day * 86400 + 1));
        batch.facts.push_back(fact("day_opened", "", day * 86400 + 2));
    }
    append(batch);
    std::vector<std::int64_t> numbers;
    for (const auto& row : got(journal().history("t1"))) numbers.push_back(row.seq);
    EXPECT_THAT(numbers, ElementsAre(1, 4, 7, 10));
    EXPECT_THAT(got(journal().history("nobody")), IsEmpty());
    EXPECT_THAT(got(journal().history("")), IsEmpty());
}

TEST_P(JournalContract, KeepsAnswersOverARestartAndForgetsOldOnes) {
    Batch batch = tickets(1, 1);
    batch.answers = {answer("old", 10), answer("new", 20)};
    append(batch);
    restart();
    const auto kept = got(journal().answersSince(at(20)));
    ASSERT_THAT(kept, SizeIs(1));
    const auto expected = answer("new", 20);
    EXPECT_EQ(std::tie(kept[0].token, kept[0].key, kept[0].request, kept[0].status, kept[0].body, kept[0].at),
              std::tie(expected.token, expected.key, expected.request, expected.status, expected.body,
                       expected.at));
    EXPECT_THAT(got(journal().answersSince(at(0))), SizeIs(1)) << "the old one must be gone from the disk";
}

TEST_P(JournalContract, WritesABatchOfAnswersAlone) {
    Batch batch;
    batch.answers = {answer("empty-queue")};
    EXPECT_EQ(append(batch), 1);
    EXPECT_EQ(journal().lastSeq(), 0);
    EXPECT_THAT(got(journal().answersSince(at(0))), SizeIs(1));
}

TEST_P(JournalContract, KeepsVisitsByDayAndReplacesAndUndoesThem) {
    Batch batch;
    auto plain = visit("t2");
    plain.counter.reset();
    plain.calledAt.reset();
    plain.startedAt.reset();
    plain.priority = false;
    batch.visits = {visit("t1"), plain, visit("t3", 24)};
    append(batch);
    restart();
    EXPECT_THAT(got(journal().visits(day23, day23)), ElementsAre(visit("t1"), plain));
    EXPECT_THAT(got(journal().visits(day23, day24)), SizeIs(3));
    Batch next;
    auto changed = visit("t1");
    changed.outcome = "missing papers";
    next.visits = {changed};
    next.visitsUndone = {"t2", "t3"};
    append(next);
    EXPECT_THAT(got(journal().visits(day23, day24)), ElementsAre(changed));
}

TEST_P(JournalContract, EndsABatchOfChangesAsItStoodLast) {
    Batch batch;
    batch.change({visit("left-and-back"), std::nullopt});
    batch.change({std::nullopt, "left-and-back"});
    batch.change({std::nullopt, "back-and-left"});
    batch.change({visit("back-and-left"), std::nullopt});
    append(batch);
    EXPECT_THAT(got(journal().visits(day23, day23)), ElementsAre(visit("back-and-left")));
}

TEST_P(JournalContract, GivesEachNewTokenOutOnce) {
    done(journal().addToken(token("b")));
    auto bound = token("a");
    bound.counter = 7;
    done(journal().addToken(bound));
    restart();
    const auto all = got(journal().tokens());
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].id, "a");
    EXPECT_EQ(all[0].counter, 7);
    EXPECT_EQ(all[1].name, "Màn hình b");
    EXPECT_EQ(all[1].secretHash, token("b").secretHash);
    EXPECT_THAT(got(journal().takeUnannouncedTokens()), SizeIs(2));
    EXPECT_THAT(got(journal().takeUnannouncedTokens()), IsEmpty());
    EXPECT_THAT(got(journal().tokens()), SizeIs(2));
}

TEST_P(JournalContract, RefusesATokenWithAKnownIdOrSecret) {
    done(journal().addToken(token("a")));
    auto sameSecret = token("b");
    sameSecret.secretHash = token("a").secretHash;
    EXPECT_EQ(journal().addToken(token("a")).error().fault, base::Fault::invalidInput);
    EXPECT_EQ(journal().addToken(sameSecret).error().fault, base::Fault::invalidInput);
}

TEST_P(JournalContract, KeepsSimulatedAndRealDaysApart) {
    done(journal().markSimulated(false));
    done(journal().markSimulated(true));
    append(tickets(1, 1));
    restart();
    EXPECT_TRUE(journal().identity().simulated);
    done(journal().markSimulated(true));
    EXPECT_EQ(journal().markSimulated(false).error().fault, base::Fault::invalidInput);
    EXPECT_TRUE(journal().identity().simulated);
}

TEST_P(JournalContract, ProbesWithoutAddingRows) {
    append(tickets(1, 1));
    done(journal().probe());
    done(journal().probe());
    EXPECT_EQ(journal().lastSeq(), 1);
    EXPECT_THAT(rows(), SizeIs(1));
}

TEST_P(JournalContract, TakesALargeBatchWhole) {
    EXPECT_EQ(append(tickets(1, 5000)), 1);
    EXPECT_EQ(journal().lastSeq(), 5000);
    EXPECT_THAT(rows(0, 10000), SizeIs(5000));
}

INSTANTIATE_TEST_SUITE_P(Sqlite, JournalContract,
                         testing::Values(JournalSide{"Sqlite",
                                                     [](const std::string& folder) {
                                                         return openSqliteJournal(folder, Access::server);
                                                     }}),
                         [](const auto& side) { return side.param.name; });

}  // namespace luot::journal::test
