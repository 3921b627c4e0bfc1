#pragma once

#include <chrono>

#include "base/Time.hpp"

namespace luot::base {

/// Where programs take the time from, so that a test or a training day can have its own.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;

    /// How much real time passes while `duration` passes on this clock: what a timer must be set to.
    virtual std::chrono::nanoseconds realTime(Milliseconds duration) const = 0;
};

/// The machine's wall clock.
class SystemClock final : public Clock {
public:
    Instant now() const override;
    std::chrono::nanoseconds realTime(Milliseconds duration) const override { return duration; }
};

/// Starts at a given moment and runs `speed` times as fast as the machine's monotonic clock.
class SimulatedClock final : public Clock {
public:
    SimulatedClock(Instant start, double speed);
    Instant now() const override;
    std::chrono::nanoseconds realTime(Milliseconds duration) const override;

private:
    Instant start_;
    double speed_;
    std::chrono::steady_clock::time_point began_;
};

/// Moves only when told to; for tests and simulations.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : now_(start) {}
    Instant now() const override { return now_; }
    std::chrono::nanoseconds realTime(Milliseconds duration) const override { return duration; }
    void advance(Milliseconds duration) { now_ += duration; }
    void set(Instant instant) { now_ = instant; }

private:
    Instant now_;
};

}  // namespace luot::base
