#pragma once

#include "base/settings/ProgramOptions.hpp"

namespace luot::dispenser::tools {

/// Asks the printer, prints a page and says in words what it can and what is wrong. Gives the exit code: 0
/// when the page came out or nothing speaks against it, 4 when the printer cannot print.
int printTest(const base::settings::Arguments& arguments);

}  // namespace luot::dispenser::tools
