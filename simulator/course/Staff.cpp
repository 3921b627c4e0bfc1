#include "simulator/course/Staff.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace luot::simulator::course {

namespace {

bool isFree(const protocol::Counter& counter) {
    return counter.state == "closed" || !counter.clerk || *counter.clerk == clerkAt(counter.number);
}

std::size_t addedServices(const protocol::Counter& counter, const std::set<std::string>& served) {
    return static_cast<std::size_t>(
        std::count_if(counter.services.begin(), counter.services.end(),
                      [&](const auto& service) { return !served.contains(service); }));
}

}  // namespace

std::string clerkAt(int counter) { return fmt::format("simulated-{}", counter); }

std::vector<int> chooseCounters(const protocol::Hall& hall, std::optional<int> clerks) {
    std::vector<const protocol::Counter*> left;
    for (const auto& counter : hall.counters)
        if (isFree(counter) && !counter.services.empty()) left.push_back(&counter);
    std::vector<int> chosen;
    std::set<std::string> served;
    const auto wanted = clerks ? static_cast<std::size_t>(*clerks) : left.size();
    while (chosen.size() < wanted && !left.empty()) {
        const auto best = std::max_element(left.begin(), left.end(), [&](const auto* a, const auto* b) {
            return addedServices(*a, served) < addedServices(*b, served);
        });
        chosen.push_back((*best)->number);
        served.insert((*best)->services.begin(), (*best)->services.end());
        left.erase(best);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::set<std::string> servicesAt(const protocol::Hall& hall, const std::vector<int>& counters) {
    std::set<std::string> services;
    for (const auto& counter : hall.counters)
        if (std::find(counters.begin(), counters.end(), counter.number) != counters.end())
            services.insert(counter.services.begin(), counter.services.end());
    return services;
}

std::map<std::string, double> mixOf(const std::map<std::string, double>& mix,
                                    const std::set<std::string>& services) {
    std::map<std::string, double> chosen;
    for (const auto& [service, weight] : mix)
        if (weight > 0 && services.contains(service)) chosen[service] = weight;
    if (!chosen.empty()) return chosen;
    for (const auto& service : services) chosen[service] = 1;
    return chosen;
}

}  // namespace luot::simulator::course
