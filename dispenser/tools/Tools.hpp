#pragma once

#include "base/settings/ProgramOptions.hpp"

/// What luot-dispenser can besides being a kiosk: look at a ticket, try a printer.
namespace luot::dispenser::tools {

std::vector<base::settings::Subcommand> subcommands();

/// Runs the subcommand that was given; gives the exit code. None: there was none.
std::optional<int> runTool(const base::settings::Arguments& arguments);

}  // namespace luot::dispenser::tools
