#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "base/Clock.hpp"

namespace luot::server::run {

/// The centre's time: runs with the machine's monotonic clock from where wall clock and journal agreed at the
/// start, so that whoever sets the wall clock changes no waiting time and no order. It never goes back
/// while people wait.
class HallClock final : public base::Clock {
public:
    struct Sources {
        std::function<base::Instant()> wall;
        std::function<std::chrono::steady_clock::time_point()> steady;
    };
    /// A wall clock that differs by more from what the monotonic one says was set by somebody; less is
    /// slewing.
    static constexpr base::Milliseconds leastJump{5000};

    /// A wall clock that is so much behind, and in no year before this program's, is right after all: what
    /// was before it was not.
    static constexpr base::Milliseconds tooFarAhead = std::chrono::hours(24);

    /// `last`: when the journal's newest event was. A wall clock that is before it (a board without a battery
    /// begins in 1970) is not believed: time goes on from the journal.
    explicit HallClock(std::optional<base::Instant> last);
    HallClock(std::optional<base::Instant> last, Sources sources);

    base::Instant now() const override;
    std::chrono::nanoseconds realTime(base::Milliseconds duration) const override { return duration; }

    /// By how much the wall clock was set since the last look, or since the journal's end at the first; none
    /// when it was not. To be called every few seconds: what is less than a jump is followed.
    std::optional<base::Milliseconds> look();
    /// Goes over to the wall clock; back only by more than a day. For hours in which nobody waits.
    void follow();
    /// Whether the wall clock shows our time, as of the last look.
    bool right() const { return !guessed_ && std::chrono::abs(offset_) < leastJump; }
    /// Whether the time is only what the journal said: the wall clock is followed as soon as it can be
    /// believed.
    bool guessed() const { return guessed_; }

private:
    /// Whether the wall clock may be right though it is behind `ours`.
    static bool corrected(base::Instant wall, base::Instant ours);

    Sources sources_;
    base::Instant anchor_{};
    std::chrono::steady_clock::time_point anchored_{};
    base::Milliseconds offset_{0};  ///< wall clock less ours, at the last look
    bool guessed_ = false;
};

}  // namespace luot::server::run
