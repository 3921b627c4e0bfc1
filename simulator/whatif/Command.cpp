#include "simulator/whatif/Command.hpp"

#include <fmt/format.h>

#include "simulator/policies/Policy.hpp"
#include "simulator/whatif/WhatIf.hpp"

namespace luot::simulator::whatif {

using base::Fault;
using base::Result;
using base::settings::Arguments;
using base::settings::Program;

Program replayProgram(std::string version) {
    Program program;
    program.name = "luot-simulator replay";
    program.version = std::move(version);
    program.summary =
        "What another policy or staffing would have brought: plays a recorded day again and prints it beside "
        "the "
        "day as it was. Reads the folder only; a server may be running on it.";
    program.options = {
        {"--data", "DIR", "Folder of the server", "", true},
        {"--day", "YYYY-MM-DD", "The recorded day", "", true},
        {"--policy", "NAME", "Call order: " + fmt::format("{}", fmt::join(queue::policyNames(), ", ")), "",
         false},
        {"--counters", "N|LIST", "How many counters are staffed (8), or which (1,2,5)", "", false},
    };
    return program;
}

Result<std::string> replay(const Arguments& arguments) {
    const Change change{arguments.value("--policy"), arguments.value("--counters")};
    if (!change.policy && !change.counters)
        return base::fail(Fault::invalidInput,
                          "say what shall be different: --policy NAME, --counters N or both");
    const auto day = base::parseDate(arguments.required("--day"));
    if (!day) return base::fail(Fault::invalidInput, "--day: " + day.error().what);
    auto journal = recorded::openRecord(arguments.required("--data"));
    if (!journal) return tl::unexpected(journal.error());
    const auto record = recorded::readDay(**journal, *day);
    if (!record) return tl::unexpected(record.error());
    if (record->visitors.empty())
        return base::fail(Fault::notFound,
                          fmt::format("nobody took a number on {}; there is nothing to play again",
                                      base::formatDate(*day)));
    const auto told = versions(*record, change);
    if (!told) return tl::unexpected(told.error());
    return sideBySide(*record, *told);
}

}  // namespace luot::simulator::whatif
