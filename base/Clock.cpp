#include "base/Clock.hpp"

#include "base/Assert.hpp"

namespace luot::base {

Instant SystemClock::now() const {
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

SimulatedClock::SimulatedClock(Instant start, double speed)
    : start_(start), speed_(speed), began_(std::chrono::steady_clock::now()) {
    LUOT_ASSERT(speed > 0);
}

Instant SimulatedClock::now() const {
    const std::chrono::duration<double, std::milli> real = std::chrono::steady_clock::now() - began_;
    return start_ + Milliseconds(static_cast<std::int64_t>(real.count() * speed_));
}

std::chrono::nanoseconds SimulatedClock::realTime(Milliseconds duration) const {
    return std::chrono::nanoseconds(
        static_cast<std::int64_t>(static_cast<double>(duration.count()) * 1e6 / speed_));
}

}  // namespace luot::base
