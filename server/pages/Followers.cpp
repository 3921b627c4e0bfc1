#include "server/pages/Followers.hpp"

#include <fmt/format.h>

namespace luot::server::pages {

namespace {

std::string contentOf(const queue::Hall& hall, const std::string& id) {
    const auto ticket = tracked(hall, id, "vi");
    if (!ticket) return {};
    const auto wait = ticket->wait.value_or(protocol::MinuteRange{-1, -1});
    return fmt::format("{} {} {} {} {}-{}", ticket->state, ticket->service, ticket->counter.value_or(0),
                       ticket->ahead, wait.from, wait.to);
}

}  // namespace

bool Followers::add(std::shared_ptr<net::Peer> peer, std::string ticket, const queue::Hall& hall) {
    if (followers_.size() >= maxFollowers) return false;
    auto shown = contentOf(hall, ticket);
    auto* key = peer.get();
    followers_.emplace(key, Follower{std::move(peer), std::move(ticket), std::move(shown)});
    return true;
}

void Followers::remove(const std::shared_ptr<net::Peer>& peer) { followers_.erase(peer.get()); }

void Followers::update(const queue::Hall& hall) {
    static const auto changed = std::make_shared<const std::string>(R"({"type":"changed"})");
    for (auto& [key, follower] : followers_) {
        auto now = contentOf(hall, follower.ticket);
        if (now == follower.shown) continue;
        follower.shown = std::move(now);
        follower.peer->send(changed);
    }
}

}  // namespace luot::server::pages
