#include "counter-client/alone/VisitFile.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace luot::counterclient::alone {

namespace {

bool writeSynced(const std::string& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return false;
    const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool synced = ::fdatasync(file) == 0;
    return ::close(file) == 0 && written && synced;
}

}  // namespace

bool VisitFile::keep(const Memory& memory) const {
    if (file_.empty()) return true;
    std::error_code error;
    std::filesystem::create_directories(file_.parent_path(), error);
    const auto draft = file_.string() + ".new";
    if (!writeSynced(draft, base::json::encodeText(memory))) return false;
    std::filesystem::rename(draft, file_, error);
    return !error;
}

std::optional<Memory> VisitFile::kept() const {
    std::ifstream in(file_, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    auto memory = base::json::decodeText<Memory>(text.str());
    if (!memory) return std::nullopt;
    return std::move(*memory);
}

}  // namespace luot::counterclient::alone
