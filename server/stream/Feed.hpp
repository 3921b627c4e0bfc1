#pragma once

#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

#include "net/Application.hpp"

namespace luot::server::stream {

/// The numbered feed: the newest frames, kept for those who come back, and who listens. Each event is encoded
/// once and shared by all. Lives on the network thread.
class Feed {
public:
    /// Events that a client may have missed and still get one by one; beyond it gets a snapshot.
    static constexpr std::size_t keptFrames = 2000;

    explicit Feed(std::int64_t seq) : seq_(seq) {}

    std::int64_t seq() const { return seq_; }
    /// The next event: kept and sent to all.
    void publish(std::int64_t seq, net::Frame frame);
    /// To all, outside the numbering.
    void broadcast(const net::Frame& frame);

    /// Whether everything after `since` is kept.
    bool reaches(std::int64_t since) const;
    /// The frames after `since`, oldest first; reaches(since) must hold.
    std::vector<net::Frame> after(std::int64_t since) const;

    /// From the next event on; what the peer has missed must be sent to it in the same step.
    void subscribe(std::shared_ptr<net::Peer> peer);
    void unsubscribe(const std::shared_ptr<net::Peer>& peer);
    std::size_t listeners() const { return listeners_.size(); }
    std::uint64_t deliveries() const { return deliveries_; }

    /// A snapshot's frames, made once for all who ask at the same place of the feed.
    const std::vector<net::Frame>* snapshotAt(std::int64_t seq) const;
    void keepSnapshot(std::int64_t seq, std::vector<net::Frame> frames);
    /// After a change that is no event.
    void forgetSnapshot() { snapshotSeq_ = -1; }

private:
    std::int64_t seq_;
    std::deque<net::Frame> frames_;  ///< the newest has number seq_
    std::unordered_map<net::Peer*, std::shared_ptr<net::Peer>> listeners_;
    std::int64_t snapshotSeq_ = -1;
    std::vector<net::Frame> snapshot_;
    std::uint64_t deliveries_ = 0;
};

}  // namespace luot::server::stream
