#include <fmt/format.h>

#include <algorithm>

#include "simulator/whatif/WhatIf.hpp"

namespace luot::simulator::whatif {

namespace {

using Columns = std::vector<twin::WaitFigures>;

constexpr int nameWidth = 26;
constexpr int columnWidth = 18;

template <class Cell>
std::string line(const std::string& name, const Columns& columns, Cell cell) {
    auto text = fmt::format("{:<{}}", name, nameWidth);
    for (const auto& figures : columns) text += fmt::format("{:>{}}", cell(figures), columnWidth);
    return text + "\n";
}

std::string minutes(double value) { return fmt::format("{:.1f}", value); }

/// The figures of one group of visitors, with its name above.
std::string block(const std::string& name, const Columns& columns, base::Minutes target) {
    auto text = line(name, columns, [](const auto& f) { return fmt::format("{} numbers", f.count); });
    text += line("  mean, minutes", columns, [](const auto& f) { return minutes(f.mean); });
    text += line("  p50", columns, [](const auto& f) { return minutes(f.p50); });
    text += line("  p90", columns, [](const auto& f) { return minutes(f.p90); });
    text += line("  longest", columns, [](const auto& f) { return minutes(f.longest); });
    text += line(fmt::format("  within {} minutes", target.count()), columns,
                 [](const auto& f) { return fmt::format("{:.1f} %", 100 * f.withinTarget); });
    if (std::any_of(columns.begin(), columns.end(), [](const auto& f) { return f.neverCalled > 0; }))
        text += line("  never called", columns, [](const auto& f) { return std::to_string(f.neverCalled); });
    return text;
}

template <class Pick>
Columns columnsOf(const std::vector<Version>& versions, Pick pick) {
    Columns columns;
    for (const auto& version : versions) columns.push_back(pick(version.waiting));
    return columns;
}

std::string heading(const recorded::DayRecord& record, const std::vector<Version>& versions) {
    auto text = fmt::format("{} {}: waiting time, without the gaps between sessions\n",
                            record.rules.centre.id, base::formatDate(record.day));
    if (record.rulesChanged)
        text += "The rules changed during that day; it is played with those of its first number.\n";
    text += fmt::format("\n{:<{}}", "", nameWidth);
    for (const auto& version : versions) text += fmt::format("{:>{}}", version.name, columnWidth);
    text += fmt::format("\n{:<{}}", "counters", nameWidth);
    for (const auto& version : versions) text += fmt::format("{:>{}}", version.counters, columnWidth);
    return text + "\n";
}

}  // namespace

std::string sideBySide(const recorded::DayRecord& record, const std::vector<Version>& versions) {
    const auto target = record.rules.targets.target;
    auto text = heading(record, versions);
    text += block("all", columnsOf(versions, [](const auto& w) { return w.all(); }), target);
    text += block("priority", columnsOf(versions, [](const auto& w) { return w.priority(); }), target);
    for (const auto& [service, figures] : versions.front().waiting.byService())
        text += block(service,
                      columnsOf(versions,
                                [&, name = service](const auto& w) {
                                    const auto all = w.byService();
                                    const auto found = all.find(name);
                                    return found == all.end() ? twin::WaitFigures{} : found->second;
                                }),
                      target);
    return text;
}

}  // namespace luot::simulator::whatif
