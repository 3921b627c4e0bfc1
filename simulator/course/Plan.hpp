#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "simulator/profile/Profile.hpp"

namespace luot::simulator::course {

enum class Kind {
    day,    ///< citizens and clerks
    issue,  ///< as many tickets as the server gives
    call,   ///< as many calls as the server takes
};

/// What a run is to do.
struct Plan {
    std::string url;
    std::string token;
    Kind kind = Kind::day;
    profile::Profile profile;
    std::optional<profile::CentreDemand> demand;  ///< none: every service alike
    double speed = 1;                             ///< where the server's clock is not simulated
    std::uint64_t seed = 1;
    std::optional<int> tickets;                      ///< none: as many as the day brings
    std::optional<std::chrono::milliseconds> limit;  ///< real time
    std::optional<int> clerks;                       ///< none: one at every counter
    int connections = 8;                             ///< of a load
};

}  // namespace luot::simulator::course
