#include <cstdio>

#include "base/Log.hpp"
#include "display/Options.hpp"
#include "ui/StopSignal.hpp"

namespace {

using luot::base::Result;

Result<> run(luot::display::Options options) {
    luot::ui::Waker waker;
    const luot::ui::StopSignal stopSignal(waker);
    const auto wording = luot::base::Wording::loadShared();
    if (!wording) return tl::unexpected(wording.error());
    const auto silence = std::chrono::milliseconds(options.link.idle).count();
    luot::protocol::FeedClient feed("display", options.link.token);
    const auto link = luot::net::startLink(std::move(options.link), [&waker] { waker.wake(); });
    if (!link) return tl::unexpected(link.error());

    const luot::display::Connection connection(luot::ui::ticksNow(), silence);
    luot::display::App app(std::move(options.appearance), *wording,
                           luot::display::Reception(**link, std::move(feed), connection));
    options.loop.ready = [] {
        std::puts("ready");
        std::fflush(stdout);
    };
    return luot::ui::runScreen(app, waker, options.loop);
}

}  // namespace

int main(int argc, char** argv) {
    const auto arguments =
        luot::base::settings::startProgram(luot::display::program(LUOT_VERSION), argc, argv);
    if (!arguments) return arguments.error();
    auto options = luot::display::readOptions(*arguments);
    const auto ended = options ? run(std::move(*options)) : Result<>(tl::unexpected(options.error()));
    if (ended) return 0;
    luot::base::logError("{}", ended.error().what);
    return luot::base::exitCode(ended.error().fault);
}
