#include "tests/simulation/hall/check/rules/Plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace luot::simulation {

using queue::TakesPriority;

void PlansBeginOnTheirDay::written(const Entry& entry) {
    if (unchanged_ && *unchanged_ != entry.before.rules)
        complain("something planned for a later day holds already");
    unchanged_.reset();
    if (const auto* opened = std::get_if<queue::DayOpened>(&entry.event);
        opened && entry.before.day != opened->day)
        return this->opened(entry, opened->day);
    const auto* change = std::get_if<queue::SettingsChanged>(&entry.event);
    if (!change) return;
    // One file holds at a time. The planned one itself, when its day has come, is no other.
    if (change->rules && !change->map)
        std::erase_if(planned_, [&](const auto& one) { return one.rules && one.rules != change->rules; });
    if (!change->from) return;
    planned_.push_back({*change->from, change->rules, change->map});
    unchanged_ = entry.before.rules;
}

/// The newest plan for each counter holds, and the rest of the newest file.
void PlansBeginOnTheirDay::opened(const Entry& entry, base::Date day) {
    std::stable_sort(planned_.begin(), planned_.end(),
                     [](const auto& one, const auto& other) { return one.from < other.from; });
    std::map<int, queue::MapChange::Row> rows;
    std::optional<queue::Rules> file;
    for (const auto& change : planned_) {
        if (change.from > day) break;
        if (change.rules) {
            rows.clear();
            file = change.rules;
        }
        if (change.map)
            for (const auto& row : change.map->counters) rows[row.counter] = row;
    }
    std::erase_if(planned_, [&](const auto& change) { return change.from <= day; });
    const auto& rules = entry.before.rules;
    for (const auto& [counter, row] : rows) {
        const auto* place = entry.before.place(counter);
        if (place && (place->services != row.services || (row.priority && place->priority != *row.priority)))
            complain(fmt::format("the plan for counter {} does not hold on its day", counter));
    }
    if (!file) return;
    file->counters = rules.counters;
    if (*file != rules) complain("the planned file does not hold on its day");
}

void EveryServiceIsServed::written(const Entry& entry) {
    const auto& rules = entry.before.rules;
    for (const auto& service : rules.services)
        for (const auto never : {TakesPriority::only, TakesPriority::no}) {
            const auto serves = [&](const queue::CounterPlace& place) {
                const auto isIt = [&](const auto& served) { return served.service == service.id; };
                return place.priority != never &&
                       std::any_of(place.services.begin(), place.services.end(), isIt);
            };
            if (std::none_of(rules.counters.begin(), rules.counters.end(), serves))
                return complain(fmt::format("nobody serves the {} tickets of {}",
                                            never == TakesPriority::no ? "priority" : "normal", service.id));
        }
}

}  // namespace luot::simulation
