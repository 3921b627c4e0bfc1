#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace luot::bench {

using SteadyClock = std::chrono::steady_clock;

inline double microsSince(SteadyClock::time_point began) {
    return std::chrono::duration<double, std::micro>(SteadyClock::now() - began).count();
}

/// Measured values of one thing; percentiles by nearest rank.
class Samples {
public:
    void add(double value) { values_.push_back(value); }
    void add(const Samples& more) { values_.insert(values_.end(), more.values_.begin(), more.values_.end()); }
    std::size_t size() const { return values_.size(); }

    double at(double share) const {
        if (values_.empty()) return 0;
        auto sorted = values_;
        const auto nth =
            sorted.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
        std::nth_element(sorted.begin(), nth, sorted.end());
        return *nth;
    }
    double p50() const { return at(0.50); }
    double p99() const { return at(0.99); }
    double sum() const {
        double total = 0;
        for (const double value : values_) total += value;
        return total;
    }

private:
    std::vector<double> values_;
};

/// One line of the table: what, its figure, its floor from the same run, the ratio, what we aim at.
inline void row(const std::string& what, const std::string& figure, const std::string& floor = "-",
                const std::string& ratio = "-", const std::string& goal = "-") {
    std::printf("| %s | %s | %s | %s | %s |\n", what.c_str(), figure.c_str(), floor.c_str(), ratio.c_str(),
                goal.c_str());
    std::fflush(stdout);
}

}  // namespace luot::bench
