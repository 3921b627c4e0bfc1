#include <cstdio>
#include <string_view>

#include "simulator/Options.hpp"
#include "simulator/course/Run.hpp"
#include "simulator/policies/Command.hpp"
#include "simulator/whatif/Command.hpp"

namespace {

using namespace luot;
using base::settings::Arguments;

int failed(const base::Error& error) {
    std::fprintf(stderr, "luot-simulator: %s\n", error.what.c_str());
    return base::exitCode(error.fault);
}

/// What is computed from files and ends; `argv` begins with the word that asks for it.
int compute(const base::settings::Program& program, base::Result<std::string> (*body)(const Arguments&),
            int argc, char** argv) {
    const auto arguments = base::settings::startProgram(program, argc, argv);
    if (!arguments) return arguments.error();
    const auto text = body(*arguments);
    if (!text) return failed(text.error());
    std::fputs(text->c_str(), stdout);
    return 0;
}

int playOnServer(int argc, char** argv) {
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

}  // namespace

int main(int argc, char** argv) {
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (mode == "replay")
        return compute(simulator::whatif::replayProgram(LUOT_VERSION), simulator::whatif::replay, argc - 1,
                       argv + 1);
    if (mode == "policies")
        return compute(simulator::policies::policiesProgram(LUOT_VERSION),
                       simulator::policies::comparePolicies, argc - 1, argv + 1);
    return playOnServer(argc, argv);
}
