#include <cstdio>

#include "base/Log.hpp"
#include "base/program/StateFolder.hpp"
#include "counter-client/Program.hpp"
#include "ui/Loop.hpp"
#include "ui/StopSignal.hpp"

namespace luot::counterclient {

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
    options.look.alwaysOnTop = plan.alwaysOnTop;
    if (!plan.screenshot) return options;
    auto after = plan.after;
    if (plan.app.script) after += scriptBeginsWithin + std::chrono::milliseconds(plan.app.script->longest());
    options.screenshot = ui::Screenshot{*plan.screenshot, after};
    return options;
}

}  // namespace

int run(LaunchPlan plan) {
    if (const auto usable = base::prepareStateFolder(plan.stateFolder))
        plan.app.memory = plan.stateFolder / "counter.json";
    else
        base::logWarn("{}: without the server this counter calls nobody", usable.error().what);
    ui::Waker waker;
    const ui::StopSignal stopSignal(waker);
    const auto wording = base::Wording::loadShared();
    if (!wording) return failed(wording.error());
    net::LinkSettings link;
    link.url = plan.server;
    link.token = plan.app.token;
    auto started = net::startLink(std::move(link), [&waker] { waker.wake(); });
    if (!started) return failed(started.error());
    const auto options = loopOptions(plan);
    const bool scripted = options.screenshot && plan.app.script;
    App app(std::move(plan.app), *wording, std::move(*started));
    std::puts("ready");
    std::fflush(stdout);
    const auto shown = ui::runScreen(app, waker, options);
    if (!shown) return failed(shown.error());
    if (scripted && !app.finished() && !waker.stopped()) {
        base::logError("the keys of --keys were not all pressed: is the server there?");
        return base::exitCode(base::Fault::timedOut);
    }
    return 0;
}

}  // namespace luot::counterclient
