#include "net/link/LinkQueues.hpp"

namespace luot::net::link {

bool LinkQueues::push(LinkEvent event) {
    const std::lock_guard lock(mutex_);
    const bool isFrame = std::holds_alternative<LinkFrame>(event);
    if (events_.size() >= maxEvents_) {
        if (isFrame) return false;
        events_.clear();
    }
    if (!isFrame) {
        const bool up = std::holds_alternative<LinkUp>(event);
        if (up == (connection_ % 2 == 0)) ++connection_;
        frames_.clear();
    }
    events_.push_back(std::move(event));
    return true;
}

std::optional<std::string> LinkQueues::takeFrame() {
    const std::lock_guard lock(mutex_);
    if (frames_.empty()) return std::nullopt;
    std::optional<std::string> frame(std::move(frames_.front()));
    frames_.pop_front();
    return frame;
}

std::optional<LinkEvent> LinkQueues::poll() {
    const std::lock_guard lock(mutex_);
    if (events_.empty()) return std::nullopt;
    std::optional<LinkEvent> event(std::move(events_.front()));
    events_.pop_front();
    if (std::holds_alternative<LinkUp>(*event)) {
        // Only the latest LinkUp counts: an earlier one belongs to a connection that is gone.
        bool later = false;
        for (const auto& waiting : events_) later = later || !std::holds_alternative<LinkFrame>(waiting);
        if (!later) seenConnection_ = connection_;
    }
    return event;
}

bool LinkQueues::offer(std::string frame) {
    const std::lock_guard lock(mutex_);
    if (connection_ % 2 == 0 || seenConnection_ != connection_ || frames_.size() >= maxFrames_) return false;
    frames_.push_back(std::move(frame));
    return true;
}

}  // namespace luot::net::link
