#include "server/stream/Feed.hpp"

#include "base/Assert.hpp"

namespace luot::server::stream {

void Feed::publish(std::int64_t seq, net::Frame frame) {
    LUOT_ASSERT(seq == seq_ + 1);
    seq_ = seq;
    frames_.push_back(frame);
    if (frames_.size() > keptFrames) frames_.pop_front();
    broadcast(frame);
}

void Feed::broadcast(const net::Frame& frame) {
    for (const auto& [key, peer] : listeners_) peer->send(frame);
    deliveries_ += listeners_.size();
}

bool Feed::reaches(std::int64_t since) const {
    return since <= seq_ && seq_ - since <= static_cast<std::int64_t>(frames_.size());
}

std::vector<net::Frame> Feed::after(std::int64_t since) const {
    LUOT_ASSERT(reaches(since));
    return {frames_.end() - (seq_ - since), frames_.end()};
}

void Feed::subscribe(std::shared_ptr<net::Peer> peer) {
    auto* key = peer.get();
    listeners_.emplace(key, std::move(peer));
}

void Feed::unsubscribe(const std::shared_ptr<net::Peer>& peer) { listeners_.erase(peer.get()); }

const std::vector<net::Frame>* Feed::snapshotAt(std::int64_t seq) const {
    return snapshotSeq_ == seq ? &snapshot_ : nullptr;
}

void Feed::keepSnapshot(std::int64_t seq, std::vector<net::Frame> frames) {
    snapshotSeq_ = seq;
    snapshot_ = std::move(frames);
}

}  // namespace luot::server::stream
