#pragma once

#include "base/settings/ProgramOptions.hpp"

namespace luot::dispenser::tools {

/// Draws a sample ticket as the printer would get it; gives the exit code.
int printPreview(const base::settings::Arguments& arguments);

}  // namespace luot::dispenser::tools
