#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "FeedCheck.hpp"
#include "net/LinkThread.hpp"

namespace luot::faults {

/// A device's end of the stream as our programs have it: the very link, with a greeting and a feed that is
/// checked.
class Follower {
public:
    using Moment = std::chrono::steady_clock::time_point;

    Follower(const std::string& url, const std::string& token);
    ~Follower();

    bool up() const { return up_; }
    int losses() const { return losses_; }
    Moment lastLoss() const;
    std::string why() const;
    FeedCheck feed() const;
    /// Whether it gets there in time.
    bool reaches(std::int64_t seq, std::chrono::milliseconds within) const;
    bool loses(int times, std::chrono::milliseconds within) const;
    /// When the event came; nothing when it has not.
    Moment seenAt(std::int64_t seq) const;

private:
    void run();
    void take(net::LinkEvent event);
    template <class Condition>
    bool waitFor(Condition condition, std::chrono::milliseconds within) const;

    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    FeedCheck feed_;
    std::vector<std::pair<std::int64_t, Moment>> seen_;
    Moment lastLoss_{};
    std::string why_;
    std::atomic<bool> up_ = false;
    std::atomic<bool> stop_ = false;
    std::atomic<int> losses_ = 0;
    std::atomic<bool> news_ = false;
    std::unique_ptr<net::Link> link_;
    std::thread thread_;
};

}  // namespace luot::faults
