#include "journal/sqlite/Schema.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>

#include "base/Hash.hpp"
#include "base/Ids.hpp"
#include "journal/sqlite/Failure.hpp"
#include "journal/sqlite/vfs/GatheredLog.hpp"

namespace luot::journal::sqlite {

namespace {

// The index by subject starts with the day (UTC) of the row: ticket ids are random, and without the day every
// row of a commit would touch another page of an index over years. Answers have no index at all: they are
// read whole at start.
constexpr const char* tables = R"sql(
CREATE TABLE events(
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, device TEXT NOT NULL,
    command_id TEXT NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL,
    hash BLOB NOT NULL) STRICT;
CREATE INDEX events_of_subject ON events(at / 86400000, subject) WHERE subject <> '';
CREATE INDEX events_of_days ON events(name) WHERE name IN ('day_opened', 'settings_changed');
CREATE TABLE answers(
    number INTEGER PRIMARY KEY, token TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL,
    status INTEGER NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE visits(
    ticket TEXT PRIMARY KEY, day TEXT NOT NULL, number TEXT NOT NULL, service TEXT NOT NULL, state TEXT NOT NULL,
    priority INTEGER NOT NULL, counter INTEGER, clerk TEXT NOT NULL, outcome TEXT NOT NULL,
    issued_at INTEGER NOT NULL, called_at INTEGER, started_at INTEGER, ended_at INTEGER NOT NULL,
    waited_s INTEGER)
    STRICT, WITHOUT ROWID;
CREATE INDEX visits_of_day ON visits(day);
CREATE TABLE tokens(
    id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, role TEXT NOT NULL, name TEXT NOT NULL, counter INTEGER,
    made_at INTEGER NOT NULL, announced INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
)sql";

constexpr int pageBytes = 4096;

constexpr const char* visitColumnsBefore2 =
    "ticket, day, number, service, state, priority, counter, clerk, outcome, issued_at, called_at, "
    "started_at, ended_at";

int versionOf(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt(); }

void fillMeta(SQLite::Database& database) {
    SQLite::Statement insert(database, "INSERT INTO meta(key, value) VALUES (?, ?)");
    const std::string noRows = "0 " + base::hex({});
    for (const auto& [key, value] : {std::pair<std::string, std::string>{"feed", base::newId()},
                                     {"secret_key", base::newSecret()},
                                     {"simulated", "0"},
                                     {"head", noRows},
                                     {"probe", "0"},
                                     {"created_by", "luot " LUOT_VERSION}}) {
        insert.reset();
        insert.bind(1, key);
        insert.bind(2, value);
        insert.exec();
    }
}

/// Under another name, so that a crash leaves no half of a journal.
base::Result<> makeDraft(const std::string& path) {
    if (auto made = makeEmptyFile(path); !made) return made;
    auto written = attempt([&]() -> base::Result<> {
        SQLite::Database database(path, SQLite::OPEN_READWRITE);
        database.exec(fmt::format("PRAGMA page_size={}; PRAGMA journal_mode=WAL; BEGIN;", pageBytes));
        database.exec(
            fmt::format("PRAGMA application_id={}; PRAGMA user_version={};", applicationId, schemaVersion));
        database.exec(tables);
        fillMeta(database);
        database.exec("COMMIT;");
        return {};
    });
    return written ? syncFile(path) : written;
}

/// Throws SQLite::Exception.
void configure(SQLite::Database& database) {
    if (database.execAndGet("PRAGMA journal_mode=WAL").getString() != "wal")
        throw SQLite::Exception("this file system has no shared memory for a write-ahead log",
                                SQLITE_CANTOPEN);
    database.exec("PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF; PRAGMA trusted_schema=OFF;");
    // Between two checkpoints the log grows to this many pages and is then overwritten from its start. It is
    // cut only when a long reader made it grow beyond its length, and to nothing at a clean end: no old log
    // is left that could meet a file put in place by hand.
    database.exec(fmt::format("PRAGMA wal_autocheckpoint=1000; PRAGMA journal_size_limit={};", walBytes));
    database.exec("PRAGMA cache_size=-8192;");
    int keep = 1;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
}

/// SQLite reads a last page that was cut off as if zeros stood there. While there is a log a checkpoint may
/// have been cut short there, and the log has that page.
base::Result<> checkLength(const std::string& path) {
    std::error_code problem;
    const auto length = std::filesystem::file_size(path, problem);
    if (problem || length % pageBytes == 0 || !isEmpty(path + "-wal")) return {};
    return base::fail(base::Fault::storage,
                      fmt::format("the journal {} was cut off in the middle of a page; check it with "
                                  "'luot-server verify' and restore a backup",
                                  path));
}

}  // namespace

base::Result<> makeJournal(const Folder& folder) {
    if (fileExists(folder.journal())) return {};
    if (!isEmpty(folder.wal()))
        return base::fail(
            base::Fault::storage,
            fmt::format("{} is missing but its log {} is here; restore a backup, or take the log away "
                        "to begin anew",
                        folder.journal(), folder.wal()));
    const std::string draft = fmt::format("{}.new-{}", folder.journal(), ::getpid());
    if (auto made = makeDraft(draft); !made) return made;
    if (auto named = nameFile(draft, folder.journal()); !named) return tl::unexpected(named.error());
    return {};
}

base::Result<SQLite::Database> openDatabase(const std::string& path) {
    if (auto whole = checkLength(path); !whole) return tl::unexpected(whole.error());
    return attempt([&]() -> base::Result<SQLite::Database> {
        // One thread at a time has the journal: SQLite need not lock itself at every call.
        const int mode = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
        SQLite::Database database(path, mode, busyTimeoutMs, vfs::gatheredLog());
        if (auto known = checkSchema(database); !known) return tl::unexpected(known.error());
        configure(database);
        return database;
    });
}

SQLite::Database openForReading(const std::string& path) {
    SQLite::Database database(path, SQLite::OPEN_READONLY, busyTimeoutMs);
    database.exec("PRAGMA trusted_schema=OFF;");
    return database;
}

bool isUpToDate(SQLite::Database& database) { return versionOf(database) == schemaVersion; }

bool upgrade(SQLite::Database& database) {
    if (isUpToDate(database)) return false;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    // What a visit waited stands in the last event of its ticket, whose row has the visit's end as its day.
    database.exec(
        "ALTER TABLE visits ADD COLUMN waited_s INTEGER; "
        "UPDATE visits SET waited_s = (SELECT json_extract(data, '$.ticket.waited_s') FROM events WHERE "
        "at / 86400000 = visits.ended_at / 86400000 AND subject = visits.ticket AND subject <> '' ORDER BY "
        "seq DESC LIMIT 1)");
    database.exec(fmt::format("PRAGMA user_version={}", schemaVersion));
    transaction.commit();
    return true;
}

void indexIncidents(SQLite::Database& database) {
    // By the missing ticket and not by the names: for a list of names SQLite makes a table of its own for
    // each row that it writes, which took a third of a commit's instructions.
    database.exec(
        "DROP INDEX IF EXISTS events_of_incidents; DROP INDEX IF EXISTS events_of_machines; "
        "CREATE INDEX IF NOT EXISTS events_without_ticket ON events(at, name) WHERE subject = ''");
}

std::string visitColumns(SQLite::Database& database) {
    return std::string(visitColumnsBefore2) + (versionOf(database) < 2 ? "" : ", waited_s");
}

base::Result<> checkSchema(SQLite::Database& database) {
    if (database.execAndGet("PRAGMA application_id").getInt() != applicationId)
        return base::fail(
            base::Fault::storage,
            database.getFilename() + " is no journal of Luot; name another folder, or restore a backup");
    const int version = versionOf(database);
    if (oldestSchemaVersion <= version && version <= schemaVersion) return {};
    return base::fail(
        base::Fault::storage,
        fmt::format("{} was made by a {} program (format {}, this one knows {}); use that program, or "
                    "restore a backup of this one's",
                    database.getFilename(), version > schemaVersion ? "newer" : "older", version,
                    schemaVersion));
}

}  // namespace luot::journal::sqlite
