#pragma once

namespace luot::journal::sqlite::vfs {

/// The name of a SQLite file system (VFS) that is the standing one, but for the log: what SQLite writes to it
/// in pieces of 24 and 4096 bytes, two for each page, is gathered and written in one call, before the next
/// sync and before anything else is asked of that file. A commit on a fast disk is a twentieth to a tenth
/// quicker by it.
///
/// Nothing else changes: SQLite tells others of a page in the log only after the sync, and an error of the
/// write is the sync's, which fails the commit. For connections with synchronous=FULL. Throws
/// SQLite::Exception when it cannot be set up.
const char* gatheredLog();

}  // namespace luot::journal::sqlite::vfs
