#include "base/Log.hpp"
#include "counter-client/Program.hpp"

int main(int argc, char** argv) {
    const auto arguments =
        luot::base::settings::startProgram(luot::counterclient::programOf(LUOT_VERSION), argc, argv);
    if (!arguments) return arguments.error();
    auto setup = luot::counterclient::setupOf(*arguments);
    if (!setup) {
        luot::base::logError("{}", setup.error().what);
        return luot::base::exitCode(setup.error().fault);
    }
    return luot::counterclient::run(std::move(*setup));
}
