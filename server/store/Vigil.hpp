#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <thread>
#include <utility>

namespace luot::server::store {

/// Keeps the one thread of an executor looking for work, for a while, where it would fall asleep: a commit
/// takes 100 to 500 µs, and to be woken for it and after it took up to 50 µs each time. Costs at most a
/// millisecond of processor time a commit, which others on that processor may take; on a single processor
/// there is no vigil.
class Vigil {
public:
    explicit Vigil(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}
    Vigil(const Vigil&) = delete;
    Vigil& operator=(const Vigil&) = delete;

    /// From now on. Called on that thread.
    void begin() {
        if (!pays_) return;
        until_ = Clock::now() + longest;
        if (!std::exchange(kept_, true)) lookAgain();
    }

    /// What was waited for has come. Called on that thread.
    void end() { until_ = Clock::time_point::min(); }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds longest{1};

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
    bool pays_ = std::thread::hardware_concurrency() > 1;
    bool kept_ = false;
    Clock::time_point until_{};
};

}  // namespace luot::server::store
