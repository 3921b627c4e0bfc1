#include "counter-client/Program.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/program/StateFolder.hpp"
#include "base/settings/ClientOptions.hpp"

namespace luot::counterclient {

namespace {

using base::settings::Arguments;
using base::settings::SettingsTable;

constexpr double highestCounter = 999;

SettingsTable settingsTable() {
    using namespace base::settings;
    return SettingsTable({
        textSetting("server", "http://127.0.0.1:8080", "Address of the server."),
        pathSetting("token_file", "", "File that holds the access token of this counter, alone on a line."),
        integerSetting("counter", {0, {0, highestCounter}, ""},
                       "Number of the counter; the token must be bound to it. 0: not set yet."),
        textSetting("clerk", "", "Name of the clerk who opens the counter; may be empty."),
        choiceSetting("language", "vi", {"vi", "en"}, "Language of the window."),
        choiceSetting("theme", "light", {"light", "dark", "high-contrast"}, "Colours of the window."),
        integerSetting("scale", {100, {100, 200}, "%"}, "Size of the window and everything in it."),
        pathSetting(
            "state_dir", "",
            "Folder for what the counter must know after a start without the server; empty: one of "
            "its own in $STATE_DIRECTORY, $XDG_STATE_HOME/luot or ~/.local/state/luot; none: it keeps "
            "nothing, and calls nobody without the server."),
        boolSetting("always_on_top", true, "The window stays above those of other programs."),
    });
}

std::vector<base::settings::Option> options() {
    return {
        {"--server", "URL", "Address of the server, such as http://192.168.1.10:8080", "server"},
        {"--token-file", "FILE", "File that holds the access token", "token_file"},
        {"--state-dir", "DIR", "Folder for what the counter must know after a start without the server",
         "state_dir"},
        {"--counter", "N", "Number of the counter", "counter"},
        {"--clerk", "NAME", "Name of the clerk", "clerk"},
        {"--language", "LANGUAGE", "vi or en", "language"},
        {"--theme", "THEME", "light, dark or high-contrast", "theme"},
        {"--scale", "PERCENT", "100 to 200", "scale"},
        {"--screenshot", "FILE", "Draw into FILE (PNG) in place of a window, and end", ""},
        {"--after", "SECONDS", "When the screenshot is taken; with --keys: so long after the last key", ""},
        {"--keys", "KEYS",
         "Press these keys as soon as the hall is known, such as F2,wait:2,F2; a picture is left after each "
         "with "
         "--screenshot (FILE-01-F2.png)",
         ""},
    };
}

draw::Size pixelsAt(double percent) {
    return {std::round(view::windowSize.w * percent / 100), std::round(view::windowSize.h * percent / 100)};
}

base::Result<> takeScript(const Arguments& arguments, LaunchPlan& plan) {
    const auto keys = arguments.value("--keys");
    if (!keys) return {};
    auto script = Script::parse(*keys);
    if (!script) return base::fail(script.error().fault, "--keys: " + script.error().what);
    plan.app.script = std::move(*script);
    plan.app.pictures = plan.screenshot;
    plan.app.stayAfterScript = plan.after.count();
    return {};
}

}  // namespace

base::settings::Program programOf(std::string version) {
    base::settings::Program program;
    program.name = "luot-counter";
    program.version = std::move(version);
    program.summary = "The clerk's window: calls, serves and finishes numbers at one counter.";
    program.settings = settingsTable();
    program.options = options();
    return program;
}

base::Result<LaunchPlan> planOf(const Arguments& arguments) {
    const auto& settings = arguments.settings;
    LaunchPlan plan;
    plan.server = settings.text("server");
    plan.alwaysOnTop = settings.boolean("always_on_top");
    plan.app.desk = {static_cast<int>(settings.integer("counter")), settings.text("clerk")};
    plan.app.language = settings.text("language");
    plan.app.theme = draw::themeNamed(settings.text("theme"));
    plan.app.pixels = pixelsAt(static_cast<double>(settings.integer("scale")));
    if (plan.app.desk.counter == 0)
        return base::fail(base::Fault::invalidInput, "counter: say which counter this is (--counter N)");
    auto token = base::settings::readTokenFile(settings.path("token_file"));
    if (!token) return tl::unexpected(token.error());
    plan.app.token = std::move(*token);
    plan.stateFolder = base::stateFolder(settings.path("state_dir"), "counter", plan.app.token);
    const auto after = base::settings::screenshotAfter(arguments);
    if (!after) return tl::unexpected(after.error());
    plan.after = *after;
    if (const auto file = arguments.value("--screenshot")) plan.screenshot = *file;
    if (const auto taken = takeScript(arguments, plan); !taken) return tl::unexpected(taken.error());
    return plan;
}

}  // namespace luot::counterclient
