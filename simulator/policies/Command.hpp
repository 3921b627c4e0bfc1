#pragma once

#include "base/settings/ProgramOptions.hpp"

namespace luot::simulator::policies {

/// luot-simulator policies: plays a centre's day under each call order.
base::settings::Program policiesProgram(std::string version);

/// What it prints.
base::Result<std::string> comparePolicies(const base::settings::Arguments& arguments);

}  // namespace luot::simulator::policies
