#pragma once

#include <string>

#include "base/Result.hpp"

namespace luot::journal::upkeep {

/// Copies a journal as it stands at one moment, while others may write to it, into the file `to`, which is
/// made anew and is complete without a log. The copy is checked for damage and synced. After an error there
/// is no `to`.
base::Result<> copyJournal(const std::string& from, const std::string& to);

}  // namespace luot::journal::upkeep
