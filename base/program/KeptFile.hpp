#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace luot::base {

/// Puts `text` into the file so that after a power cut there is either all of it or what was there before;
/// true: it is on the disk. Makes the folder when it is missing.
bool keepText(const std::filesystem::path& file, std::string_view text);

/// Brings the names in a folder to the disk: a new file is there after a power cut only when its folder is.
/// False: errno says why not.
bool syncFolder(const std::filesystem::path& folder);

/// None: there is no such file, or it cannot be read.
std::optional<std::string> keptText(const std::filesystem::path& file);

}  // namespace luot::base
