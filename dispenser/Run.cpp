#include <cstdio>

#include "base/Clock.hpp"
#include "base/Log.hpp"
#include "base/program/StateFolder.hpp"
#include "dispenser/Program.hpp"
#include "dispenser/offline/JournalStore.hpp"
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

/// What the printer has shown that it can; of a new one what its profile says.
hardware::printer::DeviceMemory memoryOf(const LaunchPlan& plan) {
    hardware::printer::DeviceMemory memory;
    if (!plan.stateFolder.empty())
        memory = hardware::printer::DeviceMemory(plan.stateFolder / "printers.json");
    memory.presume(plan.printer, plan.profile.device());
    return memory;
}

/// The kiosk's own disk. One that cannot be had leaves the kiosk with the server's numbers alone.
offline::Standby::Parts standbyOf(const LaunchPlan& plan) {
    if (plan.stateFolder.empty()) return {};
    const auto folder = plan.stateFolder / "offline";
    auto store = offline::JournalStore::open(folder);
    if (!store) {
        base::logError("without the server this kiosk gives no numbers: {}", store.error().what);
        return {};
    }
    return {std::move(*store), folder / "hall.json", offline::bootId(),
            [] { return base::SystemClock().now(); }};
}

}  // namespace

int run(LaunchPlan plan) {
    if (const auto usable = base::prepareStateFolder(plan.stateFolder); !usable) {
        base::logWarn("{}: without the server this kiosk gives no numbers", usable.error().what);
        plan.stateFolder.clear();
    }
    ui::Waker waker;
    const ui::StopSignal stopSignal(waker);
    const auto wording = base::Wording::loadShared();
    if (!wording) return failed(wording.error());
    auto printer = hardware::printer::openPrinter(plan.printer, plan.deadlines, memoryOf(plan));
    if (!printer) return failed(printer.error());
    auto paper = print::openPaper(plan.paper, *wording);
    if (!paper) return failed(paper.error());
    plan.app.ticketKeys = print::wordingKeys(*paper);
    plan.print.paper = std::move(*paper);
    net::LinkSettings link;
    link.url = plan.server;
    link.token = plan.app.token;
    const auto wake = [&waker] { waker.wake(); };
    auto started = net::startLink(std::move(link), wake);
    if (!started) return failed(started.error());
    const auto options = loopOptions(plan);
    const bool scripted = options.screenshot && plan.app.script;
    PapersUnderWay papers(plan.stateFolder.empty() ? std::filesystem::path()
                                                   : plan.stateFolder / "papers.json");
    plan.app.papers = &papers;
    plan.print.beforePaper = [&papers] { papers.settle(); };
    auto printing = std::make_unique<print::PrintThread>(plan.print, std::move(*printer), wake);
    plan.app.standby = standbyOf(plan);
    App app(std::move(plan.app), *wording, std::move(*started), std::move(printing));
    return show(app, waker, options, scripted);
}

}  // namespace luot::dispenser
