#include "simulator/policies/Command.hpp"

#include <fmt/format.h>

#include "base/program/Paths.hpp"
#include "simulator/policies/Policy.hpp"
#include "simulator/policies/Table.hpp"
#include "simulator/recorded/DayRecord.hpp"

namespace luot::simulator::policies {

using namespace base::settings;
using base::Fault;
using base::Result;

namespace {

constexpr double mostSeeds = 10'000;

SettingsTable table() {
    return SettingsTable({
        pathSetting(
            "profile", "",
            "When people come and how they behave. Empty: the arrival profile that comes with the program."),
        integerSetting("seeds", {30, {1, mostSeeds}, "days"},
                       "So many days are played, of the seeds 1, 2, ..."),
    });
}

/// Fills in profile and demand; what is wrong with their files.
Complaints readFiles(const Arguments& arguments, Scene& scene) {
    auto file = arguments.settings.path("profile");
    if (file.empty()) {
        auto shared = base::findShared("arrival-profile.toml");
        if (!shared) return {Complaint{"", 0, "profile", shared.error().what}};
        file = std::move(*shared);
    }
    auto profile = profile::readProfile(file);
    if (!profile) return profile.error();
    scene.profile = std::move(*profile);
    auto demand = profile::readDemand(arguments.required("--centre"), scene.profile);
    if (!demand) return demand.error();
    scene.demand = std::move(*demand);
    return {};
}

/// What the day asks for that the rules do not have.
Result<> checkMix(const Scene& scene) {
    for (const auto& [name, share] : scene.demand.mix) {
        const auto& services = scene.rules.services;
        const auto& service = name;  // clang 14 takes no structured binding into a lambda
        if (std::none_of(services.begin(), services.end(), [&](const auto& s) { return s.id == service; }))
            return base::fail(
                Fault::invalidInput,
                fmt::format("[demand.mix] names {}, which the rules in --data do not have; give the "
                            "file of the same centre",
                            service));
    }
    if (scene.rules.calendar.sessionsOn(scene.day).empty())
        return base::fail(
            Fault::invalidInput,
            fmt::format("--day {}: the centre is closed; take a working day", base::formatDate(scene.day)));
    return {};
}

Result<Scene> sceneOf(const Arguments& arguments) {
    Scene scene;
    const auto day = base::parseDate(arguments.required("--day"));
    if (!day) return base::fail(Fault::invalidInput, "--day: " + day.error().what);
    scene.day = *day;
    auto journal = recorded::openRecord(arguments.required("--data"));
    if (!journal) return tl::unexpected(journal.error());
    auto rules = recorded::readRules(**journal);
    if (!rules) return tl::unexpected(rules.error());
    scene.rules = std::move(*rules);
    if (auto wrong = readFiles(arguments, scene); !wrong.empty())
        return base::fail(Fault::invalidInput, textOf(std::move(wrong)));
    if (auto fits = checkMix(scene); !fits) return tl::unexpected(fits.error());
    return scene;
}

}  // namespace

Program policiesProgram(std::string version) {
    Program program;
    program.name = "luot-simulator policies";
    program.version = std::move(version);
    program.summary =
        "Compares the call orders: plays the same days of a centre under each and prints a table.";
    program.settings = table();
    program.options = {
        {"--data", "DIR", "Folder of a server that has run with the centre's file: the rules", "", true},
        {"--centre", "FILE", "The centre's file, for its demand", "", true},
        {"--day", "YYYY-MM-DD", "A working day of the weekday to play", "", true},
        {"--profile", "FILE", "The arrival profile", "profile", false},
        {"--seeds", "N", "So many days", "seeds", false},
    };
    return program;
}

Result<std::string> comparePolicies(const Arguments& arguments) {
    const auto scene = sceneOf(arguments);
    if (!scene) return tl::unexpected(scene.error());
    std::vector<NamedOrder> orders;
    for (const auto& name : queue::policyNames()) orders.push_back({std::string(name), *orderNamed(name)});
    const auto seeds = static_cast<int>(arguments.settings.integer("seeds"));
    return markdown(*scene, compare(*scene, orders, seeds), seeds);
}

}  // namespace luot::simulator::policies
