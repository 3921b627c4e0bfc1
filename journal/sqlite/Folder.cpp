#include "journal/sqlite/Folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "base/program/KeptFile.hpp"
#include "journal/sqlite/Failure.hpp"

namespace luot::journal::sqlite {

namespace {

/// A file descriptor that closes itself.
class OpenFile {
public:
    OpenFile(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~OpenFile() {
        if (number_ >= 0) ::close(number_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    explicit operator bool() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

/// Reads up to `bytes.size()` bytes at `at` and fills the rest with zeros.
bool readPadded(int file, std::vector<char>& bytes, long at) {
    const auto got = ::pread(file, bytes.data(), bytes.size(), at);
    if (got < 0) return false;
    std::fill(bytes.begin() + got, bytes.end(), '\0');
    return true;
}

bool writeAll(int file, const std::vector<char>& bytes, std::size_t count, long at) {
    for (std::size_t done = 0; done < count;) {
        const auto wrote = ::pwrite(file, bytes.data() + done, count - done, at + static_cast<long>(done));
        if (wrote <= 0) return false;
        done += static_cast<std::size_t>(wrote);
    }
    return true;
}

}  // namespace

base::Result<> makeFolder(const Folder& folder) {
    std::error_code problem;
    const std::filesystem::path path(folder.path);
    if (std::filesystem::is_directory(path, problem)) return {};
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), problem);
    if (::mkdir(folder.path.c_str(), 0700) != 0 && errno != EEXIST)
        return tl::unexpected(systemFailure("make the folder " + folder.path));
    if (!std::filesystem::is_directory(path, problem))
        return base::fail(base::Fault::storage, folder.path + " is a file; name a folder");
    return syncFolder(folderOf(folder.path));
}

bool fileExists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

bool isEmpty(const std::string& path) {
    std::error_code problem;
    const auto size = std::filesystem::file_size(path, problem);
    return problem || size == 0;
}

base::Result<> makeEmptyFile(const std::string& path) {
    ::unlink(path.c_str());
    const OpenFile file(path, O_CREAT | O_EXCL | O_RDWR);
    if (!file) return tl::unexpected(systemFailure("make " + path));
    return {};
}

base::Result<> syncFile(const std::string& path) {
    const OpenFile file(path, O_RDONLY);
    if (!file) return tl::unexpected(systemFailure("open " + path));
    if (::fsync(file.number()) != 0) return tl::unexpected(systemFailure("sync " + path));
    return {};
}

base::Result<> syncFolder(const std::string& path) {
    if (!base::syncFolder(path)) return tl::unexpected(systemFailure("sync " + path));
    return {};
}

base::Result<bool> nameFile(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno != EEXIST) return tl::unexpected(systemFailure("make " + to));
        ::unlink(from.c_str());
        return false;
    }
    if (auto synced = syncFolder(folderOf(to)); !synced) return tl::unexpected(synced.error());
    return true;
}

std::string folderOf(const std::string& path) {
    const auto parent = std::filesystem::path(path).parent_path();
    return parent.empty() ? "." : parent.string();
}

base::Result<> rewriteWal(const std::string& path) {
    const OpenFile file(path, O_RDWR | O_CREAT);
    struct stat status {};
    if (!file || ::fstat(file.number(), &status) != 0) return tl::unexpected(systemFailure("open " + path));
    const long length = std::max<long>(status.st_size, walBytes);
    std::vector<char> bytes(1024 * 1024);
    for (long at = 0; at < length; at += static_cast<long>(bytes.size())) {
        const auto count = std::min<std::size_t>(bytes.size(), static_cast<std::size_t>(length - at));
        if (!readPadded(file.number(), bytes, at) || !writeAll(file.number(), bytes, count, at))
            return tl::unexpected(systemFailure("write " + path));
    }
    if (::fsync(file.number()) != 0) return tl::unexpected(systemFailure("sync " + path));
    return {};
}

}  // namespace luot::journal::sqlite
