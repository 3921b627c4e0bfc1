#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>

#include "base/Time.hpp"

namespace luot::simulator::line {

using Steady = std::chrono::steady_clock;

/// How the played day runs beside the machine's monotonic clock.
struct Pace {
    base::Instant dayBegan{};    ///< the played day's time ...
    Steady::time_point began{};  ///< ... at this moment
    double speed = 1;            ///< seconds of the played day in a real one
    double overServer = 1;       ///< seconds of the played day in one of the server's

    base::Instant at(Steady::time_point moment) const {
        const auto passed = std::chrono::duration<double, std::milli>(moment - began).count() * speed;
        return dayBegan + base::Milliseconds(std::llround(passed));
    }
    /// The earliest moment at which at() has reached `instant`; at most a day ahead of `now`.
    Steady::time_point when(base::Instant instant, Steady::time_point now) const {
        constexpr double day = 24.0 * 3600 * 1000;  // ms
        if (instant == base::Instant::max()) return now + std::chrono::hours(24);
        const auto left = static_cast<double>((instant - at(now)).count()) / speed;
        return now +
               std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(std::clamp(left, 0.0, day))));
    }
};

}  // namespace luot::simulator::line
