#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Result.hpp"
#include "base/settings/Settings.hpp"

/// The command line that all programs share: --help, --version, --config FILE, --check-config, --print-config
/// and what a program adds to it. Common options may stand before or after a subcommand.
namespace luot::base::settings {

/// An option that a program adds.
struct Option {
    std::string name;         ///< "--listen"
    std::string placeholder;  ///< "ADDR:PORT", shown by --help; empty: a switch without a value
    std::string description;
    std::string setting;    ///< the key that it overrides; empty: only the program itself reads it
    bool required = false;  ///< not with --check-config and --print-config
};

/// A word that says what to do: "run", "token". Its options stand before those of the program of the same
/// name.
struct Subcommand {
    std::string name;
    std::string description;
    std::vector<Option> options;
};

class Arguments;

/// Everything that the command line of one program may hold.
struct Program {
    std::string name;
    std::string version;
    std::string summary;
    SettingsTable settings;
    std::vector<Option> options;          ///< of the program as a whole, whatever the subcommand
    std::vector<Subcommand> subcommands;  ///< none: the program has no subcommands; else one must be given
    bool subcommandOptional = false;      ///< without one the program does what it is for
    /// What --check-config checks besides the settings, such as the centre's file.
    std::function<Complaints(const Arguments&)> alsoCheck = {};
};

/// What was asked for on the command line.
class Arguments {
public:
    explicit Arguments(SettingsTable table) : settings(std::move(table)) {}

    std::string subcommand;
    Settings settings;

    bool has(std::string_view option) const { return values_.find(option) != values_.end(); }
    /// None: not given. A switch that was given has an empty value.
    std::optional<std::string> value(std::string_view option) const;
    /// Of an option that is required; asserts.
    const std::string& required(std::string_view option) const;

    void put(std::string option, std::string value) {
        values_.insert_or_assign(std::move(option), std::move(value));
    }

private:
    std::map<std::string, std::string, std::less<>> values_;
};

/// The program has nothing more to do: what it prints and its exit code.
struct Ending {
    int exitCode = 0;
    std::string out;
    std::string err;
};

/// Reads the command line and the settings file. `arguments` are those after the program's name.
Result<Arguments, Ending> parseProgram(const Program& program, const std::vector<std::string>& arguments);

/// The same for main(): prints what an Ending holds and gives its exit code.
Result<Arguments, int> startProgram(const Program& program, int argc, const char* const* argv);

}  // namespace luot::base::settings
