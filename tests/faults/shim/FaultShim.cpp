// Put under a program with LD_PRELOAD: counts, records, delays, fails or dies at the calls that change a
// folder's files, and shifts the wall clock. LUOT_FAULT_PLAN names the file with the FaultPlan,
// LUOT_FAULT_RECORD the file that gets every call with its bytes.
#include "FaultPlan.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

using namespace luot::faults;

FaultPlan* plan = nullptr;
int recordFile = -1;
pthread_mutex_t oneAtATime = PTHREAD_MUTEX_INITIALIZER;

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

__attribute__((constructor)) void begin() {
    const char* path = std::getenv("LUOT_FAULT_PLAN");
    const int file = path ? ::open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0) return;
    void* place = mmap(nullptr, sizeof(FaultPlan), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (place != MAP_FAILED) plan = static_cast<FaultPlan*>(place);
    ::close(file);
    if (const char* record = std::getenv("LUOT_FAULT_RECORD"))
        recordFile = ::open(record, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

bool ends(const char* path, const char* end) {
    const auto length = std::strlen(path), tail = std::strlen(end);
    return length >= tail && std::strcmp(path + length - tail, end) == 0;
}

/// 0: not in the folder.
std::uint32_t placeOf(const char* path) {
    if (!plan || plan->folder[0] == '\0') return 0;
    if (std::strncmp(path, plan->folder, std::strlen(plan->folder)) != 0) return 0;
    if (ends(path, "/journal.db")) return placeJournal;
    return ends(path, "/journal.db-wal") ? placeLog : placeOther;
}

/// The path of an open file, "" when it has none.
const char* pathOf(int file, char* into) {
    char link[64];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const auto length = plan ? readlink(link, into, PATH_MAX - 1) : -1;
    into[length > 0 ? length : 0] = '\0';
    return into;
}

[[noreturn]] void die() {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/// What is to be done at this call; `delay` has been done already.
Deed deedAt(Call call, std::uint32_t place) {
    ++plan->seen;
    const Deed deed = plan->deed;
    if (deed == Deed::nothing || (plan->calls & call) == 0 || (plan->places & place) == 0)
        return Deed::nothing;
    const auto left = --plan->countdown;
    if (left > 0 || (left < 0 && plan->forEver == 0)) return Deed::nothing;
    ++plan->done;
    if (deed == Deed::killBefore || (deed == Deed::killTorn && call != callWrite)) die();
    if (deed != Deed::delay) return deed;
    usleep(plan->delayUs);
    return Deed::nothing;
}

void put(CallRecord head, const char* path, const char* other, const void* bytes) {
    if (recordFile < 0) return;
    head.pathLength = static_cast<std::uint32_t>(std::strlen(path));
    head.otherLength = static_cast<std::uint32_t>(std::strlen(other));
    iovec parts[4]{{&head, sizeof head},
                   {const_cast<char*>(path), head.pathLength},
                   {const_cast<char*>(other), head.otherLength},
                   {const_cast<void*>(bytes), head.size}};
    if (writev(recordFile, parts, 4) < 0) die();
    ++plan->records;
}

/// One call at a time, so that the record has the order of what happened. `act` does it and gives -1 or its
/// result.
template <class Result, class Act>
Result carryOut(Deed deed, const CallRecord& head, const char* path, const char* other, const void* bytes,
                Act act) {
    if (deed == Deed::fail) {
        errno = plan->error;
        return -1;
    }
    pthread_mutex_lock(&oneAtATime);
    const Result result = act();
    const int error = errno;
    if (result >= 0) put(head, path, other, bytes);
    pthread_mutex_unlock(&oneAtATime);
    if (deed == Deed::killAfter) die();
    errno = error;
    return result;
}

using PWrite = ssize_t (*)(int, const void*, size_t, off64_t);

ssize_t writeAt(int file, const void* bytes, size_t size, off64_t offset) {
    static const auto next = real<PWrite>("pwrite64");
    char path[PATH_MAX];
    const auto place = plan ? placeOf(pathOf(file, path)) : 0;
    if (place == 0) return next(file, bytes, size, offset);
    const Deed deed = deedAt(callWrite, place);
    const bool half = deed == Deed::fail || deed == Deed::killTorn;
    CallRecord head;
    head.kind = CallRecord::write;
    head.offset = offset;
    head.size = static_cast<std::uint32_t>(half ? size / 2 : size);
    const auto written = carryOut<ssize_t>(half ? Deed::nothing : deed, head, path, "", bytes,
                                           [&] { return next(file, bytes, head.size, offset); });
    if (deed == Deed::killTorn) die();
    if (deed != Deed::fail) return written;
    errno = plan->error;
    return -1;
}

int sync(int file, const char* name) {
    const auto next = real<int (*)(int)>(name);
    char path[PATH_MAX];
    const auto place = plan ? placeOf(pathOf(file, path)) : 0;
    if (place == 0) return next(file);
    struct stat status {};
    fstat(file, &status);
    CallRecord head;
    head.kind = S_ISDIR(status.st_mode) ? CallRecord::syncFolder : CallRecord::sync;
    return carryOut<int>(deedAt(callSync, place), head, path, "", nullptr, [&] { return next(file); });
}

template <class Act>
int changeName(Call call, CallRecord::Kind kind, const char* path, const char* other, Act act) {
    const auto place = plan ? placeOf(path) : 0;
    if (place == 0) return act();
    CallRecord head;
    head.kind = kind;
    return carryOut<int>(deedAt(call, place), head, path, other, nullptr, act);
}

int cut(int file, off64_t length) {
    static const auto next = real<int (*)(int, off64_t)>("ftruncate64");
    char path[PATH_MAX];
    const auto place = plan ? placeOf(pathOf(file, path)) : 0;
    if (place == 0) return next(file, length);
    CallRecord head;
    head.kind = CallRecord::truncate;
    head.offset = length;
    return carryOut<int>(deedAt(callTruncate, place), head, path, "", nullptr,
                         [&] { return next(file, length); });
}

}  // namespace

extern "C" {

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
    return writeAt(file, bytes, size, offset);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
    return writeAt(file, bytes, size, offset);
}

int fsync(int file) { return sync(file, "fsync"); }
int fdatasync(int file) { return sync(file, "fdatasync"); }

int ftruncate64(int file, off64_t length) noexcept { return cut(file, length); }
int ftruncate(int file, off_t length) noexcept { return cut(file, length); }

int rename(const char* from, const char* to) noexcept {
    static const auto next = real<int (*)(const char*, const char*)>("rename");
    return changeName(callRename, CallRecord::rename, from, to, [&] { return next(from, to); });
}

int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept {
    static const auto next = real<int (*)(int, const char*, int, const char*, unsigned)>("renameat2");
    return changeName(callRename, CallRecord::rename, from, to,
                      [&] { return next(fromFolder, from, toFolder, to, flags); });
}

int link(const char* from, const char* to) noexcept {
    static const auto next = real<int (*)(const char*, const char*)>("link");
    return changeName(callRename, CallRecord::link, from, to, [&] { return next(from, to); });
}

int unlink(const char* path) noexcept {
    static const auto next = real<int (*)(const char*)>("unlink");
    return changeName(callUnlink, CallRecord::unlink, path, "", [&] { return next(path); });
}

/// What std::filesystem removes a file with.
int remove(const char* path) noexcept {
    static const auto next = real<int (*)(const char*)>("remove");
    return changeName(callUnlink, CallRecord::unlink, path, "", [&] { return next(path); });
}

/// And all of a folder.
int unlinkat(int folder, const char* name, int flags) noexcept {
    static const auto next = real<int (*)(int, const char*, int)>("unlinkat");
    char path[PATH_MAX];
    pathOf(folder, path);
    const auto length = std::strlen(path);
    std::snprintf(path + length, sizeof path - length, "%s%s", length > 0 ? "/" : "", name);
    return changeName(callUnlink, CallRecord::unlink, path, "", [&] { return next(folder, name, flags); });
}

int clock_gettime(clockid_t clock, timespec* time) noexcept {
    static const auto next = real<int (*)(clockid_t, timespec*)>("clock_gettime");
    const int result = next(clock, time);
    if (result != 0 || !plan || (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)) return result;
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t total = time->tv_sec * second + time->tv_nsec + plan->clockShiftNs;
    time->tv_sec = total / second;
    time->tv_nsec = total % second;
    return result;
}

}  // extern "C"
