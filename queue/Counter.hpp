#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

namespace luot::queue {

enum class CounterState { closed, open, paused };
BOOST_DESCRIBE_ENUM(CounterState, closed, open, paused)

/// What a counter is doing now; where it stands and what it serves is its CounterPlace in the rules.
struct Counter {
    int number = 0;
    CounterState state = CounterState::closed;
    std::optional<std::string> clerk;
    std::optional<std::string> pauseReason;

    bool operator==(const Counter&) const = default;
};
BOOST_DESCRIBE_STRUCT(Counter, (), (number, state, clerk, pauseReason))

}  // namespace luot::queue
