#include "base/settings/ProgramOptions.hpp"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdio>

#include "base/Assert.hpp"

namespace luot::base::settings {

namespace {

constexpr int wrongArguments = exitCode(Fault::invalidInput);

const std::vector<Option> commonOptions{
    {"--config", "FILE", "Settings in TOML", ""},
    {"--check-config", "", "Check the settings, print every error with file and line, and end", ""},
    {"--print-config", "", "Print every setting with its meaning as TOML, and end", ""},
    {"--print-reference", "", "Print the reference page of the settings in Markdown, and end", ""},
};

Ending wrong(const Program& program, const std::string& what) {
    return {wrongArguments, "", fmt::format("{}: {}; see --help\n", program.name, what)};
}

/// CLI11 must not write into `values` behind our back when it is copied, so it has its own map until the end.
struct Parsed {
    std::map<std::string, std::string> values;
    std::map<std::string, bool> switches;
};

void add(CLI::App& app, const std::vector<Option>& options, Parsed& parsed) {
    for (const auto& option : options) {
        if (option.placeholder.empty()) {
            app.add_flag(option.name, parsed.switches[option.name], option.description);
        } else {
            app.add_option(option.name, parsed.values[option.name], option.description)
                ->type_name(option.placeholder)
                ->take_last();
        }
    }
}

/// The options that count for the chosen subcommand.
std::vector<Option> optionsFor(const Program& program, const std::string& subcommand) {
    auto options = commonOptions;
    options.insert(options.end(), program.options.begin(), program.options.end());
    for (const auto& candidate : program.subcommands) {
        if (candidate.name != subcommand) continue;
        for (const auto& own : candidate.options)
            std::erase_if(options, [&](const auto& option) { return option.name == own.name; });
        options.insert(options.end(), candidate.options.begin(), candidate.options.end());
    }
    return options;
}

std::string subcommandNames(const Program& program) {
    std::string names;
    for (const auto& subcommand : program.subcommands) names += (names.empty() ? "" : ", ") + subcommand.name;
    return names;
}

void describe(CLI::App& app, const Program& program, Parsed& parsed) {
    app.set_version_flag("--version", fmt::format("{} {}", program.name, program.version));
    app.set_help_flag("--help", "Print this help and end");
    app.fallthrough();
    app.require_subcommand(0, 1);
    add(app, commonOptions, parsed);
    add(app, program.options, parsed);
    for (const auto& subcommand : program.subcommands) {
        auto* sub = app.add_subcommand(subcommand.name, subcommand.description);
        sub->fallthrough();
        add(*sub, subcommand.options, parsed);
    }
}

/// None: CLI11 was content.
std::optional<Ending> parseWith(CLI::App& app, const Program& program, std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        return Ending{0, app.help(), ""};
    } catch (const CLI::CallForVersion& version) {
        return Ending{0, std::string(version.what()) + "\n", ""};
    } catch (const CLI::ParseError& error) {
        return wrong(program, error.what());
    }
    return std::nullopt;
}

void collect(const CLI::App& app, const Parsed& parsed, const std::vector<Option>& options,
             Arguments& arguments) {
    for (const auto& option : options) {
        const auto* parser = app.get_option_no_throw(option.name);
        if (parser == nullptr || parser->count() == 0) continue;
        const auto found = parsed.values.find(option.name);
        arguments.put(option.name, found == parsed.values.end() ? "" : found->second);
    }
}

Complaints loadSettings(const std::vector<Option>& options, Arguments& arguments) {
    Complaints complaints;
    if (const auto file = arguments.value("--config")) complaints = arguments.settings.load(*file);
    for (const auto& option : options) {
        if (option.setting.empty() || !arguments.has(option.name)) continue;
        const auto text = option.placeholder.empty() ? "true" : arguments.required(option.name);
        for (auto& complaint : arguments.settings.setOverride(option.setting, text)) {
            complaint.key = option.name;
            complaints.push_back(std::move(complaint));
        }
    }
    return complaints;
}

std::optional<Ending> missingArgument(const Program& program, const std::vector<Option>& options,
                                      const Arguments& arguments) {
    if (!program.subcommands.empty() && !program.subcommandOptional && arguments.subcommand.empty())
        return wrong(program, fmt::format("say what to do: {}", subcommandNames(program)));
    for (const auto& option : options)
        if (option.required && !arguments.has(option.name))
            return wrong(program, fmt::format("{} {} is missing", option.name, option.placeholder));
    return std::nullopt;
}

/// Ends for --check-config, --print-config and for settings that are wrong.
std::optional<Ending> endWithSettings(const Program& program, const Arguments& arguments,
                                      Complaints complaints) {
    const bool check = arguments.has("--check-config");
    if (check && program.alsoCheck) {
        const auto more = program.alsoCheck(arguments);
        complaints.insert(complaints.end(), more.begin(), more.end());
    }
    if (!complaints.empty()) return Ending{wrongArguments, "", textOf(std::move(complaints))};
    if (arguments.has("--print-reference"))
        return Ending{0, referencePage(program.name, program.settings), ""};
    if (arguments.has("--print-config")) return Ending{0, arguments.settings.printConfig(), ""};
    if (check) return Ending{0, "ok\n", ""};
    return std::nullopt;
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view option) const {
    const auto found = values_.find(option);
    return found == values_.end() ? std::nullopt : std::optional(found->second);
}

const std::string& Arguments::required(std::string_view option) const {
    const auto found = values_.find(option);
    LUOT_ASSERT(found != values_.end());
    return found->second;
}

Result<Arguments, Ending> parseProgram(const Program& program, const std::vector<std::string>& given) {
    CLI::App app(program.summary, program.name);
    Parsed parsed;
    describe(app, program, parsed);
    if (auto ending = parseWith(app, program, given)) return tl::unexpected(std::move(*ending));

    Arguments arguments(program.settings);
    const auto* chosen = &app;
    if (const auto subcommands = app.get_subcommands(); !subcommands.empty()) {
        chosen = subcommands.front();
        arguments.subcommand = chosen->get_name();
    }
    const auto options = optionsFor(program, arguments.subcommand);
    collect(app, parsed, options, arguments);
    if (chosen != &app) collect(*chosen, parsed, options, arguments);

    auto complaints = loadSettings(options, arguments);
    if (auto ending = endWithSettings(program, arguments, std::move(complaints)))
        return tl::unexpected(std::move(*ending));
    if (auto ending = missingArgument(program, options, arguments)) return tl::unexpected(std::move(*ending));
    return arguments;
}

Result<Arguments, int> startProgram(const Program& program, int argc, const char* const* argv) {
    auto arguments = parseProgram(program, std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
    if (arguments) return std::move(*arguments);
    std::fputs(arguments.error().out.c_str(), stdout);
    std::fputs(arguments.error().err.c_str(), stderr);
    return tl::unexpected(arguments.error().exitCode);
}

}  // namespace luot::base::settings
