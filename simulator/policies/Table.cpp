#include "simulator/policies/Table.hpp"

#include <fmt/format.h>

namespace luot::simulator::policies {

namespace {

std::string lineOf(const Row& row) {
    const auto all = row.waiting.all();
    const auto priority = row.waiting.priority();
    const auto normal = row.waiting.normal();
    return fmt::format(
        "| `{}` | {:.1f} | {:.1f} | {:.0f} | {:.0f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} % | {:.2f} | {:.0f} "
        "|\n",
        row.policy, all.mean, all.p90, row.longestOfDay, all.longest, priority.mean, priority.p90,
        normal.mean, 100 * all.withinTarget, row.waiting.passedOver(), row.overtime);
}

}  // namespace

std::string markdown(const Scene& scene, const std::vector<Row>& rows, int seeds) {
    std::string text;
    if (!rows.empty())
        text = fmt::format(
            "{}, {}, {} days of seeds 1 to {}, {:.0f} numbers a day, {} counters. Minutes of waiting.\n\n",
            scene.rules.centre.id, base::formatDate(scene.day), seeds, seeds,
            static_cast<double>(rows.front().waiting.all().count) / seeds, scene.rules.counters.size());
    text += fmt::format(
        "| policy | mean | p90 | longest of a day | longest of all | priority mean | priority p90 | normal "
        "mean | "
        "within {} min | passed over a call | overtime |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
        scene.rules.targets.target.count());
    for (const auto& row : rows) text += lineOf(row);
    return text;
}

}  // namespace luot::simulator::policies
