#include "journal/sqlite/vfs/GatheredLog.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <gmock/gmock.h>
#include <sqlite3.h>

#include <filesystem>

#include "FaultyDisk.hpp"
#include "Samples.hpp"

namespace luot::journal::test {

class GatheredLogTest : public testing::Test {
protected:
    GatheredLogTest() { std::filesystem::create_directory(folder_.path()); }

    SQLite::Database open() const {
        SQLite::Database database(file_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
                                  sqlite::vfs::gatheredLog());
        database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=10;");
        database.exec("CREATE TABLE IF NOT EXISTS numbers(number INTEGER PRIMARY KEY, text TEXT)");
        return database;
    }
    /// Far more pages than the cache holds: most go to the log before the commit, and come back from there.
    static void fill(SQLite::Database& database, int count) {
        SQLite::Statement insert(database, "INSERT INTO numbers VALUES(?, ?)");
        for (int number = 1; number <= count; ++number) {
            insert.bind(1, number);
            insert.bind(2, std::string(3000, static_cast<char>('a' + number % 26)));
            insert.exec();
            insert.reset();
        }
    }
    static int rowsIn(SQLite::Database& database) {
        return database.execAndGet("SELECT count(*) FROM numbers WHERE length(text) = 3000").getInt();
    }

    TempFolder folder_;
    std::string file_ = folder_.path() + "/numbers.db";
};

TEST_F(GatheredLogTest, WritesACommitInOneCall) {
    TempFolder folder;
    FaultyDisk disk;
    const auto journal = openServer(folder);
    got(journal->append(tickets(1, 3)));
    disk.heal();
    got(journal->append(tickets(4, 20)));
    EXPECT_EQ(disk.writes(), 1);
}

TEST_F(GatheredLogTest, ReadsBackWhatItHasNotYetCommitted) {
    auto database = open();
    SQLite::Transaction transaction(database);
    fill(database, 2000);
    EXPECT_EQ(rowsIn(database), 2000);
    EXPECT_EQ(database.execAndGet("SELECT substr(text, 1, 1) FROM numbers WHERE number = 27").getString(),
              "b");
    transaction.commit();
    SQLite::Database other(file_, SQLite::OPEN_READONLY);
    EXPECT_EQ(rowsIn(other), 2000) << "whoever opens it in the ordinary way";
    EXPECT_EQ(other.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(GatheredLogTest, LeavesNothingOfWhatWasTakenBack) {
    auto database = open();
    {
        SQLite::Transaction transaction(database);
        fill(database, 2000);
    }
    EXPECT_EQ(rowsIn(database), 0);
    fill(database, 3);
    SQLite::Database other(file_, SQLite::OPEN_READONLY);
    EXPECT_EQ(rowsIn(other), 3);
    EXPECT_EQ(other.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(GatheredLogTest, FailsTheCommitWhoseWriteFails) {
    FaultyDisk disk;
    auto database = open();
    fill(database, 3);
    disk.failAt(FaultyDisk::Call::write, 1, SQLITE_FULL, false);
    EXPECT_THROW(database.exec("DELETE FROM numbers WHERE number = 1"), SQLite::Exception);
    EXPECT_EQ(disk.failures(), 1);
    EXPECT_EQ(rowsIn(database), 3);
    database.exec("DELETE FROM numbers WHERE number = 2");
    EXPECT_EQ(rowsIn(database), 2);
}

}  // namespace luot::journal::test
