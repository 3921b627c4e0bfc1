#pragma once

namespace luot::journal::test {

/// A disk that can fail: stands between SQLite and the real files as its default VFS for as long as it lives.
class FaultyDisk {
public:
    enum class Call { write, sync };

    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// The n-th call from now on gives `code` (SQLITE_FULL, SQLITE_IOERR_FSYNC, ...), and all after it when
    /// `forEver`. A sync that fails has done nothing; a write that fails has written half.
    void failAt(Call call, int n, int code, bool forEver);
    void heal();
    /// How many calls failed since failAt.
    int failures() const;
    /// Writes to all files since failAt or heal.
    int writes() const;
};

}  // namespace luot::journal::test
