#pragma once

#include <string>

#include "base/Result.hpp"

namespace luot::journal::sqlite {

/// The folder of one centre and the names of its files.
struct Folder {
    std::string path;

    std::string journal() const { return path + "/journal.db"; }
    std::string wal() const { return journal() + "-wal"; }
    std::string shm() const { return journal() + "-shm"; }
    std::string lock() const { return path + "/server.lock"; }
};

/// Makes the folder (0700) with its parents when it is missing.
base::Result<> makeFolder(const Folder& folder);

bool fileExists(const std::string& path);

/// Whether there is nothing in the file, or no file.
bool isEmpty(const std::string& path);

/// An empty file that only its owner may read (0600); what was there under the name goes.
base::Result<> makeEmptyFile(const std::string& path);

/// Brings a file, or the names in a folder, to the disk.
base::Result<> syncFile(const std::string& path);
base::Result<> syncFolder(const std::string& path);

/// Gives a finished file its name unless that is taken, and brings the name to the disk. False: the name was
/// taken.
base::Result<bool> nameFile(const std::string& from, const std::string& to);

/// The folder that a file is in.
std::string folderOf(const std::string& path);

/// Writes every byte of the write-ahead log once more, makes it at least walBytes long with zeros, and syncs
/// it. Why: docs/adr on failed commits. No other program may be writing to the log meanwhile.
base::Result<> rewriteWal(const std::string& path);

/// How long the log is kept: 1,000 pages of 4 KiB between two checkpoints and a large batch on top.
/// Overwriting a file of full length costs half of what appending to it does (fdatasync p50 102-176 µs
/// against 241-263 µs).
constexpr long walBytes = 6L * 1024 * 1024;

}  // namespace luot::journal::sqlite
