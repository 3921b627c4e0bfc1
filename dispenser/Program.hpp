#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "base/settings/ProgramOptions.hpp"
#include "dispenser/App.hpp"
#include "dispenser/print/OpenPaper.hpp"
#include "hardware/printer/Printer.hpp"
#include "hardware/printer/profile/Profile.hpp"

namespace luot::dispenser {

/// The command line and settings of luot-dispenser.
base::settings::Program programOf(std::string version);

/// What the arguments ask for, read and checked.
struct LaunchPlan {
    AppOptions app;
    std::string server;
    bool fullscreen = true;
    std::string printer = "none";
    hardware::printer::PrintDeadlines deadlines;
    hardware::printer::profile::Profile profile;
    std::filesystem::path stateFolder;  ///< empty: nothing is kept
    print::PaperChoice paper;
    print::PrintSettings print;  ///< its paper is opened when it runs
    std::optional<std::filesystem::path> screenshot;
    std::chrono::milliseconds after{0};
};

/// The model that the settings name, with the width that they say. invalidInput: with all that is wrong in
/// its file.
base::Result<hardware::printer::profile::Profile> printerProfile(const base::settings::Settings& settings);
base::settings::Complaints complaintsOnPrinter(const base::settings::Settings& settings);

/// invalidInput: a sentence for what is missing or wrong.
base::Result<LaunchPlan> planOf(const base::settings::Arguments& arguments);

/// Runs the kiosk until it is closed or asked to end; gives the exit code.
int run(LaunchPlan plan);

}  // namespace luot::dispenser
