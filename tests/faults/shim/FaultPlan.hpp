#pragma once

#include <atomic>
#include <cstdint>

/// What a test and the library that it puts under a program (LD_PRELOAD) tell each other: a file that both
/// have mapped. The program knows nothing of it.
namespace luot::faults {

/// Calls that change what is on the disk.
enum Call : std::uint32_t {
    callWrite = 1,
    callSync = 2,
    callTruncate = 4,
    callRename = 8,  ///< rename, renameat2, link
    callUnlink = 16,
    everyCall = 31,
};

/// Which files are meant.
enum Place : std::uint32_t {
    placeJournal = 1,  ///< journal.db itself: what a checkpoint writes
    placeLog = 2,      ///< its write-ahead log
    placeOther = 4,
    everyPlace = 7,
};

enum class Deed : std::uint32_t {
    nothing,
    killBefore,
    killAfter,
    killTorn,  ///< half of the bytes are written; another call than a write dies before
    fail,      ///< with `error`; a write has written half
    delay,     ///< takes `delayUs` longer
};

/// Lies zeroed at the start of the mapped file.
struct FaultPlan {
    char folder[512];  ///< only files in here are meant, by the beginning of their path
    std::atomic<std::uint32_t> calls;
    std::atomic<std::uint32_t> places;
    std::atomic<Deed> deed;
    std::atomic<std::int64_t> countdown;  ///< 1: the next call that is meant
    std::atomic<std::uint32_t> forEver;   ///< all after it too
    std::atomic<std::int32_t> error;      ///< an errno
    std::atomic<std::uint32_t> delayUs;
    std::atomic<std::int64_t> clockShiftNs;  ///< added to the wall clock; the monotonic one stays

    std::atomic<std::uint64_t> seen;     ///< calls in the folder since the file was made, whatever was meant
    std::atomic<std::uint64_t> done;     ///< how often the deed was done
    std::atomic<std::uint64_t> records;  ///< written to the record of calls
};

/// Head of one entry in the record of calls (LUOT_FAULT_RECORD); the path, the second path and the bytes
/// follow.
struct CallRecord {
    enum Kind : std::uint32_t { write = 1, sync, syncFolder, truncate, rename, link, unlink };
    std::uint32_t kind = 0;
    std::uint32_t pathLength = 0;
    std::uint32_t otherLength = 0;
    std::uint32_t size = 0;   ///< bytes that follow
    std::int64_t offset = 0;  ///< of a write; the new length of a truncate
};

}  // namespace luot::faults
