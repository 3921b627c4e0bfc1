#pragma once

#include <filesystem>
#include <string_view>

#include "base/Result.hpp"

namespace luot::base {

/// Where a program keeps what must outlive a start: the folder that was `given`; none where "none" was; where
/// nothing was, one of its own in $STATE_DIRECTORY, $XDG_STATE_HOME/luot or ~/.local/state/luot. Its own: two
/// programs of a machine, or one that moves to another centre, must not find what another left, so the folder
/// is named after role and token. Empty: there is none.
std::filesystem::path stateFolder(const std::filesystem::path& given, std::string_view role,
                                  std::string_view token);

/// Makes the folder where it is missing and looks whether files can be made in it. Error: a sentence that
/// names the folder.
Result<> prepareStateFolder(const std::filesystem::path& folder);

}  // namespace luot::base
