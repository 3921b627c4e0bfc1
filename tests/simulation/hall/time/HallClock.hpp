#pragma once

#include "base/Clock.hpp"
#include "tests/simulation/hall/time/Timeline.hpp"

namespace luot::simulation {

/// The server's wall clock: the timeline's, as wrong as somebody set it. A pause takes no real time; how long
/// it is decides whatever it waits for next.
class HallClock final : public base::Clock {
public:
    explicit HallClock(const Timeline& timeline) : timeline_(timeline) {}
    Instant now() const override { return timeline_.now() + wrongBy_; }
    std::chrono::nanoseconds realTime(Milliseconds) const override { return {}; }

    void set(Milliseconds wrongBy) { wrongBy_ = wrongBy; }
    Milliseconds wrongBy() const { return wrongBy_; }

private:
    const Timeline& timeline_;
    Milliseconds wrongBy_{};
};

}  // namespace luot::simulation
