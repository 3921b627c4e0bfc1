#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "net/Application.hpp"
#include "queue/Event.hpp"
#include "server/pages/TrackingPage.hpp"

namespace luot::server::pages {

/// Phones that have a ticket's page open: each is told when what its page says has changed.
class Followers {
public:
    static constexpr std::size_t maxFollowers = 2000;

    /// False when there are too many already.
    bool add(std::shared_ptr<net::Peer> peer, std::string ticket, const queue::Hall& hall, base::Instant now);
    void remove(const std::shared_ptr<net::Peer>& peer);
    /// After a commit: looks at each page and sends "changed" where it is so.
    void update(const queue::Hall& hall, base::Instant now);
    std::size_t size() const { return followers_.size(); }

private:
    struct Follower {
        std::shared_ptr<net::Peer> peer;
        std::string ticket;
        std::string shown;  ///< what its page says now
    };
    std::unordered_map<net::Peer*, Follower> followers_;
};

}  // namespace luot::server::pages
