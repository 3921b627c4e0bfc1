#pragma once

#include <filesystem>
#include <string>

#include "base/Time.hpp"
#include "base/settings/ProgramOptions.hpp"

/// What every program that talks to the server reads the same way.
namespace luot::base::settings {

/// The access token that stands alone in `file`. invalidInput: no file named, unreadable, or no token in it.
Result<std::string> readTokenFile(const std::filesystem::path& file);

/// The seconds that `--after` names, 1 without it. invalidInput: no number from 0 to 3600.
Result<Milliseconds> screenshotAfter(const Arguments& arguments);

}  // namespace luot::base::settings
