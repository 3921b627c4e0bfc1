#pragma once

#include <optional>

#include "base/Result.hpp"
#include "journal/sqlite/Folder.hpp"

namespace luot::journal::sqlite {

/// Holds a folder for one writer, by flock on server.lock: the system lets go of it however the process ends.
/// The file holds the owner's process id as text and stays when the lock goes.
class FolderLock {
public:
    /// Fault::storage when another process has it, with its number.
    static base::Result<FolderLock> take(const Folder& folder);

    FolderLock(FolderLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

    /// Process id of the holder; none when nobody holds the folder.
    static std::optional<int> holder(const Folder& folder);

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_;
};

}  // namespace luot::journal::sqlite
