#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <thread>
#include <utility>

namespace luot::server::store {

/// Keeps the one thread of an executor looking for work, for a while, where it would fall asleep: a commit
/// takes 100 to 500 µs, and to be woken for it and after it took up to 50 µs each time. Others on
/// that processor may take the time that it costs; on a single processor there is no vigil.
class Vigil {
public:
    Vigil(boost::asio::any_io_executor executor, std::chrono::microseconds longest)
        : executor_(std::move(executor)), longest_(longest) {}
    Vigil(const Vigil&) = delete;
    Vigil& operator=(const Vigil&) = delete;

    /// From now on, at most that long. Called on that thread.
    void begin() {
        if (!pays_) return;
        until_ = Clock::now() + longest_;
        if (!std::exchange(kept_, true)) lookAgain();
    }

    /// What was waited for has come. Called on that thread.
    void end() { until_ = Clock::time_point::min(); }

private:
    using Clock = std::chrono::steady_clock;

    /// Between one look and the next the executor does whatever has come.
    void lookAgain() {
        boost::asio::post(executor_, [this] {
            kept_ = Clock::now() < until_;
            if (!kept_) return;
            std::this_thread::yield();
            lookAgain();
        });
    }

    boost::asio::any_io_executor executor_;
    std::chrono::microseconds longest_;
    bool pays_ = std::thread::hardware_concurrency() > 1;
    bool kept_ = false;
    Clock::time_point until_{};
};

}  // namespace luot::server::store
