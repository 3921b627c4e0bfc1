#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>

#include "base/Time.hpp"

/// Our types in and out of SQLite's columns: an instant is milliseconds since 1970 UTC, a day is
/// "2026-11-23". All throw SQLite::Exception.
namespace luot::journal::sqlite {

inline void bindInstant(SQLite::Statement& statement, int at, base::Instant instant) {
    statement.bind(at, static_cast<std::int64_t>(instant.time_since_epoch().count()));
}

inline void bindInstant(SQLite::Statement& statement, int at, const std::optional<base::Instant>& instant) {
    if (instant)
        bindInstant(statement, at, *instant);
    else
        statement.bind(at);
}

inline void bindNumber(SQLite::Statement& statement, int at, const std::optional<int>& number) {
    if (number)
        statement.bind(at, *number);
    else
        statement.bind(at);
}

inline base::Instant instantIn(const SQLite::Statement& statement, int at) {
    return base::Instant(base::Milliseconds(statement.getColumn(at).getInt64()));
}

inline std::optional<base::Instant> optionalInstantIn(const SQLite::Statement& statement, int at) {
    if (statement.isColumnNull(at)) return std::nullopt;
    return instantIn(statement, at);
}

inline std::optional<int> optionalNumberIn(const SQLite::Statement& statement, int at) {
    if (statement.isColumnNull(at)) return std::nullopt;
    return statement.getColumn(at).getInt();
}

inline std::string textIn(const SQLite::Statement& statement, int at) {
    return statement.getColumn(at).getString();
}

}  // namespace luot::journal::sqlite
