#include <fmt/format.h>

#include <cmath>

#include "base/settings/ClientOptions.hpp"
#include "dispenser/Program.hpp"

namespace luot::dispenser {

namespace {

using base::Fault;
using base::settings::Arguments;
using base::settings::Settings;

constexpr kiosk::Ticks drawingTakes =
    5000;  ///< a generous bound for drawing and encoding a ticket, milliseconds

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

base::Result<> takePrinter(const Settings& settings, LaunchPlan& plan) {
    plan.printer = settings.text("printer");
    plan.deadlines = {settings.duration("printer_connect"), settings.duration("printer_write"),
                      settings.duration("printer_confirm")};
    plan.app.kiosk.printWithin = plan.deadlines.whole().count() + drawingTakes;
    plan.print.width = static_cast<int>(settings.integer("paper_width_dots"));
    if (plan.print.width % 8 != 0)
        return base::fail(Fault::invalidInput, "paper_width_dots: must be a multiple of 8");
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

base::Result<LaunchPlan> planOf(const Arguments& arguments) {
    LaunchPlan plan;
    plan.server = arguments.settings.text("server");
    takeScreen(arguments.settings, plan);
    if (const auto taken = takePrinter(arguments.settings, plan); !taken)
        return tl::unexpected(taken.error());
    auto token = base::settings::readTokenFile(arguments.settings.path("token_file"));
    if (!token) return tl::unexpected(token.error());
    plan.app.token = std::move(*token);
    const auto after = base::settings::screenshotAfter(arguments);
    if (!after) return tl::unexpected(after.error());
    plan.after = *after;
    if (const auto file = arguments.value("--screenshot")) plan.screenshot = *file;
    if (const auto taken = takeScript(arguments, plan); !taken) return tl::unexpected(taken.error());
    return plan;
}

}  // namespace luot::dispenser
