#include "journal/upkeep/Replay.hpp"

#include <SQLiteCpp/Transaction.h>

#include "journal/sqlite/Appender.hpp"
#include "journal/sqlite/Reader.hpp"
#include "journal/sqlite/Schema.hpp"
#include "journal/sqlite/Values.hpp"

namespace luot::journal::upkeep {

namespace {

SQLite::Database& withReplayTable(SQLite::Database& database) {
    database.exec(
        "CREATE TEMP TABLE replayed(ticket PRIMARY KEY, day, number, service, state, priority, counter, "
        "clerk, outcome, "
        "issued_at, called_at, started_at, ended_at, waited_s, seq) WITHOUT ROWID");
    return database;
}

/// As of the newest format: bindVisit() binds them all.
constexpr const char* replayedColumns =
    "ticket, day, number, service, state, priority, counter, clerk, outcome, issued_at, called_at, "
    "started_at, ended_at, waited_s, seq";

constexpr const char* missing =
    "SELECT seq, ticket FROM temp.replayed WHERE ticket NOT IN (SELECT ticket FROM main.visits) ORDER BY seq";

constexpr const char* extra =
    "SELECT 0, ticket FROM main.visits WHERE ticket NOT IN (SELECT ticket FROM temp.replayed) ORDER BY "
    "ticket";

std::string different(const std::string& columns) {
    return fmt::format(
        "SELECT seq, ticket FROM temp.replayed WHERE ticket IN (SELECT ticket FROM main.visits) AND ticket "
        "IN "
        "(SELECT ticket FROM (SELECT {0} FROM temp.replayed EXCEPT SELECT {0} FROM main.visits)) ORDER BY "
        "seq",
        columns);
}

/// Runs a query of seq and ticket; `sentence` names the ticket in place of its {}.
void report(SQLite::Database& database, const std::string& query, std::string_view sentence,
            Findings& findings) {
    SQLite::Statement statement(database, query);
    while (statement.executeStep()) {
        const std::string ticket = sqlite::textIn(statement, 1);
        std::int64_t seq = statement.getColumn(0).getInt64();
        if (const auto rows = sqlite::rowsOf(database, ticket); seq == 0 && !rows.empty())
            seq = rows.back().seq;
        findings.add(seq, fmt::format(fmt::runtime(sentence), ticket));
    }
}

}  // namespace

Replay::Replay(SQLite::Database& database, const Projector& projector)
    : database_(withReplayTable(database)),
      projector_(projector),
      put_(database, sqlite::insertInto("temp.replayed", replayedColumns)),
      drop_(database, "DELETE FROM temp.replayed WHERE ticket = ?") {}

Result<> Replay::see(const Row& row) {
    auto change = projector_(row);
    if (!change)
        return base::fail(base::Fault::storage, fmt::format("row {}: {}", row.seq, change.error().what));
    if (change->undone) {
        drop_.bind(1, *change->undone);
        drop_.exec();
        drop_.reset();
    }
    if (change->visit) {
        sqlite::bindVisit(put_, *change->visit);
        put_.bind(sqlite::visitColumnCount + 1, row.seq);
        put_.exec();
        put_.reset();
    }
    return {};
}

void Replay::compare(Findings& findings) {
    report(database_, missing, "ticket {} left the hall, but the table of visits lacks it", findings);
    report(database_, extra, "ticket {} is in the table of visits, but no row says that it left the hall",
           findings);
    report(database_, different(sqlite::visitColumns(database_)),
           "the visit of ticket {} is another one than the rows give", findings);
}

void Replay::replaceStored() {
    database_.exec("DELETE FROM main.visits");
    database_.exec(fmt::format("INSERT INTO main.visits({0}) SELECT {0} FROM temp.replayed",
                               sqlite::visitColumns(database_)));
}

Result<> replayInto(SQLite::Database& database, const Projector& projector) {
    Replay replay(database, projector);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    auto walked =
        sqlite::forEachRow(database, [&](const Row& row, const base::Sha256&) { return replay.see(row); });
    if (!walked) return walked;
    replay.replaceStored();
    transaction.commit();
    return {};
}

}  // namespace luot::journal::upkeep
