#include <gmock/gmock.h>

#include <fstream>

#include "Samples.hpp"

namespace luot::journal::test {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Twenty rows, the last of them a finished ticket with its visit.
class VerifyTest : public testing::Test {
protected:
    VerifyTest() {
        auto journal = openServer(folder_);
        got(journal->append(tickets(1, 19)));
        got(journal->append(projected(fact("ticket_finished", "t1", 20))));
    }
    void expectOnly(std::int64_t seq, const std::string& words) {
        const auto findings = findingsIn(folder_);
        ASSERT_THAT(findings, SizeIs(1)) << text(findings);
        EXPECT_EQ(findings[0].seq, seq) << text(findings);
        EXPECT_THAT(findings[0].what, HasSubstr(words));
    }
    TempFolder folder_;
};

TEST_F(VerifyTest, FindsNothingInASoundRecordWithOrWithoutAServer) {
    EXPECT_THAT(findingsIn(folder_), IsEmpty());
    const auto server = openServer(folder_);
    EXPECT_THAT(findingsIn(folder_), IsEmpty());
}

class ChangedColumnTest : public VerifyTest, public testing::WithParamInterface<const char*> {};

TEST_P(ChangedColumnTest, NamesTheRow) {
    tamper(folder_, std::string("UPDATE events SET ") + GetParam() + " WHERE seq = 7");
    expectOnly(7, "row 7 is not what was written");
}

INSTANTIATE_TEST_SUITE_P(Each, ChangedColumnTest,
                         testing::Values("at = at + 1", "actor = 'Quầy 2'", "device = 'admin'",
                                         "command_id = 'x'", "subject = 't8'", "name = 'ticket_printed'",
                                         "data = '{\"number\":\"A002\"}'", "hash = zeroblob(32)",
                                         "hash = zeroblob(31)", "actor = 'Quầy 1c', device = 'ounter'"));

TEST_F(VerifyTest, NamesAChangedFirstAndAChangedLastRow) {
    tamper(folder_, "UPDATE events SET actor = 'x' WHERE seq = 1");
    expectOnly(1, "row 1 is not what was written");
    tamper(folder_,
           "UPDATE events SET actor = 'Quầy 1' WHERE seq = 1; UPDATE events SET actor = 'x' WHERE seq = 20");
    expectOnly(20, "row 20 is not what was written");
}

TEST_F(VerifyTest, NamesARemovedRow) {
    tamper(folder_, "DELETE FROM events WHERE seq = 7");
    expectOnly(7, "row 7 is missing");
}

TEST_F(VerifyTest, NamesTheFirstOfSeveralRemovedRows) {
    tamper(folder_, "DELETE FROM events WHERE seq BETWEEN 1 AND 4");
    expectOnly(1, "rows 1 to 4 are missing");
}

TEST_F(VerifyTest, SeesThatTheNewestRowsAreMissing) {
    tamper(folder_, "DELETE FROM events WHERE seq > 18; DELETE FROM visits");
    expectOnly(19, "rows 19 to 20 are missing at the end");
}

TEST_F(VerifyTest, SeesThatAllRowsAreMissing) {
    tamper(folder_, "DELETE FROM events; DELETE FROM visits");
    expectOnly(1, "rows 1 to 20 are missing at the end");
}

TEST_F(VerifyTest, NamesARemovedRowThoughTheOthersWereRenumbered) {
    tamper(folder_, "DELETE FROM events WHERE seq = 7; UPDATE events SET seq = seq - 1 WHERE seq > 7");
    const auto findings = findingsIn(folder_);
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings[0].seq, 7) << text(findings);
}

TEST_F(VerifyTest, NamesAnInsertedRow) {
    tamper(
        folder_,
        "UPDATE events SET seq = seq + 1000 WHERE seq > 7; UPDATE events SET seq = seq - 999 WHERE seq > "
        "1000;"
        "INSERT INTO events SELECT 8, at, actor, device, command_id, subject, name, data, hash FROM events "
        "WHERE seq = 7");
    const auto findings = findingsIn(folder_);
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings[0].seq, 8) << text(findings);
}

TEST_F(VerifyTest, NamesARowAddedAtTheEnd) {
    tamper(folder_,
           "INSERT INTO events SELECT 21, at, actor, device, command_id, 't9', 'ticket_printed', data, hash "
           "FROM events WHERE seq = 20");
    const auto findings = findingsIn(folder_);
    ASSERT_THAT(findings, SizeIs(2)) << text(findings);
    EXPECT_EQ(findings[0].seq, 21);
}

TEST_F(VerifyTest, NamesExchangedRows) {
    tamper(folder_,
           "UPDATE events SET seq = -1 WHERE seq = 7; UPDATE events SET seq = 7 WHERE seq = 8;"
           "UPDATE events SET seq = 8 WHERE seq = -1");
    const auto findings = findingsIn(folder_);
    ASSERT_GE(findings.size(), 2u) << text(findings);
    EXPECT_EQ(findings[0].seq, 7);
    EXPECT_EQ(findings[1].seq, 8);
}

TEST_F(VerifyTest, NamesARowWithoutJson) {
    tamper(folder_, "UPDATE events SET data = '[1]' WHERE seq = 7");
    const auto findings = findingsIn(folder_);
    ASSERT_THAT(findings, SizeIs(2)) << text(findings);
    EXPECT_THAT(findings[1].what, HasSubstr("row 7 holds no JSON object"));
}

TEST_F(VerifyTest, NamesARowThatCannotBeReplayed) {
    got(openServer(folder_)->append(projected(fact("ticket_printed", "t1", 21))));
    {
        Batch batch;
        batch.facts.push_back(fact("nonsense", "", 22));
        got(openServer(folder_)->append(batch));
    }
    expectOnly(22, "row 22: there is no event 'nonsense'");
}

TEST_F(VerifyTest, NamesAMissingAnExtraAndADifferentVisit) {
    tamper(folder_, "DELETE FROM visits");
    expectOnly(20, "ticket t1 left the hall, but the table of visits lacks it");
    tamper(folder_,
           "INSERT INTO visits VALUES('t1', '2026-11-23', 'A001', 'chung-thuc', 'no_show', 0, NULL, '', '', "
           "1, NULL, NULL, 2, NULL)");
    expectOnly(20, "the visit of ticket t1 is another one");
    done(rebuild(folder_.path(), projector()));
    EXPECT_THAT(findingsIn(folder_), IsEmpty());
    tamper(folder_,
           "INSERT INTO visits SELECT 't5', day, number, service, state, priority, counter, clerk, outcome, "
           "issued_at, called_at, started_at, ended_at, waited_s FROM visits");
    expectOnly(5, "ticket t5 is in the table of visits");
}

TEST_F(VerifyTest, KnowsThatALateComerHasNoVisit) {
    got(openServer(folder_)->append(projected(fact("ticket_returned", "t1", 30))));
    EXPECT_THAT(findingsIn(folder_), IsEmpty());
}

TEST_F(VerifyTest, NamesAHundredFindingsAndCountsTheRest) {
    got(openServer(folder_)->append(tickets(100, 200)));
    tamper(folder_, "UPDATE events SET actor = 'x' WHERE seq > 20");
    const auto findings = findingsIn(folder_);
    ASSERT_THAT(findings, SizeIs(101));
    EXPECT_THAT(findings.back().what, HasSubstr("and 100 more"));
}

TEST_F(VerifyTest, TellsOfADamagedFileInWords) {
    got(openServer(folder_)->append(tickets(100, 2000)));
    tamper(folder_, "PRAGMA wal_checkpoint(TRUNCATE)");
    std::filesystem::remove(folder_.path() + "/journal.db-wal");
    {
        std::fstream file(folder_.path() + "/journal.db", std::ios::in | std::ios::out | std::ios::binary);
        const std::string garbage(8 * 4096, '\x5a');
        file.seekp(20 * 4096);
        file.write(garbage.data(), static_cast<std::streamsize>(garbage.size()));
    }
    const auto findings = findingsIn(folder_);
    ASSERT_FALSE(findings.empty());
    EXPECT_THAT(text(findings), HasSubstr("damaged"));
}

TEST_F(VerifyTest, TellsOfAFileThatIsNoJournal) {
    std::filesystem::remove(folder_.path() + "/journal.db-wal");
    std::ofstream(folder_.path() + "/journal.db") << std::string(8192, 'x');
    EXPECT_THAT(text(findingsIn(folder_)), HasSubstr("is no journal"));
}

TEST(VerifyFolderTest, AsksForAFolderWithAJournal) {
    TempFolder folder;
    EXPECT_EQ(verify(folder.path(), projector()).error().fault, base::Fault::storage);
    EXPECT_FALSE(std::filesystem::exists(folder.path()));
}

TEST_F(VerifyTest, RebuildIsRefusedWhileAServerRuns) {
    const auto server = openServer(folder_);
    EXPECT_EQ(rebuild(folder_.path(), projector()).error().fault, base::Fault::storage);
}

TEST_F(VerifyTest, RefusesToServeARecordWhoseEndIsMissing) {
    tamper(folder_, "DELETE FROM events WHERE seq > 18");
    const auto opened = openSqliteJournal(folder_.path(), Access::server);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().what, HasSubstr("ends with row 18 but its last commit says 20"));
    EXPECT_TRUE(openSqliteJournal(folder_.path(), Access::beside)) << "reports are still to be had";
}

}  // namespace luot::journal::test
