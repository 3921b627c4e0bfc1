#include "journal/sqlite/FolderLock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <string>
#include <thread>

#include "journal/sqlite/Failure.hpp"

namespace luot::journal::sqlite {

namespace {

/// Whoever asks for the holder has the lock for a moment; so a taker tries a few times.
constexpr int takeTries = 10;
constexpr std::chrono::milliseconds takePause{20};

int readNumber(int file) {
    std::array<char, 16> text{};
    const auto length = ::pread(file, text.data(), text.size(), 0);
    int number = 0;
    if (length > 0) std::from_chars(text.data(), text.data() + length, number);
    return number;
}

bool lockWithin(int file, int tries) {
    for (int tried = 1; ::flock(file, LOCK_EX | LOCK_NB) != 0; ++tried) {
        if (errno != EWOULDBLOCK || tried >= tries) return false;
        std::this_thread::sleep_for(takePause);
    }
    return true;
}

base::Error refusal(int file, const Folder& folder) {
    if (errno != EWOULDBLOCK) return systemFailure("lock " + folder.lock());
    return {base::Fault::storage,
            fmt::format("another server works on this folder (process {}); stop it first", readNumber(file))};
}

}  // namespace

base::Result<FolderLock> FolderLock::take(const Folder& folder) {
    const int file = ::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return tl::unexpected(systemFailure("open " + folder.lock()));
    FolderLock lock(file);
    if (!lockWithin(file, takeTries)) return tl::unexpected(refusal(file, folder));
    const std::string number = std::to_string(::getpid()) + "\n";
    // In this order a full disk does no harm: the old number is overwritten in its place.
    if (::pwrite(file, number.data(), number.size(), 0) < 0 ||
        ::ftruncate(file, static_cast<off_t>(number.size())) != 0)
        return tl::unexpected(systemFailure("write " + folder.lock()));
    return lock;
}

FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

std::optional<int> FolderLock::holder(const Folder& folder) {
    const int file = ::open(folder.lock().c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return std::nullopt;
    const FolderLock closesIt(file);
    if (::flock(file, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK) return std::nullopt;
    return readNumber(file);
}

}  // namespace luot::journal::sqlite
