#include "base/program/Paths.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace luot::base {

namespace fs = std::filesystem;

std::vector<fs::path> sharedFolders() {
    std::vector<fs::path> folders;
    std::error_code ignored;
    const auto program = fs::read_symlink("/proc/self/exe", ignored);
    if (!program.empty()) folders.push_back(program.parent_path().parent_path() / "share" / "luot");
    if (const char* named = std::getenv("LUOT_SHARE"); named != nullptr && *named != '\0')
        folders.emplace_back(named);
    folders.emplace_back(LUOT_CONFIG_FOLDER);
    return folders;
}

Result<fs::path> findShared(const fs::path& relative) {
    std::string places;
    for (const auto& folder : sharedFolders()) {
        std::error_code ignored;
        auto candidate = folder / relative;
        if (fs::exists(candidate, ignored)) return candidate;
        places += (places.empty() ? "" : ", ") + folder.string();
    }
    return fail(Fault::notFound,
                fmt::format("'{}' is in none of {}; install the shared files or set LUOT_SHARE to "
                            "their folder",
                            relative.string(), places));
}

}  // namespace luot::base
