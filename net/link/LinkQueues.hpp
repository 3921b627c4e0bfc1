#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>

#include "net/LinkThread.hpp"

namespace luot::net::link {

/// The two bounded queues between a link's network thread and the program's main thread, and all that they
/// share.
class LinkQueues {
public:
    LinkQueues(std::size_t maxEvents, std::size_t maxFrames) : maxEvents_(maxEvents), maxFrames_(maxFrames) {}

    // On the network thread.
    /// False when the program does not keep up; LinkUp and LinkDown always fit, at the cost of everything
    /// older.
    bool push(LinkEvent event);
    std::optional<std::string> takeFrame();

    // On the main thread.
    std::optional<LinkEvent> poll();
    /// False unless the program has seen that the connection is up, and it still is: nothing may go ahead of
    /// its greeting.
    bool offer(std::string frame);

private:
    std::mutex mutex_;
    std::deque<LinkEvent> events_;
    std::deque<std::string> frames_;
    std::size_t maxEvents_;
    std::size_t maxFrames_;
    int connection_ = 0;      ///< counts LinkUp and LinkDown as they happen; odd: up
    int seenConnection_ = 0;  ///< as the program has seen them
};

}  // namespace luot::net::link
