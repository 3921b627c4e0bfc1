#include "base/Log.hpp"
#include "dispenser/Program.hpp"
#include "dispenser/tools/Tools.hpp"

int main(int argc, char** argv) {
    const auto arguments =
        luot::base::settings::startProgram(luot::dispenser::programOf(LUOT_VERSION), argc, argv);
    if (!arguments) return arguments.error();
    if (const auto done = luot::dispenser::tools::runTool(*arguments)) return *done;
    auto plan = luot::dispenser::planOf(*arguments);
    if (!plan) {
        luot::base::logError("{}", plan.error().what);
        return luot::base::exitCode(plan.error().fault);
    }
    return luot::dispenser::run(std::move(*plan));
}
