#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

#include "journal/SqliteJournal.hpp"

namespace luot::journal::upkeep {

/// Adds to a sound copy what a damaged journal still has behind the copy's end: rows up to the first that
/// cannot be read or does not fit the chain, kept answers and tokens. The copy's projections are stale
/// afterwards. Throws SQLite::Exception when the copy cannot be written.
Rescued salvage(const std::string& damaged, SQLite::Database& copy);

}  // namespace luot::journal::upkeep
