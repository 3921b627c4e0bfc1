#pragma once

#include <deque>

#include "queue/Event.hpp"

namespace luot::server::hall {

/// What screens show of the day beyond the queue's own state: the last calls and the day's sums.
struct Board {
    std::deque<queue::Ticket> recent;  ///< newest first, whatever became of them
    int served = 0;
    std::int64_t waitSumS = 0;  ///< of all first calls
    int waitCount = 0;

    void apply(const queue::Event& event);
};

constexpr std::size_t maxRecent = 12;

}  // namespace luot::server::hall
