#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "server/centre/Checks.hpp"

namespace luot::server::centre {

namespace {

bool isPrefix(const std::string& prefix) {
    constexpr std::size_t longest = 2;
    return !prefix.empty() && prefix.size() <= longest &&
           std::all_of(prefix.begin(), prefix.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
}

bool serves(const CounterDesk& counter, const std::string& service) {
    return std::any_of(counter.services.begin(), counter.services.end(),
                       [&](const auto& served) { return served.service == service; });
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

}  // namespace

void checkServices(const Document& document, const Description& description, Complaints& complaints) {
    for (std::size_t i = 0; i < description.services.size(); ++i) {
        const auto& service = description.services[i];
        const auto path = fmt::format("services[{}]", i);
        if (!service.prefix.empty() && !isPrefix(service.prefix))
            complaints.push_back(document.complaint(
                path + ".prefix", fmt::format("'{}' must be one or two letters A to Z", service.prefix)));
        const bool served = std::any_of(description.counters.begin(), description.counters.end(),
                                        [&](const auto& counter) { return serves(counter, service.id); });
        if (!service.id.empty() && !served)
            complaints.push_back(document.complaint(
                path + ".id",
                fmt::format("no counter serves '{}'; add it to a counter or delete it", service.id)));
        const auto first = service.firstNumber.value_or(description.ticketing.firstNumber);
        const auto last = service.lastNumber ? service.lastNumber : description.ticketing.lastNumber;
        if (last && *last < first)
            complaints.push_back(document.complaint(
                path + ".last_number",
                fmt::format("the series ends with {} before its first number {}", *last, first)));
    }
}

void checkCounters(const Document& document, const Description& description, Complaints& complaints) {
    for (std::size_t i = 0; i < description.counters.size(); ++i) {
        const auto& counter = description.counters[i];
        const auto path = fmt::format("counters[{}]", i);
        if (counter.services.empty())
            complaints.push_back(document.complaint(
                path, fmt::format("counter {} serves nothing; give it services", counter.number)));
        checkServedTwice(document, counter, path, complaints);
        if (counter.priority != "only" && !counter.priorityServices.empty())
            complaints.push_back(document.complaint(
                path + ".priority_services", "counts only with priority = \"only\"; delete one of the two"));
    }
}

void checkTargets(const Document& document, const Targets& targets, Complaints& complaints) {
    const std::pair<const char*, int> steps[] = {{"warn_wait_minutes", targets.warnWaitMinutes},
                                                 {"target_wait_minutes", targets.targetWaitMinutes},
                                                 {"breach_wait_minutes", targets.breachWaitMinutes},
                                                 {"severe_wait_minutes", targets.severeWaitMinutes}};
    for (std::size_t i = 1; i < std::size(steps); ++i)
        if (steps[i].second < steps[i - 1].second)
            complaints.push_back(document.complaint(
                std::string("targets.") + steps[i].first,
                fmt::format("{} is less than {} {}; the order is warn, target, breach, severe",
                            steps[i].second, steps[i - 1].first, steps[i - 1].second)));
}

void checkRating(const Document& document, const Rating& rating, Complaints& complaints) {
    for (const auto& [key, labels] : {std::pair{"vi", &rating.labels.vi}, std::pair{"en", &rating.labels.en}})
        if (!labels->empty() && labels->size() != static_cast<std::size_t>(rating.scale))
            complaints.push_back(document.complaint(
                fmt::format("rating.labels.{}", key),
                fmt::format("has {} labels for a scale of {}", labels->size(), rating.scale)));
}

void checkDemand(const Document& document, const Expectation& demand, Complaints& complaints) {
    constexpr double tolerance = 0.001;
    double sum = 0;
    for (const auto& [service, share] : demand.mix) sum += share;
    if (!demand.mix.empty() && std::abs(sum - 1) > tolerance)
        complaints.push_back(document.complaint(
            "demand.mix", fmt::format("the shares make {:.3f} together; they must make 1", sum)));
}

void checkCentre(const Document& document, const Description& description, Complaints& complaints) {
    checkCalendar(document, description, complaints);
    checkServices(document, description, complaints);
    checkCounters(document, description, complaints);
    checkTargets(document, description.targets, complaints);
    checkRating(document, description.rating, complaints);
    checkDemand(document, description.demand, complaints);
}

}  // namespace luot::server::centre
