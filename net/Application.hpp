#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <memory>
#include <string>

#include "net/Http.hpp"

namespace luot::net {

/// A frame that many peers may share; encoded once.
using Frame = std::shared_ptr<const std::string>;

/// Close codes of RFC 6455 7.4.1 and the registry that we use.
enum class CloseCode : std::uint16_t {
    normal = 1000,
    goingAway = 1001,
    protocolError = 1002,
    unacceptableData = 1003,
    badPayload = 1007,
    policy = 1008,
    tooBig = 1009,
    internalError = 1011,
    tryAgainLater = 1013,
};

/// A stream connection as the program sees it. Lives on the network thread; hold it by shared_ptr.
class Peer {
public:
    virtual ~Peer() = default;
    /// Queues a frame. False when the peer is closing, or was closed just now because it does not keep up
    /// (1013).
    virtual bool send(Frame frame) = 0;
    /// The same for a part of a snapshot, which does not count against the bound: it is owed whole, however
    /// large.
    virtual bool sendSnapshotPart(Frame frame) = 0;
    /// Sends what is queued, then closes politely; hard after a grace time.
    virtual void close(CloseCode code) = 0;
    /// The path of the handshake's request.
    virtual const std::string& path() const = 0;
    /// The Authorization header of the handshake.
    virtual const std::string& authorization() const = 0;
    virtual const std::string& remote() const = 0;
};

/// What a server program does with what comes in; called on the network thread only.
class Application {
public:
    virtual ~Application() = default;
    virtual boost::asio::awaitable<HttpResponse> answer(HttpRequest request) = 0;
    /// Whether a WebSocket handshake on this path is accepted.
    virtual bool streamsAt(const std::string& path) const = 0;
    virtual void opened(std::shared_ptr<Peer> peer) = 0;
    /// One text frame; the next one of this peer is handed over when this has returned. A few may wait, then
    /// no more are read: that is the back-pressure.
    virtual boost::asio::awaitable<void> received(std::shared_ptr<Peer> peer, std::string frame) = 0;
    virtual void closed(std::shared_ptr<Peer> peer) = 0;
};

}  // namespace luot::net
