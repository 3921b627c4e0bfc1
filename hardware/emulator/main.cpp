#include <cstdio>

#include "base/Log.hpp"
#include "hardware/emulator/Options.hpp"

namespace {

using namespace luot;
using namespace luot::hardware::emulator;

int failed(const base::Error& error) {
    base::logError("{}", error.what);
    return base::exitCode(error.fault);
}

}  // namespace

int main(int argc, char** argv) {
    const auto arguments = base::settings::startProgram(emulatorProgram(LUOT_VERSION), argc, argv);
    if (!arguments) return arguments.error();
    auto place = placeOf(arguments->settings);
    if (!place) return failed(place.error());
    const auto ready = place->cable.url();
    const auto control = place->control.url();
    paper::DrawnGlyphs glyphs;
    machine::Machine machine(modelOf(arguments->settings), glyphs);
    link::Station station(machine, std::move(*place));
    for (const auto& order : arguments->settings.texts("orders"))
        if (const auto done = station.obey(order); !done) return failed(done.error());
    if (!control.empty()) std::printf("control %s\n", control.c_str());
    std::printf("listening %s\n", ready.c_str());
    std::fflush(stdout);
    station.run();
    return 0;
}
