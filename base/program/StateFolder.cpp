#include "base/program/StateFolder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "base/Hash.hpp"

namespace luot::base {

namespace fs = std::filesystem;

namespace {

/// Hexadecimal digits of the token's hash in a folder's name: enough to tell the tokens of a machine apart.
constexpr std::size_t digitsOfToken = 8;

fs::path named(const char* variable) {
    const char* value = std::getenv(variable);
    const std::string text = value ? value : "";
    // systemd separates several folders by colons.
    return text.substr(0, text.find(':'));
}

/// The folder that all programs of this user share.
fs::path commonFolder() {
    if (auto folder = named("STATE_DIRECTORY"); !folder.empty()) return folder;
    if (const auto folder = named("XDG_STATE_HOME"); folder.is_absolute()) return folder / "luot";
    if (const auto home = named("HOME"); home.is_absolute()) return home / ".local" / "state" / "luot";
    return {};
}

}  // namespace

fs::path stateFolder(const fs::path& given, std::string_view role, std::string_view token) {
    if (given.filename() == "none") return {};
    if (!given.empty()) return given;
    const auto common = commonFolder();
    if (common.empty()) return {};
    return common / fmt::format("{}-{}", role, hex(sha256(token)).substr(0, digitsOfToken));
}

Result<> prepareStateFolder(const fs::path& folder) {
    if (folder.empty()) return fail(Fault::storage, "there is no folder to keep anything in (state_dir)");
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && ::access(folder.c_str(), W_OK | X_OK) != 0) error.assign(errno, std::generic_category());
    if (!error) return {};
    return fail(Fault::storage,
                fmt::format("nothing can be kept in {} (state_dir): {}", folder.string(), error.message()));
}

}  // namespace luot::base
