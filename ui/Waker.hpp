#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace luot::ui {

/// Wakes the loop from any thread; many wakes before it looks are one. Outlives the threads that hold it.
class Waker {
public:
    void wake() noexcept;
    /// From now on wakes also push SDL's user event of that type, so that a loop that waits in SDL sees them.
    void useSdl(std::uint32_t eventType) { eventType_ = eventType; }
    /// True if someone woke since the last call.
    bool take() { return pending_.exchange(false); }
    /// Waits until a wake or `milliseconds` have passed; takes the wake.
    bool waitFor(std::int64_t milliseconds);

    /// Asks the loop to end, from any thread.
    void stop() noexcept {
        stopped_ = true;
        wake();
    }
    bool stopped() const { return stopped_; }

private:
    std::atomic<bool> pending_{false};
    std::atomic<bool> stopped_{false};
    std::atomic<std::uint32_t> eventType_{0};
    std::mutex mutex_;
    std::condition_variable changed_;
};

}  // namespace luot::ui
