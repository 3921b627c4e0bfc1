#pragma once

#include "base/settings/ProgramOptions.hpp"
#include "hardware/emulator/link/Station.hpp"

namespace luot::hardware::emulator {

/// The command line and settings of luot-printer-emulator.
base::settings::Program emulatorProgram(std::string version);

machine::Model modelOf(const base::settings::Settings& settings);

/// Opens what the settings name. Errors: invalidInput, unavailable.
base::Result<link::Place> placeOf(const base::settings::Settings& settings);

}  // namespace luot::hardware::emulator
