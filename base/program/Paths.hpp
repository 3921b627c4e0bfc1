#pragma once

#include <filesystem>
#include <vector>

#include "base/Result.hpp"

namespace luot::base {

/// Where shared files (wording, centres, pictures) may lie, in the order in which they are looked for: beside
/// the installed program (../share/luot), the folder that LUOT_SHARE names, the config folder of the source.
std::vector<std::filesystem::path> sharedFolders();

/// The first existing file or folder `relative` in sharedFolders(). notFound: names the places looked at.
Result<std::filesystem::path> findShared(const std::filesystem::path& relative);

}  // namespace luot::base
