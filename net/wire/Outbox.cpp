#include "net/wire/Outbox.hpp"

#include <utility>

#include "base/Assert.hpp"

namespace luot::net::wire {

void Outbox::push(Frame frame, std::size_t counted) {
    bytes_ += counted;
    frames_.push_back(Entry{std::move(frame), counted});
}

Outbox::Offer Outbox::offer(Frame frame) {
    LUOT_ASSERT(frame != nullptr);
    if (closed_) return Offer::closed;
    const auto size = frame->size();
    if (bytes_ > 0 && bytes_ + size > maxBytes_) return Offer::full;
    push(std::move(frame), size);
    return Offer::taken;
}

Outbox::Offer Outbox::offerUncounted(Frame frame) {
    LUOT_ASSERT(frame != nullptr);
    if (closed_) return Offer::closed;
    push(std::move(frame), 0);
    return Offer::taken;
}

void Outbox::pop() {
    LUOT_ASSERT(!frames_.empty());
    forget(frames_.front());
    frames_.pop_front();
}

void Outbox::truncate(std::size_t keep) {
    while (frames_.size() > keep) {
        forget(frames_.back());
        frames_.pop_back();
    }
}

}  // namespace luot::net::wire
