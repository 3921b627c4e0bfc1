#include "server/run/HallClock.hpp"

#include <ctime>

namespace luot::server::run {

namespace {

/// 2026-01-01 in UTC: no machine runs this program before.
constexpr base::Instant firstYear{base::Milliseconds(1'767'225'600'000)};

/// Unlike the steady clock it goes on while the machine sleeps.
std::chrono::steady_clock::time_point sinceBoot() {
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::steady_clock::time_point(std::chrono::seconds(time.tv_sec) +
                                                 std::chrono::nanoseconds(time.tv_nsec));
}

}  // namespace

HallClock::HallClock(std::optional<base::Instant> last)
    : HallClock(last, {[] { return base::SystemClock().now(); }, sinceBoot}) {}

HallClock::HallClock(std::optional<base::Instant> last, Sources sources)
    : sources_(std::move(sources)), anchor_(sources_.wall()), anchored_(sources_.steady()) {
    if (!last || *last - anchor_ < leastJump || corrected(anchor_, *last)) return;
    anchor_ = *last;
    guessed_ = true;
}

base::Instant HallClock::now() const {
    return anchor_ + std::chrono::duration_cast<base::Milliseconds>(sources_.steady() - anchored_);
}

std::optional<base::Milliseconds> HallClock::look() {
    const auto offset = sources_.wall() - now();
    const auto jump = offset - offset_;
    offset_ = offset;
    if (guessed_) follow();
    if (std::chrono::abs(jump) >= leastJump) return jump;
    const bool together = std::chrono::abs(offset) < leastJump;
    if (together) follow();
    return std::nullopt;
}

bool HallClock::corrected(base::Instant wall, base::Instant ours) {
    return wall >= firstYear && ours - wall >= tooFarAhead;
}

void HallClock::follow() {
    const auto wall = sources_.wall();
    if (wall < now() && !corrected(wall, now())) return;
    anchor_ = wall;
    anchored_ = sources_.steady();
    offset_ = base::Milliseconds(0);
    guessed_ = false;
}

}  // namespace luot::server::run
