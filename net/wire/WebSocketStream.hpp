#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/Result.hpp"
#include "net/Application.hpp"
#include "net/wire/Endpoint.hpp"
#include "net/wire/Socket.hpp"

namespace luot::net::wire {

struct StreamLimits {
    std::size_t frameBytes = 64 * 1024;         ///< of one frame that comes in
    /// Without a sign of life; twice as long for the opening handshake and until the peer's first message, as
    /// a slow network may need four ways for them. A ping goes out after half of it.
    std::chrono::milliseconds idle{4000};
    std::chrono::milliseconds connect{3000};    ///< of a client's connection
    std::chrono::milliseconds handshake{3000};  ///< of the closing handshake
};

/// What the server's side needs of the client's upgrade request.
struct UpgradeRequest {
    std::string host;
    std::string target;
    std::string key;  ///< Sec-WebSocket-Key
};

/// What the client's side asks for.
struct StreamTarget {
    Endpoint endpoint;
    std::string path;
    std::string token;  ///< for the Authorization header; empty: none
};

struct Message {
    std::string text;
    bool isText = true;   ///< false: a binary frame, of which nothing was kept
    bool tooBig = false;  ///< over the limit: nothing was kept
};

/// A WebSocket without compression, either end of it; the only class that knows Beast's stream. One read and
/// one write at a time. Held by shared_ptr: a pending write or closing handshake keeps it alive.
class WebSocketStream {
public:
    using Done = std::function<void(bool ok)>;

    /// Sends the 101. On failure the socket is closed.
    static boost::asio::awaitable<base::Result<std::shared_ptr<WebSocketStream>>> accept(
        Socket socket, UpgradeRequest request, StreamLimits limits);
    /// invalidInput when the server refused (its status is in the sentence), else unavailable or timedOut.
    static boost::asio::awaitable<base::Result<std::shared_ptr<WebSocketStream>>> connect(
        Executor executor, StreamTarget target, StreamLimits limits);
    ~WebSocketStream();

    /// One whole message. Wrong frames are answered with 1002, 1007 or 1009 here and are invalidInput;
    /// closedByPeer (see peerCode), timedOut, cancelled when we closed.
    boost::asio::awaitable<base::Result<Message>> read();
    /// `done` is called later, never from inside; the frame is kept until then.
    void write(Frame frame, Done done);
    /// A sign of life; one at a time. `done` as of write().
    void ping(Done done);
    /// The closing handshake; not during a write, and once only.
    void close(CloseCode code, Done done);
    /// Cuts the connection; every pending operation ends with an error.
    void cut();
    /// What the peer closed with; 0 when it did not.
    std::uint16_t peerCode() const;

private:
    struct Side;
    explicit WebSocketStream(std::shared_ptr<Side> side);
    std::shared_ptr<Side> side_;
};

}  // namespace luot::net::wire
