#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>

#include "net/Http.hpp"
#include "net/listen/SessionGroup.hpp"
#include "net/listen/Surroundings.hpp"
#include "net/wire/Deadline.hpp"
#include "net/wire/WebSocketStream.hpp"

namespace luot::net::listen {

/// A request that wants to become a stream, and may.
struct Upgrade {
    wire::UpgradeRequest handshake;
    std::string path;
    std::string authorization;
};

/// The HTTP part of a connection: one request after the other, each with a deadline and a bound.
class HttpConnection final : public Conversation {
public:
    HttpConnection(wire::Socket socket, std::shared_ptr<Surroundings> surroundings, std::string remote);

    /// Until the connection ends (none) or becomes a stream.
    boost::asio::awaitable<std::optional<Upgrade>> run();
    /// Reads one request, whatever it is, and answers it so; then closes.
    boost::asio::awaitable<void> refuse(HttpResponse response);
    wire::Socket takeSocket() { return std::move(socket_); }

    void stop() override;
    void cut() override;

private:
    /// What came: a request, or a problem to answer before closing, or neither when the peer is gone or too
    /// slow.
    struct Incoming {
        std::optional<HttpRequest> request;
        std::optional<Upgrade> upgrade;
        std::optional<HttpResponse> problem;
        bool keepAlive = false;
    };
    struct Parser;

    boost::asio::awaitable<Incoming> receive();
    boost::asio::awaitable<bool> readMore();
    boost::asio::awaitable<void> sendContinue();
    /// False when more bytes are needed.
    bool parse(Parser& parser, Incoming& incoming);
    void take(Parser& parser, Incoming& incoming) const;
    boost::asio::awaitable<HttpResponse> answer(HttpRequest request);
    boost::asio::awaitable<bool> respond(HttpResponse response, bool keepAlive, bool withBody);
    boost::asio::awaitable<void> finish();

    wire::Socket socket_;
    std::shared_ptr<Surroundings> surroundings_;
    std::string remote_;
    std::string buffer_;
    wire::Deadline deadline_;
    bool idle_ = true;  ///< nothing of a request has come yet
    bool stopping_ = false;
};

}  // namespace luot::net::listen
