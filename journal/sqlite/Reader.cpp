#include "journal/sqlite/Reader.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

#include <algorithm>

#include "journal/sqlite/Schema.hpp"
#include "journal/sqlite/Values.hpp"

namespace luot::journal::sqlite {

namespace {

constexpr int hashColumn = 8;

/// Rows about the machines and not the queue; none of them is of a ticket.
constexpr const char* incidentNames =
    "('device_lost', 'device_back', 'printer_reported', 'clock_jumped', 'server_restarted', "
    "'storage_recovered', 'backup_made', 'backup_failed', 'series_begun', 'series_refused')";

/// The rows of a subject on any day, though the index begins with the day: steps from day to day.
constexpr const char* rowsOfSubject = R"sql(
WITH RECURSIVE days(day) AS (
    SELECT (SELECT at / 86400000 FROM events INDEXED BY events_of_subject WHERE subject <> ''
            ORDER BY at / 86400000 LIMIT 1)
    UNION ALL
    SELECT (SELECT at / 86400000 FROM events INDEXED BY events_of_subject
            WHERE subject <> '' AND at / 86400000 > day ORDER BY at / 86400000 LIMIT 1)
    FROM days WHERE day IS NOT NULL)
SELECT seq, at, actor, device, command_id, subject, name, data, hash
FROM days CROSS JOIN events INDEXED BY events_of_subject
WHERE at / 86400000 = day AND subject = ? AND subject <> '' ORDER BY seq)sql";

/// These two are asked for at every start and may stand far back; the index holds them alone.
bool isIndexed(std::string_view name) { return name == "day_opened" || name == "settings_changed"; }

std::string lastNamedQuery(std::string_view name) {
    return fmt::format("SELECT {} FROM events {} WHERE name = ? AND seq <= ? {} ORDER BY seq DESC LIMIT 1",
                       rowColumns, isIndexed(name) ? "INDEXED BY events_of_days" : "NOT INDEXED",
                       isIndexed(name) ? "AND name IN ('day_opened', 'settings_changed')" : "");
}

std::vector<Row> allRows(SQLite::Statement& query) {
    std::vector<Row> rows;
    while (query.executeStep()) rows.push_back(rowIn(query));
    return rows;
}

Visit visitIn(const SQLite::Statement& query) {
    Visit visit;
    visit.ticket = textIn(query, 0);
    visit.day = base::parseDate(textIn(query, 1)).value_or(base::Date{});
    visit.number = textIn(query, 2);
    visit.service = textIn(query, 3);
    visit.state = textIn(query, 4);
    visit.priority = query.getColumn(5).getInt() != 0;
    visit.counter = optionalNumberIn(query, 6);
    visit.clerk = textIn(query, 7);
    visit.outcome = textIn(query, 8);
    visit.issuedAt = instantIn(query, 9);
    visit.calledAt = optionalInstantIn(query, 10);
    visit.startedAt = optionalInstantIn(query, 11);
    visit.endedAt = instantIn(query, 12);
    if (query.getColumnCount() > 13) visit.waitedS = optionalNumberIn(query, 13);
    return visit;
}

}  // namespace

Row rowIn(const SQLite::Statement& statement) {
    Row row;
    row.seq = statement.getColumn(0).getInt64();
    row.fact.at = instantIn(statement, 1);
    row.fact.actor = textIn(statement, 2);
    row.fact.device = textIn(statement, 3);
    row.fact.commandId = textIn(statement, 4);
    row.fact.subject = textIn(statement, 5);
    row.fact.name = textIn(statement, 6);
    row.fact.data = textIn(statement, 7);
    row.hash = base::hex(hashIn(statement));
    return row;
}

base::Sha256 hashIn(const SQLite::Statement& statement) {
    base::Sha256 hash{};
    const auto column = statement.getColumn(hashColumn);
    const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
    if (bytes != nullptr && column.getBytes() == static_cast<int>(hash.size()))
        std::copy_n(bytes, hash.size(), hash.begin());
    return hash;
}

base::Result<> forEachRow(SQLite::Database& database,
                          const std::function<base::Result<>(const Row&, const base::Sha256&)>& look) {
    SQLite::Statement query(database, fmt::format("SELECT {} FROM events ORDER BY seq", rowColumns));
    while (query.executeStep())
        if (auto seen = look(rowIn(query), hashIn(query)); !seen) return seen;
    return {};
}

Newest newestRow(SQLite::Database& database) {
    SQLite::Statement query(database,
                            fmt::format("SELECT {} FROM events ORDER BY seq DESC LIMIT 1", rowColumns));
    if (!query.executeStep()) return {};
    return {{query.getColumn(0).getInt64(), hashIn(query)}, instantIn(query, 1)};
}

Meta readMeta(SQLite::Database& database) {
    Meta meta;
    SQLite::Statement query(database, "SELECT key, value FROM meta WHERE key <> 'probe'");
    while (query.executeStep()) {
        const std::string key = textIn(query, 0);
        if (key == "feed") meta.identity.feed = textIn(query, 1);
        if (key == "secret_key") meta.identity.secretKey = textIn(query, 1);
        if (key == "simulated") meta.identity.simulated = textIn(query, 1) == "1";
        if (key == "head") meta.end = textIn(query, 1);
    }
    return meta;
}

std::vector<Row> readRows(SQLite::Database& database, std::int64_t since, std::size_t limit) {
    SQLite::Statement query(
        database, fmt::format("SELECT {} FROM events WHERE seq > ? ORDER BY seq LIMIT ?", rowColumns));
    query.bind(1, since);
    query.bind(2, static_cast<std::int64_t>(std::min<std::size_t>(limit, INT32_MAX)));
    return allRows(query);
}

std::optional<Row> lastRowNamed(SQLite::Database& database, std::string_view name, std::int64_t upTo) {
    SQLite::Statement query(database, lastNamedQuery(name));
    query.bind(1, std::string(name));
    query.bind(2, upTo);
    if (!query.executeStep()) return std::nullopt;
    return rowIn(query);
}

std::vector<Row> rowsOf(SQLite::Database& database, std::string_view subject) {
    SQLite::Statement query(database, rowsOfSubject);
    query.bind(1, std::string(subject));
    return allRows(query);
}

std::vector<Row> readIncidents(SQLite::Database& database, Instant from, Instant to) {
    SQLite::Statement query(
        database, fmt::format("SELECT {} FROM events INDEXED BY events_without_ticket WHERE subject = '' AND "
                              "at BETWEEN ? AND ? AND name IN {} ORDER BY seq",
                              rowColumns, incidentNames));
    bindInstant(query, 1, from);
    bindInstant(query, 2, to);
    return allRows(query);
}

std::vector<Answer> readAnswers(SQLite::Database& database) {
    std::vector<Answer> answers;
    SQLite::Statement query(database,
                            "SELECT token, key, request, status, body, at FROM answers ORDER BY number");
    while (query.executeStep())
        answers.push_back({textIn(query, 0), textIn(query, 1), textIn(query, 2), query.getColumn(3).getInt(),
                           textIn(query, 4), instantIn(query, 5)});
    return answers;
}

std::vector<Visit> readVisits(SQLite::Database& database, base::Date from, base::Date to) {
    SQLite::Statement query(
        database, fmt::format("SELECT {} FROM visits WHERE day BETWEEN ? AND ? ORDER BY issued_at, ticket",
                              visitColumns(database)));
    query.bind(1, base::formatDate(from));
    query.bind(2, base::formatDate(to));
    std::vector<Visit> visits;
    while (query.executeStep()) visits.push_back(visitIn(query));
    return visits;
}

std::vector<Token> readTokens(SQLite::Database& database, bool unannouncedOnly) {
    SQLite::Statement query(
        database,
        "SELECT id, secret_hash, role, name, counter, made_at FROM tokens WHERE announced <= ? "
        "ORDER BY made_at, id");
    query.bind(1, unannouncedOnly ? 0 : 1);
    std::vector<Token> tokens;
    while (query.executeStep())
        tokens.push_back({textIn(query, 0), textIn(query, 1), textIn(query, 2), textIn(query, 3),
                          optionalNumberIn(query, 4), instantIn(query, 5)});
    return tokens;
}

}  // namespace luot::journal::sqlite
