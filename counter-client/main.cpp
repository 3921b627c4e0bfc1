#include "base/Log.hpp"
#include "counter-client/Program.hpp"

int main(int argc, char** argv) {
    const auto arguments =
        luot::base::settings::startProgram(luot::counterclient::programOf(LUOT_VERSION), argc, argv);
    if (!arguments) return arguments.error();
    auto plan = luot::counterclient::planOf(*arguments);
    if (!plan) {
        luot::base::logError("{}", plan.error().what);
        return luot::base::exitCode(plan.error().fault);
    }
    return luot::counterclient::run(std::move(*plan));
}
