#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

/// What a test measured, for docs/benchmarks.md. Tests hold ten times a goal: the machines are noisy.
namespace luot::faults {

inline double millisecondsSince(std::chrono::steady_clock::time_point then) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - then).count();
}

inline double quantile(std::vector<double> values, double part) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

/// One line that `grep ^figure` finds.
inline void figure(const std::string& what, double value, const std::string& unit) {
    std::printf("figure  %-70s %10.1f %s\n", what.c_str(), value, unit.c_str());
    std::fflush(stdout);
}

}  // namespace luot::faults
