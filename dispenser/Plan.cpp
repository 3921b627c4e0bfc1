#include <fmt/format.h>

#include <cmath>

#include "base/program/Paths.hpp"
#include "base/program/StateFolder.hpp"
#include "base/settings/ClientOptions.hpp"
#include "dispenser/Program.hpp"

namespace luot::dispenser {

namespace {

using base::Fault;
using base::settings::Arguments;
using base::settings::Complaints;
using base::settings::Settings;
using hardware::printer::profile::Profile;

constexpr int leastWidth = 320;  ///< dots; no printer of tickets has less
constexpr kiosk::Ticks drawingTakes =
    5000;  ///< a generous bound for drawing and encoding a ticket, milliseconds

/// More than any ticket has: the full form with a logo in two languages is 60 KB.
constexpr std::size_t largestJob = 64 * 1024;

void takeScreen(const Settings& settings, LaunchPlan& plan) {
    auto& kiosk = plan.app.kiosk;
    kiosk.language = settings.text("language");
    kiosk.idle = settings.duration("idle").count();
    kiosk.idleWarning = std::min(kiosk.idleWarning, kiosk.idle / 2);
    kiosk.ticketShown = settings.duration("ticket_shown").count();
    kiosk.faultShown = settings.duration("fault_shown").count();
    kiosk.guideService = settings.text("guide_service");
    plan.app.theme = draw::themeNamed(settings.text("theme"));
    plan.app.slot = settings.text("slot");
    plan.app.pixels = {static_cast<double>(settings.integer("width")),
                       static_cast<double>(settings.integer("height"))};
    plan.fullscreen = settings.boolean("fullscreen");
}

/// A name of config/printers, or a file.
base::Result<Profile, Complaints> profileNamed(const std::string& name) {
    const bool isFile = name.find('/') != std::string::npos || name.ends_with(".toml");
    const auto known = base::findShared("printers/" + name + ".toml");
    if (!isFile && !known) return tl::unexpected(Complaints{{"", 0, "printer_profile", known.error().what}});
    return hardware::printer::profile::readProfile(isFile ? std::filesystem::path(name) : *known);
}

base::Result<Profile, Complaints> profileOf(const Settings& settings) {
    auto profile = profileNamed(settings.text("printer_profile"));
    const auto width = static_cast<int>(settings.integer("paper_width_dots"));
    if (!profile || width == 0) return profile;
    if (width % 8 != 0 || width < leastWidth)
        return tl::unexpected(Complaints{
            {"", 0, "paper_width_dots", fmt::format("must be a multiple of 8 from {}", leastWidth)}});
    profile->paper.dots = width;
    return profile;
}

void takeWithoutPaper(const Settings& settings, LaunchPlan& plan) {
    using kiosk::WithoutPaper;
    auto& kiosk = plan.app.kiosk;
    const auto& word = settings.text("without_paper");
    kiosk.withoutPaper =
        word == "ask" ? WithoutPaper::ask : (word == "show" ? WithoutPaper::show : WithoutPaper::refuse);
    kiosk.asksPrinter = plan.printer != "none";
    if (kiosk.asksPrinter) plan.print.watch = settings.duration("printer_watch");
}

base::Result<> takePrinter(const Settings& settings, LaunchPlan& plan) {
    plan.printer = settings.text("printer");
    plan.deadlines = {settings.duration("printer_connect"), settings.duration("printer_write"),
                      settings.duration("printer_confirm")};
    const auto onTheWay = hardware::printer::mostTravelTime(plan.printer, largestJob);
    plan.app.kiosk.printWithin = (plan.deadlines.whole() + onTheWay).count() + drawingTakes;
    auto profile = printerProfile(settings);
    if (!profile) return tl::unexpected(profile.error());
    plan.profile = std::move(*profile);
    plan.print.printer = plan.profile;
    plan.print.sounds = settings.boolean("printer_buzzer");
    plan.paper.width = plan.profile.paper.dots;
    takeWithoutPaper(settings, plan);
    plan.paper.form = settings.text("ticket_form");
    plan.paper.logo = settings.path("ticket_logo");
    const auto& second = settings.text("ticket_second_language");
    plan.app.secondLanguage = second == "none" ? "" : second;
    const auto folder = hardware::printer::printFolder(plan.printer);
    plan.print.keepIn = settings.path("ticket_dir");
    plan.print.keepBytes = !plan.print.keepIn.empty();
    if (folder && plan.print.keepIn.empty()) plan.print.keepIn = *folder;
    if (folder && plan.print.keepIn == *folder) plan.print.keepBytes = false;
    return {};
}

base::Result<> takeScript(const Arguments& arguments, LaunchPlan& plan) {
    const auto presses = arguments.value("--press");
    if (!presses) return {};
    auto script = PressScript::parse(*presses);
    if (!script) return base::fail(script.error().fault, "--press: " + script.error().what);
    plan.app.script = std::move(*script);
    plan.app.pictures = plan.screenshot;
    if (plan.screenshot) plan.app.stayAfterScript = plan.after.count();
    return {};
}

}  // namespace

base::Result<Profile> printerProfile(const Settings& settings) {
    auto profile = profileOf(settings);
    if (!profile) return base::fail(Fault::invalidInput, base::settings::textOf(profile.error()));
    return std::move(*profile);
}

Complaints complaintsOnPrinter(const Settings& settings) {
    auto profile = profileOf(settings);
    return profile ? Complaints{} : std::move(profile.error());
}

base::Result<LaunchPlan> planOf(const Arguments& arguments) {
    LaunchPlan plan;
    plan.server = arguments.settings.text("server");
    takeScreen(arguments.settings, plan);
    if (const auto taken = takePrinter(arguments.settings, plan); !taken)
        return tl::unexpected(taken.error());
    auto token = base::settings::readTokenFile(arguments.settings.path("token_file"));
    if (!token) return tl::unexpected(token.error());
    plan.app.token = std::move(*token);
    plan.stateFolder = base::stateFolder(arguments.settings.path("state_dir"), "dispenser", plan.app.token);
    const auto after = base::settings::screenshotAfter(arguments);
    if (!after) return tl::unexpected(after.error());
    plan.after = *after;
    if (const auto file = arguments.value("--screenshot")) plan.screenshot = *file;
    if (const auto taken = takeScript(arguments, plan); !taken) return tl::unexpected(taken.error());
    return plan;
}

}  // namespace luot::dispenser
