#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "base/settings/ProgramOptions.hpp"
#include "counter-client/App.hpp"

namespace luot::counterclient {

/// The command line and settings of luot-counter.
base::settings::Program programOf(std::string version);

/// What the arguments ask for, read and checked.
struct LaunchPlan {
    AppOptions app;
    std::string server;
    bool alwaysOnTop = true;
    std::filesystem::path stateFolder;  ///< empty: nothing is kept
    std::optional<std::filesystem::path> screenshot;
    std::chrono::milliseconds after{0};
};

/// invalidInput: a sentence for each thing that is missing or wrong.
base::Result<LaunchPlan> planOf(const base::settings::Arguments& arguments);

/// Runs the window until it is closed or asked to end; gives the exit code.
int run(LaunchPlan plan);

}  // namespace luot::counterclient
