#include "journal/sqlite/vfs/GatheredLog.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <new>
#include <tuple>
#include <utility>

namespace luot::journal::sqlite::vfs {

namespace {

/// SQLite's own files take less than 128 KiB in one call.
constexpr sqlite3_int64 mostGathered = 120 * 1024;

/// SQLite's memory for the open log: ours, and behind it that of the file system below.
struct Log : sqlite3_file {
    std::unique_ptr<char[]> gathered;
    sqlite3_int64 at = 0;    ///< where in the file it belongs
    sqlite3_int64 size = 0;  ///< of what is gathered

    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

Log& logOf(sqlite3_file* file) { return *static_cast<Log*>(file); }

/// Whatever becomes of it, it is gone: SQLite is told of a failure, and writes the pages anew if it wants
/// them.
int writeOut(Log& log) {
    const auto size = std::exchange(log.size, 0);
    if (size == 0) return SQLITE_OK;
    return log.below()->pMethods->xWrite(log.below(), log.gathered.get(), static_cast<int>(size), log.at);
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    auto& log = logOf(file);
    if (log.size > 0 && (at != log.at + log.size || log.size + count > mostGathered))
        if (const int code = writeOut(log); code != SQLITE_OK) return code;
    if (log.size == 0) log.at = at;
    std::copy_n(static_cast<const char*>(bytes), count, log.gathered.get() + log.size);
    log.size += count;
    return SQLITE_OK;
}

/// Hands a call on, once all that was to be written before it is.
template <auto method, class... Arguments>
int after(sqlite3_file* file, Arguments... arguments) {
    auto& log = logOf(file);
    if (const int code = writeOut(log); code != SQLITE_OK) return code;
    return (log.below()->pMethods->*method)(log.below(), arguments...);
}

/// Hands a call on that has nothing to do with what the file holds.
template <auto method, class... Arguments>
int pass(sqlite3_file* file, Arguments... arguments) {
    auto* below = logOf(file).below();
    return (below->pMethods->*method)(below, arguments...);
}

int close(sqlite3_file* file) {
    auto& log = logOf(file);
    const int written = writeOut(log);
    const int closed = log.below()->pMethods->xClose(log.below());
    log.~Log();
    return written == SQLITE_OK ? closed : written;
}

/// A log is neither locked nor mapped: version 1 is all that SQLite asks of it.
const sqlite3_io_methods methods = {
    1,
    &close,
    &after<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
    &write,
    &after<&sqlite3_io_methods::xTruncate, sqlite3_int64>,
    &after<&sqlite3_io_methods::xSync, int>,
    &after<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    &pass<&sqlite3_io_methods::xLock, int>,
    &pass<&sqlite3_io_methods::xUnlock, int>,
    &pass<&sqlite3_io_methods::xCheckReservedLock, int*>,
    &pass<&sqlite3_io_methods::xFileControl, int, void*>,
    &pass<&sqlite3_io_methods::xSectorSize>,
    &pass<&sqlite3_io_methods::xDeviceCharacteristics>,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
};

/// `how` begins with the flags.
template <class... How>
int open(sqlite3_vfs* ours, const char* name, sqlite3_file* file, How... how) {
    auto* below = static_cast<sqlite3_vfs*>(ours->pAppData);
    const int flags = std::get<0>(std::tuple(how...));
    if ((flags & SQLITE_OPEN_WAL) == 0) return below->xOpen(below, name, file, how...);
    auto* log = new (file) Log{};
    log->gathered.reset(new (std::nothrow) char[mostGathered]);
    const int code = log->gathered ? below->xOpen(below, name, log->below(), how...) : SQLITE_NOMEM;
    if (code == SQLITE_OK)
        log->pMethods = &methods;
    else
        log->~Log();
    return code;
}

}  // namespace

const char* gatheredLog() {
    static std::mutex mutex;
    static sqlite3_vfs ours{};
    const std::lock_guard lock(mutex);
    auto* standing = sqlite3_vfs_find(nullptr);
    if (ours.pAppData == standing) return ours.zName;
    sqlite3_vfs_unregister(&ours);
    ours = *standing;
    ours.zName = "luot-gathered-log";
    ours.pNext = nullptr;
    ours.pAppData = standing;
    ours.szOsFile = static_cast<int>(sizeof(Log)) + standing->szOsFile;
    ours.xOpen = &open<int, int*>;
    if (const int code = sqlite3_vfs_register(&ours, 0); code != SQLITE_OK)
        throw SQLite::Exception("the journal's log cannot be set up", code);
    return ours.zName;
}

}  // namespace luot::journal::sqlite::vfs
