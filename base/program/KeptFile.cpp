#include "base/program/KeptFile.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace luot::base {

namespace {

bool writeSynced(const std::string& path, std::string_view text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return false;
    const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool synced = ::fdatasync(file) == 0;
    return ::close(file) == 0 && written && synced;
}

}  // namespace

bool syncFolder(const std::filesystem::path& folder) {
    const int place = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (place < 0) return false;
    const bool synced = ::fsync(place) == 0;
    return ::close(place) == 0 && synced;
}

bool keepText(const std::filesystem::path& file, std::string_view text) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    const auto draft = file.string() + ".new";
    if (!writeSynced(draft, text)) return false;
    std::filesystem::rename(draft, file, error);
    return !error && syncFolder(file.parent_path());
}

std::optional<std::string> keptText(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    if (in.bad()) return std::nullopt;
    return text.str();
}

}  // namespace luot::base
