#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "journal/Chain.hpp"

namespace luot::journal::sqlite {

/// The columns of a row in the order that rowIn() reads.
constexpr const char* rowColumns = "seq, at, actor, device, command_id, subject, name, data, hash";

// All below throw SQLite::Exception.

Row rowIn(const SQLite::Statement& statement);

/// The hash of rowColumns as it is stored; zeros when it has not 32 bytes.
base::Sha256 hashIn(const SQLite::Statement& statement);

/// Calls `look` with every row and its stored hash, oldest first, until it gives an error.
base::Result<> forEachRow(SQLite::Database& database,
                          const std::function<base::Result<>(const Row&, const base::Sha256&)>& look);

struct Newest {
    ChainEnd end;
    std::optional<Instant> at;
};
Newest newestRow(SQLite::Database& database);

/// What the journal says of itself; `end` is what the last commit wrote as the end of the chain.
struct Meta {
    Identity identity;
    std::string end;
};
Meta readMeta(SQLite::Database& database);

std::vector<Row> readRows(SQLite::Database& database, std::int64_t since, std::size_t limit);
std::optional<Row> lastRowNamed(SQLite::Database& database, std::string_view name, std::int64_t upTo);
std::vector<Row> rowsOf(SQLite::Database& database, std::string_view subject);
std::vector<Row> readIncidents(SQLite::Database& database, Instant from, Instant to);
std::vector<Answer> readAnswers(SQLite::Database& database);
std::vector<Visit> readVisits(SQLite::Database& database, base::Date from, base::Date to);
/// Those that are in no event yet, or all.
std::vector<Token> readTokens(SQLite::Database& database, bool unannouncedOnly);

}  // namespace luot::journal::sqlite
