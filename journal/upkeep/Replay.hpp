#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "journal/upkeep/Findings.hpp"

namespace luot::journal::upkeep {

/// Makes the table of visits anew from the facts, in a temporary table on the disk, since years of visits do
/// not belong into memory. Every function throws SQLite::Exception.
class Replay {
public:
    Replay(SQLite::Database& database, const Projector& projector);

    /// Error: what the projector says of the row.
    Result<> see(const Row& row);
    /// Says where the stored table is another one.
    void compare(Findings& findings);
    /// Puts the replayed table in the place of the stored one; within the caller's transaction.
    void replaceStored();

private:
    SQLite::Database& database_;
    const Projector& projector_;
    SQLite::Statement put_;
    SQLite::Statement drop_;
};

/// Replays every row and puts the table in place, in one transaction. Error: what the projector says of a
/// row. Throws SQLite::Exception.
Result<> replayInto(SQLite::Database& database, const Projector& projector);

}  // namespace luot::journal::upkeep
