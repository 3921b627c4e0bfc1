#include "FaultyDisk.hpp"

#include <sqlite3.h>

#include <atomic>
#include <new>
#include <stdexcept>

namespace luot::journal::test {

namespace {

struct Plan {
    FaultyDisk::Call call = FaultyDisk::Call::write;
    int left = 0;  ///< calls until the failure; 0: none is planned
    int code = SQLITE_OK;
    bool forEver = false;
    int failures = 0;
    int writes = 0;
};
Plan plan;

/// The code that this call must fail with, or SQLITE_OK.
int next(FaultyDisk::Call call) {
    if (plan.left == 0 || call != plan.call) return SQLITE_OK;
    if (plan.left > 1) {
        --plan.left;
        return SQLITE_OK;
    }
    if (!plan.forEver) plan.left = 0;
    ++plan.failures;
    return plan.code;
}

/// SQLite's memory for an open file: ours, and behind it the real one's.
struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }

/// Calls the real file's method of the same name with the same arguments.
template <auto method, class... Arguments>
auto pass(sqlite3_file* file, Arguments... arguments) {
    return (real(file)->pMethods->*method)(real(file), arguments...);
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    ++plan.writes;
    if (const int code = next(FaultyDisk::Call::write); code != SQLITE_OK) {
        pass<&sqlite3_io_methods::xWrite>(file, bytes, count / 2, at);
        return code;
    }
    return pass<&sqlite3_io_methods::xWrite>(file, bytes, count, at);
}

int sync(sqlite3_file* file, int flags) {
    if (const int code = next(FaultyDisk::Call::sync); code != SQLITE_OK) return code;
    return pass<&sqlite3_io_methods::xSync>(file, flags);
}

const sqlite3_io_methods methods = {
    2,
    &pass<&sqlite3_io_methods::xClose>,
    &pass<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
    &write,
    &pass<&sqlite3_io_methods::xTruncate, sqlite3_int64>,
    &sync,
    &pass<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    &pass<&sqlite3_io_methods::xLock, int>,
    &pass<&sqlite3_io_methods::xUnlock, int>,
    &pass<&sqlite3_io_methods::xCheckReservedLock, int*>,
    &pass<&sqlite3_io_methods::xFileControl, int, void*>,
    &pass<&sqlite3_io_methods::xSectorSize>,
    &pass<&sqlite3_io_methods::xDeviceCharacteristics>,
    &pass<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
    &pass<&sqlite3_io_methods::xShmLock, int, int, int>,
    &pass<&sqlite3_io_methods::xShmBarrier>,
    &pass<&sqlite3_io_methods::xShmUnmap, int>,
    nullptr,
    nullptr,
};

sqlite3_vfs* realDisk = nullptr;
sqlite3_vfs faultyDisk;

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    auto* ours = new (file) File{};
    const int code = realDisk->xOpen(realDisk, name, ours->real(), flags, outFlags);
    ours->base.pMethods = ours->real()->pMethods == nullptr ? nullptr : &methods;
    return code;
}

}  // namespace

FaultyDisk::FaultyDisk() {
    realDisk = sqlite3_vfs_find(nullptr);
    faultyDisk = *realDisk;
    faultyDisk.zName = "faulty";
    faultyDisk.pNext = nullptr;
    faultyDisk.szOsFile = static_cast<int>(sizeof(File)) + realDisk->szOsFile;
    faultyDisk.xOpen = &open;
    if (sqlite3_vfs_register(&faultyDisk, 1) != SQLITE_OK) throw std::runtime_error("no faulty disk");
    heal();
}

FaultyDisk::~FaultyDisk() {
    heal();
    sqlite3_vfs_unregister(&faultyDisk);
    sqlite3_vfs_register(realDisk, 1);
}

void FaultyDisk::failAt(Call call, int n, int code, bool forEver) { plan = {call, n, code, forEver, 0, 0}; }

void FaultyDisk::heal() { plan.left = plan.writes = 0; }

int FaultyDisk::failures() const { return plan.failures; }

int FaultyDisk::writes() const { return plan.writes; }

}  // namespace luot::journal::test
