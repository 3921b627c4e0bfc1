#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "queue/Event.hpp"

namespace luot::server::hall {

/// People who were told to make ready for a counter or to come into a part of the hall, and wait still.
struct Announcement {
    std::vector<std::string> numbers;
    std::optional<int> counter;
    std::optional<std::string> zone;
};

/// The wall clock was set in the course of the day.
struct ClockFault {
    base::Milliseconds jump{};
    base::Instant at{};
};

/// The server came back in the course of the day.
struct Restart {
    int waiting = 0;
    base::Instant at{};
};

/// What screens show of the day beyond the queue's own state: the last calls, who was told to make ready, the
/// day's sums.
struct Board {
    std::deque<queue::Ticket> recent;  ///< newest first, whatever became of them
    int served = 0;
    std::int64_t waitSumS = 0;  ///< of all first calls
    int waitCount = 0;
    std::vector<Announcement> prepared;  ///< newest first, one of each counter and zone
    std::optional<ClockFault> clockFault;
    std::optional<Restart> restart;

    /// `at` is the moment of the event.
    void apply(const queue::Event& event, base::Instant at);
};

constexpr std::size_t maxRecent = 12;

}  // namespace luot::server::hall
