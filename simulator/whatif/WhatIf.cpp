#include "simulator/whatif/WhatIf.hpp"

#include <fmt/format.h>

#include <set>

#include "simulator/policies/Policy.hpp"
#include "simulator/whatif/Staffing.hpp"

namespace luot::simulator::whatif {

namespace {

using base::Result;

Version versionOf(std::string name, const recorded::DayRecord& record) {
    std::set<int> counters;
    for (const auto& shift : record.shifts) counters.insert(shift.counter);
    return {std::move(name), twin::Waiting(record.rules.targets.target), counters.size()};
}

Version played(std::string name, const recorded::DayRecord& record) {
    auto version = versionOf(std::move(name), record);
    twin::Day day(record.rules, record.day, record.shifts, record.hours);
    auto visitor = record.visitors.begin();
    day.play([&] { return visitor == record.visitors.end() ? std::nullopt : std::optional(*visitor++); },
             [&](const twin::Outcome& outcome) { version.waiting.add(outcome); });
    return version;
}

std::string nameOf(const Change& change) {
    std::string name = change.policy.value_or("");
    if (change.counters) name += (name.empty() ? "counters " : ", counters ") + *change.counters;
    return name;
}

}  // namespace

Result<std::vector<Version>> versions(const recorded::DayRecord& record, const Change& change) {
    auto changed = record;
    if (change.policy) {
        auto order = policies::orderNamed(*change.policy);
        if (!order) return tl::unexpected(order.error());
        changed.rules.order = *order;
    }
    if (change.counters) {
        auto shifts = restaffed(record, *change.counters);
        if (!shifts) return tl::unexpected(shifts.error());
        changed.shifts = std::move(*shifts);
    }
    std::vector<Version> all;
    all.push_back(versionOf("as it was", record));
    for (const auto& outcome : record.outcomes) all.back().waiting.add(outcome);
    all.push_back(played("played again", record));
    all.push_back(played(nameOf(change), changed));
    return all;
}

}  // namespace luot::simulator::whatif
