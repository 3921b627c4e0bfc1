#pragma once

#include <SQLiteCpp/Database.h>

#include "base/Result.hpp"
#include "journal/sqlite/Folder.hpp"

namespace luot::journal::upkeep {

/// Brings an open journal of an older format up to date, after a whole copy of it has been put beside it and
/// on the disk: journal.db.before-format-2-row-1234. True: something changed, and statements must be compiled
/// anew. After an error nothing has changed. Throws SQLite::Exception.
base::Result<bool> bringUpToDate(const sqlite::Folder& folder, SQLite::Database& database);

}  // namespace luot::journal::upkeep
