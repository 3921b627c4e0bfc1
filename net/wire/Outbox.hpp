#pragma once

#include <cstddef>
#include <deque>

#include "net/Application.hpp"

namespace luot::net::wire {

/// The frames a peer has still to get, bounded in bytes; pure. The first frame stays inside while it is being
/// written, and counts.
class Outbox {
public:
    enum class Offer { taken, full, closed };

    explicit Outbox(std::size_t maxBytes) : maxBytes_(maxBytes) {}

    /// A frame larger than the bound is taken when nothing else waits.
    Offer offer(Frame frame);
    /// Does not count against the bound: for what the peer is owed whole.
    Offer offerUncounted(Frame frame);
    bool empty() const { return frames_.empty(); }
    std::size_t bytes() const { return bytes_; }
    /// Not when empty.
    const Frame& front() const { return frames_.front().frame; }
    void pop();
    /// Takes no more; what is inside is still to be sent.
    void close() { closed_ = true; }
    bool closed() const { return closed_; }
    /// Forgets everything behind the first `keep` frames.
    void truncate(std::size_t keep);

private:
    struct Entry {
        Frame frame;
        std::size_t counted = 0;  ///< bytes
    };
    void push(Frame frame, std::size_t counted);
    void forget(const Entry& entry) { bytes_ -= entry.counted; }

    std::size_t maxBytes_;
    std::size_t bytes_ = 0;
    bool closed_ = false;
    std::deque<Entry> frames_;
};

}  // namespace luot::net::wire
