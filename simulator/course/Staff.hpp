#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "protocol/Hall.hpp"

namespace luot::simulator::course {

/// What the clerk of a counter is called.
std::string clerkAt(int counter);

/// Counters for so many clerks (none: all), those that add services first, then in order. Counters where
/// somebody else works are left to him.
std::vector<int> chooseCounters(const protocol::Hall& hall, std::optional<int> clerks);

/// What these counters serve.
std::set<std::string> servicesAt(const protocol::Hall& hall, const std::vector<int>& counters);

/// The weights of `mix` that are among `services`; all alike when none is.
std::map<std::string, double> mixOf(const std::map<std::string, double>& mix,
                                    const std::set<std::string>& services);

}  // namespace luot::simulator::course
