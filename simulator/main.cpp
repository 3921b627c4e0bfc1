#include <cstdio>

#include "simulator/Options.hpp"
#include "simulator/course/Run.hpp"

namespace {

int failed(const luot::base::Error& error) {
    std::fprintf(stderr, "luot-simulator: %s\n", error.what.c_str());
    return luot::base::exitCode(error.fault);
}

}  // namespace

int main(int argc, char** argv) {
    using namespace luot;
    const auto arguments =
        base::settings::startProgram(simulator::simulatorProgram(LUOT_VERSION), argc, argv);
    if (!arguments) return arguments.error();
    auto plan = simulator::planOf(*arguments);
    if (!plan) return failed(plan.error());
    simulator::course::Run run(std::move(*plan));
    const auto ending = run.go();
    if (!ending) return failed(ending.error());
    std::puts(ending->summary.c_str());
    return ending->fine ? 0 : 1;
}
