#pragma once

#include "protocol/Ticket.hpp"

namespace luot::protocol {

/// An expected wait as people are told it; no more exact than it is known.
struct MinuteRange {
    int from = 0;
    int to = 0;  ///< never less than `from`; 0: at once
    bool operator==(const MinuteRange&) const = default;
};

/// Rounded up to whole minutes, above 15 to steps of 5: nobody who comes back in time is late.
constexpr int toldMinutes(int seconds) {
    const int minutes = (seconds + 59) / 60;
    return minutes <= 15 ? minutes : (minutes + 4) / 5 * 5;
}

/// From what half of such waits do not reach to what nine of ten do not.
constexpr MinuteRange minuteRange(const Estimate& estimate) {
    return {toldMinutes(estimate.p50S), toldMinutes(estimate.p90S)};
}

}  // namespace luot::protocol
