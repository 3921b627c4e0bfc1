#include "simulator/Options.hpp"

#include <fmt/format.h>

#include "base/program/Paths.hpp"
#include "base/settings/ClientOptions.hpp"

namespace luot::simulator {

namespace {

using namespace base::settings;
using base::Fault;
using base::Result;

constexpr double mostTickets = 1'000'000;
constexpr double longestRun = 7 * 24 * 3600;  ///< seconds

SettingsTable table() {
    return SettingsTable({
        textSetting("server", "http://127.0.0.1:8080", "Address of the server, as its ready line says it."),
        pathSetting("token_file", "", "File with an access token of role manager or admin, alone on a line."),
        pathSetting("centre", "",
                    "The centre's file, whose [demand] says how many come and for what. Empty: all "
                    "services alike."),
        pathSetting("profile", "",
                    "When people come and how they behave. Empty: the arrival profile that comes with "
                    "the program."),
        numberSetting("speed", {1, {0.01, 100'000}, "times"},
                      "How many times as fast the day is played where the server's clock is not simulated; a "
                      "simulated clock gives the pace itself."),
        integerSetting("seed", {1, {0, 1e15}, ""}, "The same seed plays the same citizens."),
        integerSetting("tickets", {0, {0, mostTickets}, "tickets"},
                       "So many numbers are taken. 0: as many as the day brings; with load 1000."),
        numberSetting("seconds", {0, {0, longestRun}, "seconds"},
                      "Ends after so much real time. 0: when all is done."),
        integerSetting("clerks", {-1, {-1, 999}, "clerks"},
                       "Counters with a clerk. -1: all; 0: citizens alone."),
        choiceSetting(
            "load", "none", {"none", "issue", "call"},
            "Measure in place of a day: issue takes numbers, call takes numbers and then calls them, as fast "
            "as each connection is answered."),
        integerSetting("connections", {8, {1, 1000}, "connections"}, "That take numbers, with load issue."),
        integerSetting("counters", {10, {1, 999}, "counters"},
                       "That call, with load call; each on its own connection."),
    });
}

Option option(std::string setting, std::string placeholder, std::string description) {
    std::string name = "--" + setting;
    for (auto& letter : name)
        if (letter == '_') letter = '-';
    return {std::move(name), std::move(placeholder), std::move(description), std::move(setting), false};
}

Result<std::filesystem::path> profileFile(const Settings& settings) {
    if (const auto file = settings.path("profile"); !file.empty()) return file;
    return base::findShared("arrival-profile.toml");
}

/// Fills in profile and demand; what is wrong with their files.
Complaints readFiles(const Settings& settings, course::Plan& plan) {
    const auto file = profileFile(settings);
    if (!file) return {Complaint{"", 0, "profile", file.error().what}};
    auto profile = profile::readProfile(*file);
    if (!profile) return profile.error();
    plan.profile = std::move(*profile);
    const auto centre = settings.path("centre");
    if (centre.empty()) return {};
    auto demand = profile::readDemand(centre, plan.profile);
    if (!demand) return demand.error();
    plan.demand = std::move(*demand);
    return {};
}

course::Kind kindOf(const std::string& load) {
    if (load == "issue") return course::Kind::issue;
    return load == "call" ? course::Kind::call : course::Kind::day;
}

}  // namespace

Program simulatorProgram(std::string version) {
    Program program;
    program.name = "luot-simulator";
    program.version = std::move(version);
    program.summary =
        "Citizens and clerks for demo, training and load: plays a day on a running server. Without a server: "
        "'luot-simulator replay --help' (a recorded day under other rules) and 'luot-simulator policies "
        "--help'.";
    program.settings = table();
    program.options = {
        option("server", "URL", "Address of the server, such as http://127.0.0.1:8080"),
        option("token_file", "FILE", "File with an access token of role manager or admin"),
        option("centre", "FILE", "The centre's file, for its demand"),
        option("profile", "FILE", "The arrival profile"),
        option("speed", "N", "How many times as fast, where the server's clock is not simulated"),
        option("seed", "S", "The same seed plays the same citizens"),
        option("tickets", "N", "So many numbers are taken"),
        option("seconds", "N", "Ends after so much real time"),
        option("clerks", "N", "Counters with a clerk; 0: citizens alone"),
        option("load", "KIND", "issue or call: measure in place of a day"),
        option("connections", "N", "Connections of --load issue"),
        option("counters", "N", "Counters of --load call"),
    };
    program.alsoCheck = [](const Arguments& arguments) {
        course::Plan plan;
        return readFiles(arguments.settings, plan);
    };
    return program;
}

Result<course::Plan> planOf(const Arguments& arguments) {
    const auto& settings = arguments.settings;
    course::Plan plan;
    plan.url = settings.text("server");
    plan.kind = kindOf(settings.text("load"));
    plan.speed = settings.number("speed");
    plan.seed = static_cast<std::uint64_t>(settings.integer("seed"));
    plan.connections = static_cast<int>(settings.integer("connections"));
    if (const auto count = settings.integer("tickets"); count > 0) plan.tickets = static_cast<int>(count);
    if (const auto count = settings.integer("clerks"); count >= 0) plan.clerks = static_cast<int>(count);
    if (plan.kind == course::Kind::call) plan.clerks = static_cast<int>(settings.integer("counters"));
    if (const double seconds = settings.number("seconds"); seconds > 0)
        plan.limit = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
    auto token = readTokenFile(settings.path("token_file"));
    if (!token) return tl::unexpected(token.error());
    plan.token = std::move(*token);
    if (auto wrong = readFiles(settings, plan); !wrong.empty())
        return base::fail(Fault::invalidInput, textOf(std::move(wrong)));
    return plan;
}

}  // namespace luot::simulator
