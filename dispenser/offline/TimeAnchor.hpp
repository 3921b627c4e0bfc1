#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>

#include "base/Time.hpp"

namespace luot::dispenser::offline {

/// A centre's time, and how far it can be trusted.
struct KnownTime {
    base::Instant centre{};
    bool known = true;  ///< false: only that it is not earlier
};

/// What all clocks said when the server last told its time. The wall clock may be wrong or set; the monotonic
/// one is right as long as the machine runs.
struct TimeAnchor {
    std::string boot;
    std::int64_t ticks = 0;  ///< monotonic, milliseconds
    base::Instant wall{};
    base::Instant centre{};
    double speed = 1;  ///< of the centre's clock

    /// The centre's time now. After a start of the machine the wall clock has to do, unless it went back.
    KnownTime at(const std::string& bootNow, std::int64_t ticksNow, base::Instant wallNow) const;
};
BOOST_DESCRIBE_STRUCT(TimeAnchor, (), (boot, ticks, wall, centre, speed))

/// Id of the machine's present run; another one after each start.
std::string bootId();

}  // namespace luot::dispenser::offline
