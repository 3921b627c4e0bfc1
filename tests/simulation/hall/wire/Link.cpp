#include "tests/simulation/hall/wire/Link.hpp"

#include "tests/simulation/hall/server/ServerLife.hpp"

namespace luot::simulation {

namespace {

constexpr Milliseconds noticedByClient{3000};    // at most, until a broken link is seen
constexpr Milliseconds noticedByServer{20'000};  // at most: it waits for its ping
constexpr Milliseconds shortestRetry{500};
constexpr Milliseconds longestRetry{3000};

}  // namespace

/// The server's end of one connection.
class Link::Peer final : public net::Peer {
public:
    Peer(Link& link, std::uint64_t connection, std::uint64_t life)
        : link_(link), connection_(connection), life_(life) {}

    bool send(net::Frame frame) override {
        if (closing_) return false;
        link_.toClient(connection_, std::move(frame));
        return true;
    }
    bool sendSnapshotPart(net::Frame frame) override { return send(std::move(frame)); }
    void close(net::CloseCode) override {
        if (!closing_) link_.closedByServer(connection_);
        closing_ = true;
    }
    const std::string& path() const override { return path_; }
    const std::string& authorization() const override { return none_; }
    const std::string& remote() const override { return none_; }
    std::uint64_t life() const { return life_; }

private:
    Link& link_;
    std::uint64_t connection_;
    std::uint64_t life_;
    bool closing_ = false;
    std::string path_ = "/api/v1/stream";
    std::string none_;
};

Instant Link::arrival(Instant& last) {
    const auto delay = parts_.random.between(parts_.faults.fastest, parts_.faults.slowest);
    last = std::max({last, parts_.timeline.now() + delay, heldUntil_ + delay});
    return last;
}

void Link::connect() {
    const auto attempt = ++connection_;
    parts_.timeline.at(arrival(lastToServer_), lane::toServer + number_,
                       [this, attempt] { tryToConnect(attempt); });
}

void Link::tryToConnect(std::uint64_t attempt) {
    if (attempt != connection_ || clientUp_) return;
    if (!parts_.address.server() || parts_.timeline.now() < cutUntil_) {
        parts_.timeline.after(parts_.random.between(shortestRetry, longestRetry), lane::people + number_,
                              [this, attempt] {
                                  if (attempt == connection_) connect();
                              });
        return;
    }
    peer_ = std::make_shared<Peer>(*this, attempt, parts_.address.life());
    parts_.timeline.at(arrival(lastToClient_), lane::toClient + number_, [this, attempt] {
        if (attempt != connection_) return;
        clientUp_ = true;
        user_->linkUp();
    });
}

bool Link::send(std::string text) {
    if (!clientUp_) return false;
    if (!peer_) return true;  // broken, and not noticed yet
    parts_.timeline.at(arrival(lastToServer_), lane::toServer + number_,
                       [this, connection = connection_, peer = peer_, frame = std::move(text)] {
                           auto* server = parts_.address.server();
                           if (connection == connection_ && server && peer->life() == parts_.address.life())
                               server->received(peer, frame);
                       });
    return true;
}

void Link::toClient(std::uint64_t connection, net::Frame frame) {
    if (connection != connection_) return;  // into the void
    parts_.timeline.at(arrival(lastToClient_), lane::toClient + number_,
                       [this, connection, text = std::move(frame)] {
                           if (connection == connection_ && clientUp_) user_->frameCame(*text);
                       });
}

void Link::closedByServer(std::uint64_t connection) {
    if (connection != connection_) return;
    endLater(peer_, {});
    parts_.timeline.at(arrival(lastToClient_), lane::toClient + number_, [this, connection] {
        if (connection == connection_) reconnect();
    });
}

void Link::reconnect() {
    if (!clientUp_) return;
    clientUp_ = false;
    if (peer_) endLater(peer_, parts_.faults.slowest);
    peer_.reset();
    user_->linkDown();
    const auto now = ++connection_;
    parts_.timeline.after(parts_.random.between(shortestRetry, longestRetry), lane::people + number_,
                          [this, now] {
                              if (now == connection_) connect();
                          });
}

void Link::breakDown() {
    if (peer_) endLater(peer_, parts_.random.between({}, noticedByServer));
    peer_.reset();
    dropLater(parts_.random.between({}, noticedByClient));
}

void Link::cut(Instant until) {
    cutUntil_ = until;
    breakDown();
}

void Link::lose() {
    peer_.reset();
    dropLater(parts_.random.between({}, noticedByClient));
}

/// The client's end of what is no more.
void Link::dropLater(Milliseconds pause) {
    const auto now = ++connection_;
    parts_.timeline.after(pause, lane::people + number_, [this, now] {
        if (now != connection_) return;
        if (clientUp_)
            reconnect();
        else
            connect();
    });
}

void Link::endLater(const std::shared_ptr<Peer>& peer, Milliseconds pause) {
    parts_.timeline.after(pause, lane::toServer + number_, [this, peer] {
        auto* server = parts_.address.server();
        if (server && peer->life() == parts_.address.life()) server->closed(peer);
    });
}

}  // namespace luot::simulation
