#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "server/centre/RulesOf.hpp"
#include "server/centre/check/Checks.hpp"

namespace luot::server::centre::check {

namespace {

using queue::TakesPriority;

bool serves(const queue::CounterPlace& counter, const std::string& service) {
    return std::any_of(counter.services.begin(), counter.services.end(),
                       [&](const auto& served) { return served.service == service; });
}

/// How a service is served; empty: well.
std::string wantOf(const std::vector<queue::CounterPlace>& counters, const std::string& service) {
    bool anybody = false, normal = false, priority = false;
    for (const auto& counter : counters) {
        if (!serves(counter, service)) continue;
        anybody = true;
        normal = normal || counter.priority != TakesPriority::only;
        priority = priority || counter.priority != TakesPriority::no;
    }
    if (!anybody) return fmt::format("no counter serves '{}'; add it to a counter or delete it", service);
    if (!normal)
        return fmt::format("only a priority window serves '{}'; add it to another counter too", service);
    if (!priority)
        return fmt::format("no counter takes priority tickets of '{}'; set priority = \"yes\" at one of them",
                           service);
    return {};
}

void checkServedTwice(const Document& document, const CounterDesk& counter, const std::string& path,
                      Complaints& complaints) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < counter.services.size(); ++i)
        if (!seen.insert(counter.services[i].service).second)
            complaints.push_back(document.complaint(
                fmt::format("{}.services[{}].service", path, i),
                fmt::format("'{}' stands twice in this counter; delete one", counter.services[i].service)));
}

void checkWindow(const Document& document, const Description& description, std::size_t index,
                 Complaints& complaints) {
    const auto& counter = description.counters[index];
    const auto path = fmt::format("counters[{}].priority_services", index);
    if (counter.priority != "only" && !counter.priorityServices.empty())
        complaints.push_back(
            document.complaint(path, "counts only with priority = \"only\"; delete one of the two"));
    for (std::size_t i = 0; i < counter.priorityServices.size(); ++i) {
        const auto& service = counter.priorityServices[i];
        const bool known = std::any_of(description.services.begin(), description.services.end(),
                                       [&](const auto& place) { return place.id == service; });
        if (!known && service != "*")
            complaints.push_back(document.complaint(
                fmt::format("{}[{}]", path, i),
                fmt::format("'{}' is not known; use the id of a service, or \"*\" for all", service)));
    }
}

void checkLanesOf(const Document& document, const CounterDesk& counter, const std::string& path,
                  Complaints& complaints) {
    for (std::size_t i = 0; i < counter.lanes.size(); ++i)
        if (counter.lanes[i] != "bulk")
            complaints.push_back(document.complaint(
                fmt::format("{}.lanes[{}]", path, i),
                fmt::format("'{}' has no counters of its own; only 'bulk' has", counter.lanes[i])));
}

}  // namespace

void checkServed(const Document& document, const Description& description, Complaints& complaints) {
    std::vector<queue::CounterPlace> counters;
    for (const auto& desk : description.counters) counters.push_back(counterOf(desk, description.services));
    for (std::size_t i = 0; i < description.services.size(); ++i) {
        const auto& id = description.services[i].id;
        const auto want = id.empty() ? std::string() : wantOf(counters, id);
        if (!want.empty()) complaints.push_back(document.complaint(fmt::format("services[{}].id", i), want));
    }
}

void checkCounters(const Document& document, const Description& description, Complaints& complaints) {
    for (std::size_t i = 0; i < description.counters.size(); ++i) {
        const auto& counter = description.counters[i];
        const auto path = fmt::format("counters[{}]", i);
        if (counter.services.empty() && counter.priorityServices.empty())
            complaints.push_back(document.complaint(
                path, fmt::format("counter {} serves nothing; give it services", counter.number)));
        checkServedTwice(document, counter, path, complaints);
        checkWindow(document, description, i, complaints);
        checkLanesOf(document, counter, path, complaints);
    }
}

}  // namespace luot::server::centre::check
