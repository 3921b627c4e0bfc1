#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <set>

namespace luot::simulator::line {

/// The waits of one run: all of them end when it does. On the io_context's one thread.
class Waits {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    explicit Waits(boost::asio::io_context& io) : io_(io) {}

    /// False: the run is over.
    boost::asio::awaitable<bool> until(TimePoint moment);
    /// The same, or earlier when news() is told.
    boost::asio::awaitable<bool> newsOrUntil(TimePoint moment);
    void news();
    void end();
    bool over() const { return over_; }

private:
    using Timers = std::set<boost::asio::steady_timer*>;
    boost::asio::awaitable<bool> wait(TimePoint moment, Timers& among);

    boost::asio::io_context& io_;
    Timers untils_;
    Timers lookOuts_;
    bool over_ = false;
};

}  // namespace luot::simulator::line
