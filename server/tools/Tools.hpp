#pragma once

#include "base/Result.hpp"
#include "base/settings/ProgramOptions.hpp"

/// The subcommands of luot-server that work on a folder and end.
namespace luot::server::tools {

base::Result<> makeToken(const base::settings::Arguments& arguments);
base::Result<> verifyJournal(const base::settings::Arguments& arguments);
base::Result<> rebuildProjections(const base::settings::Arguments& arguments);
base::Result<> exportReport(const base::settings::Arguments& arguments);
base::Result<> backupJournal(const base::settings::Arguments& arguments);
base::Result<> restoreJournal(const base::settings::Arguments& arguments);

}  // namespace luot::server::tools
