#pragma once

#include "base/settings/ProgramOptions.hpp"
#include "display/App.hpp"
#include "ui/Loop.hpp"

namespace luot::display {

/// The command line and the settings of luot-display.
base::settings::Program program(std::string version);

/// What they mean.
struct Options {
    net::LinkSettings link;
    Appearance appearance;
    ui::LoopOptions loop;
};

/// Error: invalidInput with what must be changed.
base::Result<Options> readOptions(const base::settings::Arguments& arguments);

}  // namespace luot::display
