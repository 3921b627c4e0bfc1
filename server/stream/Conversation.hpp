#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "protocol/Messages.hpp"
#include "server/api/Gate.hpp"
#include "server/stream/Feed.hpp"

namespace luot::server::stream {

/// Talks with the clients of the stream: greeting, snapshot or what was missed, commands, what displays
/// showed. Lives on the network thread.
class Conversation {
public:
    struct Parts {
        Feed& feed;
        api::Gate& gate;
        hall::CommandPump& pump;
        const api::AnswerParts& answers;
        std::function<void(const auth::Caller&)> came;
        std::function<void(const auth::Caller&)> left;
    };
    explicit Conversation(Parts parts) : parts_(std::move(parts)) {}

    boost::asio::awaitable<void> received(std::shared_ptr<net::Peer> peer, std::string frame);
    void closed(const std::shared_ptr<net::Peer>& peer);
    bool hasGreeted(net::Peer& peer) const { return greeted_.contains(&peer); }
    /// Tells all what changed without an event.
    void broadcastStatus();
    /// The same, if it is another than at the last call: time alone may change it, or all events together.
    void noticeTime();

private:
    boost::asio::awaitable<void> greet(std::shared_ptr<net::Peer> peer, protocol::Hello hello);
    void sendState(net::Peer& peer, const protocol::Hello& hello);
    protocol::Status statusOf(const api::Surroundings& around) const;
    boost::asio::awaitable<void> command(std::shared_ptr<net::Peer> peer, auth::Caller caller,
                                         protocol::CommandFrame frame);
    boost::asio::awaitable<void> shown(auth::Caller caller, protocol::Shown shown);

    Parts parts_;
    std::unordered_map<net::Peer*, auth::Caller> greeted_;
    /// Of the hall's day, what clients draw conclusions from that only a status puts right.
    struct DayMark {
        std::optional<base::Date> day;
        bool open = false;
        bool byCommand = false;
        bool operator==(const DayMark&) const = default;
    };
    protocol::Status told_;  ///< when time was last noticed
    DayMark dayTold_;
};

}  // namespace luot::server::stream
