#include <cstdio>

#include "base/Log.hpp"
#include "simulator/Options.hpp"
#include "simulator/course/Run.hpp"

int main(int argc, char** argv) {
    using namespace luot;
    const auto arguments =
        base::settings::startProgram(simulator::simulatorProgram(LUOT_VERSION), argc, argv);
    if (!arguments) return arguments.error();
    auto plan = simulator::planOf(*arguments);
    if (!plan) {
        base::logError("{}", plan.error().what);
        return base::exitCode(plan.error().fault);
    }
    simulator::course::Run run(std::move(*plan));
    const auto ending = run.go();
    if (!ending) {
        base::logError("{}", ending.error().what);
        return base::exitCode(ending.error().fault);
    }
    std::puts(ending->summary.c_str());
    return ending->fine ? 0 : 1;
}
