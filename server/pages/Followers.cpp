#include "server/pages/Followers.hpp"

#include <fmt/format.h>

namespace luot::server::pages {

namespace {

std::string contentOf(const queue::Hall& hall, const std::string& id, base::Instant at) {
    const auto ticket = tracked(hall, id, "vi", at);
    if (!ticket) return {};
    const auto wait = ticket->wait.value_or(protocol::MinuteRange{-1, -1});
    return fmt::format("{} {} {} {} {}-{}", ticket->state, ticket->service, ticket->counter.value_or(0),
                       ticket->ahead, wait.from, wait.to);
}

}  // namespace

bool Followers::add(std::shared_ptr<net::Peer> peer, std::string ticket, const queue::Hall& hall,
                    base::Instant now) {
    if (followers_.size() >= maxFollowers) return false;
    auto shown = contentOf(hall, ticket, now);
    auto* key = peer.get();
    followers_.emplace(key, Follower{std::move(peer), std::move(ticket), std::move(shown)});
    return true;
}

void Followers::remove(const std::shared_ptr<net::Peer>& peer) { followers_.erase(peer.get()); }

void Followers::update(const queue::Hall& hall, base::Instant now) {
    static const auto changed = std::make_shared<const std::string>(R"({"type":"changed"})");
    for (auto& [key, follower] : followers_) {
        auto content = contentOf(hall, follower.ticket, now);
        if (content == follower.shown) continue;
        follower.shown = std::move(content);
        follower.peer->send(changed);
    }
}

}  // namespace luot::server::pages
