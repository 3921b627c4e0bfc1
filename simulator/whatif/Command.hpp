#pragma once

#include "base/settings/ProgramOptions.hpp"

namespace luot::simulator::whatif {

/// luot-simulator replay: plays a recorded day again under another policy or staffing.
base::settings::Program replayProgram(std::string version);

/// What it prints.
base::Result<std::string> replay(const base::settings::Arguments& arguments);

}  // namespace luot::simulator::whatif
