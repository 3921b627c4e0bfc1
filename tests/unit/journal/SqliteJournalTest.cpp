#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "Samples.hpp"

namespace luot::journal::test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

mode_t modeOf(const std::string& path) {
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return status.st_mode & 0777;
}

TEST(SqliteJournalTest, MakesAFolderThatOnlyItsOwnerMayRead) {
    TempFolder folder;
    const auto journal = openServer(folder);
    EXPECT_EQ(modeOf(folder.path()), 0700u);
    for (const auto* name : {"/journal.db", "/journal.db-wal", "/journal.db-shm", "/server.lock"})
        EXPECT_EQ(modeOf(folder.path() + name), 0600u) << name;
}

TEST(SqliteJournalTest, RefusesASecondServerAndNamesTheFirst) {
    TempFolder folder;
    EXPECT_FALSE(runningServer(folder.path()));
    {
        const auto first = openServer(folder);
        EXPECT_EQ(runningServer(folder.path()), ::getpid());
        const auto second = openSqliteJournal(folder.path(), Access::server);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().fault, base::Fault::storage);
        EXPECT_EQ(second.error().what, "another server works on this folder (process " +
                                           std::to_string(::getpid()) + "); stop it first");
    }
    EXPECT_FALSE(runningServer(folder.path()));
    EXPECT_TRUE(openSqliteJournal(folder.path(), Access::server));
}

TEST(SqliteJournalTest, TakesATokenBesideARunningServer) {
    TempFolder folder;
    const auto server = openServer(folder);
    got(server->append(tickets(1, 2)));
    {
        const auto beside = got(openSqliteJournal(folder.path(), Access::beside));
        EXPECT_EQ(beside->lastSeq(), 2);
        EXPECT_EQ(beside->identity().feed, server->identity().feed);
        done(beside->addToken(token("a")));
    }
    EXPECT_THAT(got(server->takeUnannouncedTokens()), SizeIs(1));
    EXPECT_EQ(got(server->append(tickets(3, 1))), 3);
}

TEST(SqliteJournalTest, TakesATokenBeforeTheFirstServer) {
    TempFolder folder;
    done(got(openSqliteJournal(folder.path(), Access::beside))->addToken(token("a")));
    EXPECT_FALSE(runningServer(folder.path()));
    EXPECT_THAT(got(openServer(folder)->tokens()), SizeIs(1));
}

TEST(SqliteJournalTest, ShowsAReportWhatTheServerWroteSinceItOpened) {
    TempFolder folder;
    const auto server = openServer(folder);
    const auto beside = got(openSqliteJournal(folder.path(), Access::beside));
    got(server->append(projected(fact("ticket_finished", "t1", 1))));
    EXPECT_THAT(got(beside->read(0, 10)), SizeIs(1));
    EXPECT_THAT(got(beside->visits(visit("t1").day, visit("t1").day)), ElementsAre(visit("t1")));
}

TEST(SqliteJournalTest, RefusesAJournalOfANewerProgram) {
    TempFolder folder;
    openServer(folder);
    tamper(folder, "PRAGMA user_version = 3");
    for (const auto access : {Access::server, Access::beside}) {
        const auto opened = openSqliteJournal(folder.path(), access);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().fault, base::Fault::storage);
        EXPECT_THAT(opened.error().what, HasSubstr("made by a newer program (format 3, this one knows 2)"));
    }
}

TEST(SqliteJournalTest, FindsIncidentsThatAnOlderProgramDidNotKnow) {
    TempFolder folder;
    for (const auto* name : {"device_lost", "counter_opened", "series_refused"})
        got(openServer(folder)->append(projected(fact(name, "", 1))));
    tamper(folder,
           "DROP INDEX events_without_ticket; "
           "CREATE INDEX events_of_incidents ON events(at) WHERE name IN ('device_lost'); "
           "CREATE INDEX events_of_machines ON events(at) WHERE name IN ('device_lost', 'device_back')");
    EXPECT_THAT(got(openServer(folder)->incidents(at(0), at(9))), SizeIs(2));
    SQLite::Database file(folder.path() + "/journal.db", SQLite::OPEN_READONLY);
    EXPECT_EQ(
        file.execAndGet("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%''device_lost''%'").getInt(), 0);
}

TEST(SqliteJournalTest, WritesARowWithoutATableForItsIndexes) {
    TempFolder folder;
    openServer(folder);
    SQLite::Database file(folder.path() + "/journal.db", SQLite::OPEN_READONLY);
    SQLite::Statement steps(file, "EXPLAIN INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::vector<std::string> operations;
    while (steps.executeStep()) operations.push_back(steps.getColumn("opcode").getString());
    EXPECT_THAT(operations, testing::Contains("IdxInsert").Times(3));
    EXPECT_THAT(operations, testing::Not(testing::Contains("OpenEphemeral")));
}

/// As the first format had it.
void makeOld(const TempFolder& folder) {
    tamper(folder, "ALTER TABLE visits DROP COLUMN waited_s; PRAGMA user_version = 1");
}

TEST(SqliteJournalTest, ReadsAJournalOfTheFirstFormatBesideWithoutChangingIt) {
    TempFolder folder;
    got(openServer(folder)->append(projected(fact("ticket_finished", "t1", 1))));
    makeOld(folder);
    auto old = visit("t1");
    old.waitedS.reset();
    for (int time = 0; time < 2; ++time) {
        const auto beside = got(openSqliteJournal(folder.path(), Access::beside));
        EXPECT_THAT(got(beside->visits(old.day, old.day)), ElementsAre(old));
        done(beside->addToken(token("a" + std::to_string(time))));
    }
    EXPECT_THAT(got(verify(folder.path(), projector())), IsEmpty());
    SQLite::Database file(folder.path() + "/journal.db", SQLite::OPEN_READONLY);
    EXPECT_EQ(file.execAndGet("PRAGMA user_version").getInt(), 1);
}

TEST(SqliteJournalTest, BringsAJournalOfTheFirstFormatUpToDateForTheServer) {
    TempFolder folder;
    {
        auto batch = projected(fact("ticket_finished", "t1", 1));
        batch.facts.front().data = R"({"ticket":{"waited_s":55}})";
        batch.visits.front().endedAt = batch.facts.front().at;
        got(openServer(folder)->append(batch));
    }
    makeOld(folder);
    const auto server = openServer(folder);
    const auto day = visit("t1").day;
    const auto before = got(server->visits(day, day));
    ASSERT_THAT(before, SizeIs(1));
    EXPECT_EQ(before.front().waitedS, 55) << "from the event";
    got(server->append(projected(fact("ticket_finished", "t2", 2))));
    EXPECT_THAT(got(server->visits(day, day)), SizeIs(2));
}

TEST(SqliteJournalTest, RebuildsAJournalOfTheFirstFormat) {
    TempFolder folder;
    got(openServer(folder)->append(projected(fact("ticket_finished", "t1", 1))));
    makeOld(folder);
    done(rebuild(folder.path(), projector()));
    EXPECT_THAT(got(verify(folder.path(), projector())), IsEmpty());
    EXPECT_THAT(got(openServer(folder)->visits(visit("t1").day, visit("t1").day)), ElementsAre(visit("t1")));
}

TEST(SqliteJournalTest, RefusesADatabaseOfAnotherProgram) {
    TempFolder folder;
    openServer(folder);
    tamper(folder, "PRAGMA application_id = 0");
    const auto opened = openSqliteJournal(folder.path(), Access::server);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().what, HasSubstr("is no journal of Luot"));
}

TEST(SqliteJournalTest, MakesNoEmptyJournalBesideALogWhoseFileIsGone) {
    TempFolder folder;
    openServer(folder);
    std::filesystem::remove(folder.path() + "/journal.db");
    std::ofstream(folder.path() + "/journal.db-wal") << "rows of a server that was killed";
    const auto opened = openSqliteJournal(folder.path(), Access::server);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().what, HasSubstr("is missing but its log"));
}

TEST(SqliteJournalTest, SaysWhatToDoWithAFileInThePlaceOfTheFolder) {
    TempFolder folder;
    std::ofstream(folder.path()) << "x";
    const auto opened = openSqliteJournal(folder.path(), Access::server);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().what, HasSubstr("is a file; name a folder"));
}

TEST(SqliteJournalTest, KeepsTheLogAtItsLengthWhileItRunsAndLeavesNoneBehind) {
    TempFolder folder;
    const auto length = [&] { return std::filesystem::file_size(folder.path() + "/journal.db-wal"); };
    for (int start = 0; start < 2; ++start) {
        const auto server = openServer(folder);
        const auto before = length();
        EXPECT_GE(before, 4u * 1024 * 1024);
        for (int round = 0; round < 30; ++round) got(server->append(tickets(round * 500, 500)));
        EXPECT_EQ(length(), before) << "appends must overwrite, not lengthen";
    }
    EXPECT_EQ(length(), 0u) << "an old log must not meet a file put in place by hand";
    EXPECT_THAT(findingsIn(folder), IsEmpty());
}

TEST(SqliteJournalTest, CutsALogThatALongReaderMadeGrow) {
    TempFolder folder;
    const auto server = openServer(folder);
    const auto length = [&] { return std::filesystem::file_size(folder.path() + "/journal.db-wal"); };
    const auto before = length();
    Batch large = tickets(1, 10);
    for (auto& fact : large.facts) fact.data = "{\"text\":\"" + std::string(100'000, 'x') + "\"}";
    {
        SQLite::Database report(folder.path() + "/journal.db", SQLite::OPEN_READONLY);
        const SQLite::Transaction snapshot(report);
        report.execAndGet("SELECT count(*) FROM events");
        for (int round = 0; round < 10; ++round) got(server->append(large));
        EXPECT_GT(length(), before);
    }
    for (int round = 0; round < 10; ++round) got(server->append(large));
    EXPECT_EQ(length(), before);
}

TEST(SqliteJournalTest, FindsTheDayAmongAHundredThousandRowsWithoutReadingThem) {
    TempFolder folder;
    const auto server = openServer(folder);
    Batch day;
    day.facts.push_back(fact("day_opened"));
    got(server->append(day));
    for (int round = 0; round < 20; ++round) got(server->append(tickets(round * 5000, 5000)));
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(got(server->lastNamed("day_opened", server->lastSeq()))->seq, 1);
    EXPECT_FALSE(got(server->lastNamed("settings_changed", server->lastSeq())));
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::milliseconds(20))
        << "a scan takes far longer";
}

}  // namespace luot::journal::test
