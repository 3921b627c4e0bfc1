#include "display/App.hpp"

#include <algorithm>
#include <cmath>

namespace luot::display {
namespace {

constexpr Ticks flashCycle = 1'000;  ///< ms; three a second is the limit of safety (WCAG 2.3.1), one is ours
constexpr Ticks soonest = 100;       ///< ms between redraws when the centre's clock runs fast
constexpr double minuteMs = 60'000;  ///< of the centre's time

}  // namespace

App::App(Appearance appearance, const base::Wording& wording, Reception reception)
    : appearance_(std::move(appearance)),
      voice_{wording, appearance_.language},
      reception_(std::move(reception)) {}

draw::DrawList App::view(const ui::Frame& frame) {
    reception_.board().advance(frame.now);
    if (reception_.hall() != nullptr) hadHall_ = true;
    if (hadHall_ && reception_.hall() == nullptr) return last_;  // between the parts of a new snapshot
    const Connection& connection = reception_.connection();
    scene::Sight sight{.hall = reception_.hall(),
                       .board = reception_.board(),
                       .time = reception_.centreTime(frame.now),
                       .now = frame.now,
                       .flashOn = flashOn(frame.now),
                       .lostSince = std::nullopt};
    if (connection.isLost(frame.now)) sight.lostSince = reception_.centreTime(connection.lastWord(frame.now));
    last_ = drawHall(sight, voice_, appearance_, frame.pixels);
    return last_;
}

void App::handle(const ui::Input& input, Ticks now) {
    if (std::holds_alternative<ui::Wake>(input)) reception_.receive(now);
}

/// Where in the flash's second we are. All displays of a centre take it from the server's time, so that
/// neighbouring screens never add up to a faster flash; a simulated clock that runs fast must not make it
/// faster.
Ticks App::phase(Ticks now) const {
    if (reception_.clockSpeed() != 1) return now % flashCycle;
    return reception_.centreTime(now).time_since_epoch().count() % flashCycle;
}

bool App::flashOn(Ticks now) const { return appearance_.reducedMotion || phase(now) < flashCycle / 2; }

std::optional<Ticks> App::nextChange(Ticks now) {
    const double intoMinute =
        std::fmod(static_cast<double>(reception_.centreTime(now).time_since_epoch().count()), minuteMs);
    const auto untilMinute = static_cast<Ticks>(std::ceil((minuteMs - intoMinute) / reception_.clockSpeed()));
    Ticks next = now + std::max(soonest, untilMinute);
    next = std::min(next, (now / scene::noticeFor + 1) * scene::noticeFor);
    if (const auto lost = reception_.connection().nextChange(now)) next = std::min(next, *lost);
    if (const auto board = reception_.board().nextChange(now)) next = std::min(next, *board);
    if (reception_.board().anythingFlashes(now) && !appearance_.reducedMotion) {
        next = std::min(next, now + flashCycle / 2 - phase(now) % (flashCycle / 2));
    }
    return next;
}

}  // namespace luot::display
