#include "simulator/policies/Table.hpp"

#include <fmt/format.h>

namespace luot::simulator::policies {

namespace {

std::string lineOf(const Row& row, int seeds) {
    const auto all = row.waiting.all();
    const auto priority = row.waiting.priority();
    auto text = fmt::format("| `{}` | {:.1f} | {:.1f} | {:.0f} | {:.0f} ", row.policy, all.mean, all.p90,
                            row.longestOfDay, all.longest);
    text += fmt::format("| {:.1f} | {:.1f} | {:.1f} | {:.1f} % ", priority.mean, priority.p90,
                        row.waiting.normal().mean, 100 * all.withinTarget);
    return text + fmt::format("| {:.2f} | {:.0f} | {:.1f} |\n", row.waiting.passedOver(), row.overtime,
                              static_cast<double>(all.neverCalled) / seeds);
}

}  // namespace

std::string markdown(const Scene& scene, const std::vector<Row>& rows, int seeds) {
    std::string text;
    if (!rows.empty())
        text = fmt::format(
            "{}, {}, {} days of seeds 1 to {}, {:.0f} numbers a day, {} counters. Minutes of waiting.\n\n",
            scene.rules.centre.id, base::formatDate(scene.day), seeds, seeds,
            static_cast<double>(rows.front().waiting.all().count) / seeds, scene.rules.counters.size());
    text +=
        "| policy | mean | p90 | longest of a day | longest of all | priority mean | priority p90 | normal "
        "mean ";
    text += fmt::format("| within {} min | passed over a call | overtime | never called a day |\n",
                        scene.rules.targets.target.count());
    text += "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for (const auto& row : rows) text += lineOf(row, seeds);
    return text;
}

}  // namespace luot::simulator::policies
