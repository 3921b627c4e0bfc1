#pragma once

#include <string>
#include <vector>

#include "base/Result.hpp"
#include "queue/event/Upkeep.hpp"
#include "server/backup/BackupRules.hpp"

namespace luot::server::backup {

/// Names of the files in a folder; empty when it cannot be read.
std::vector<std::string> filesIn(const std::string& folder);

/// Copies the journal of `data` to the folder `to`, restores the copy into a folder of its own, checks that
/// (hash chain, replay), and takes away the copies that need not be kept. The server may be writing
/// meanwhile. May take seconds on a slow stick. storage: with what to do; a copy that is not sound does not
/// stay.
base::Result<queue::BackupMade> makeCopy(const std::string& data, const std::string& to, base::Instant now,
                                         const BackupRules& rules);

}  // namespace luot::server::backup
