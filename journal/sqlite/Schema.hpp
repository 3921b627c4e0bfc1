#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

#include "base/Result.hpp"
#include "journal/sqlite/Folder.hpp"

namespace luot::journal::sqlite {

/// Stands in the file's PRAGMA user_version; a file with a greater one was made by a newer program and is
/// refused.
constexpr int schemaVersion = 2;
/// The oldest that can be read as it is; the server brings it up to date when it opens it.
constexpr int oldestSchemaVersion = 1;

/// Stands in the file's PRAGMA application_id: "Luot" in ASCII.
constexpr int applicationId = 0x4C756F74;

/// How long a call waits for another program that is writing, in milliseconds.
constexpr int busyTimeoutMs = 2000;

/// Makes an empty journal of the folder unless it has one; whole or not at all, whoever else does the same
/// meanwhile.
base::Result<> makeJournal(const Folder& folder);

/// Opens a journal that this program understands for reading and writing, and sets what SQLite does not keep
/// in the file.
base::Result<SQLite::Database> openDatabase(const std::string& path);

/// Opens for reading alone, and changes nothing in the file. Throws SQLite::Exception.
SQLite::Database openForReading(const std::string& path);

/// Whether the open file has this program's format.
bool isUpToDate(SQLite::Database& database);

/// Brings a file of an older version up to date. True: something changed, and statements must be compiled
/// anew. To be called through upkeep::bringUpToDate, which keeps a copy. Throws SQLite::Exception, and then
/// nothing has changed.
bool upgrade(SQLite::Database& database);

/// Makes the index in which incidents are found unless it is there, in place of those that older programs
/// made. Throws SQLite::Exception.
void indexIncidents(SQLite::Database& database);

/// The columns of a visit in the order that readers take them: an older file has no waited_s behind the rest.
std::string visitColumns(SQLite::Database& database);

/// Whether the open file is a journal that this program understands. Throws SQLite::Exception.
base::Result<> checkSchema(SQLite::Database& database);

}  // namespace luot::journal::sqlite
