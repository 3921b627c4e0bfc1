#pragma once

#include "base/settings/ProgramOptions.hpp"
#include "simulator/course/Plan.hpp"

namespace luot::simulator {

/// The command line and settings of luot-simulator.
base::settings::Program simulatorProgram(std::string version);

/// Reads token, profile and centre. invalidInput: a setting or file that is wrong.
base::Result<course::Plan> planOf(const base::settings::Arguments& arguments);

}  // namespace luot::simulator
