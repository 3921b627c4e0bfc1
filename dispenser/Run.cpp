#include <cstdio>

#include "base/Log.hpp"
#include "dispenser/Program.hpp"
#include "ui/Loop.hpp"
#include "ui/StopSignal.hpp"

namespace luot::dispenser {

namespace {

/// A script that cannot begin, because the server is not there, ends after so long.
constexpr std::chrono::seconds scriptBeginsWithin{15};

int failed(const base::Error& error) {
    base::logError("{}", error.what);
    return base::exitCode(error.fault);
}

ui::LoopOptions loopOptions(const LaunchPlan& plan) {
    ui::LoopOptions options;
    options.look.title = "Lượt";
    options.look.size = plan.app.pixels;
    options.look.fullscreen = plan.fullscreen;
    options.look.borderless = plan.fullscreen;
    options.look.cursor = !plan.fullscreen;
    options.ready = [] {
        std::puts("ready");
        std::fflush(stdout);
    };
    if (!plan.screenshot) return options;
    auto after = plan.after;
    if (plan.app.script) after += scriptBeginsWithin + std::chrono::milliseconds(plan.app.script->longest());
    options.screenshot = ui::Screenshot{*plan.screenshot, after};
    return options;
}

int show(App& app, ui::Waker& waker, const ui::LoopOptions& options, bool scripted) {
    const auto shown = ui::runScreen(app, waker, options);
    if (!shown) return failed(shown.error());
    if (scripted && !waker.stopped() && !app.scriptWorked()) {
        base::logError("not every ticket of --press was taken: see the pictures and the lines above");
        return base::exitCode(base::Fault::timedOut);
    }
    return 0;
}

}  // namespace

int run(LaunchPlan plan) {
    ui::Waker waker;
    const ui::StopSignal stopSignal(waker);
    const auto wording = base::Wording::loadShared();
    if (!wording) return failed(wording.error());
    auto printer = hardware::printer::openPrinter(plan.printer, plan.deadlines);
    if (!printer) return failed(printer.error());
    net::LinkSettings link;
    link.url = plan.server;
    link.token = plan.app.token;
    const auto wake = [&waker] { waker.wake(); };
    auto started = net::startLink(std::move(link), wake);
    if (!started) return failed(started.error());
    const auto options = loopOptions(plan);
    const bool scripted = options.screenshot && plan.app.script;
    auto printing = std::make_unique<print::PrintThread>(plan.print, std::move(*printer), wake);
    App app(std::move(plan.app), *wording, std::move(*started), std::move(printing));
    return show(app, waker, options, scripted);
}

}  // namespace luot::dispenser
