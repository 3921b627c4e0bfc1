#include "net/wire/WebSocketStream.hpp"

#include <algorithm>
#include <boost/beast/core/error.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "net/wire/Deadline.hpp"

namespace luot::net::wire {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using base::fail;
using base::Fault;
using base::Result;

namespace {

/// An idle reader holds a buffer of this size; most frames of clients fit.
constexpr std::size_t firstReadBytes = 512;
/// A frame so many times over the limit is cut off without a closing handshake.
constexpr std::size_t cutOver = 16;
/// What the kernel may hold for a peer that does not read, beside the outbox.
constexpr int kernelSendBytes = 128 * 1024;

base::Error errorOf(const boost::system::error_code& error) {
    if (error == websocket::error::closed || error == asio::error::eof ||
        error == asio::error::connection_reset) {
        return {Fault::closedByPeer, "closed by the peer"};
    }
    if (error == beast::error::timeout) return {Fault::timedOut, "no sign of life from the peer"};
    if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor) {
        return {Fault::cancelled, "closed by us"};
    }
    const bool wrongFrame = error.category() == make_error_code(websocket::error::closed).category();
    return {wrongFrame ? Fault::invalidInput : Fault::closedByPeer, error.message()};
}

}  // namespace

struct WebSocketStream::Side {
    Side(Socket socket, const StreamLimits& given) : stream(std::move(socket)), limits(given) {
        allow(2 * limits.idle, 2 * limits.idle);
        // Beast cuts a peer whose frame is over its own limit before the peer can read why; so that limit is
        // far higher, and read() keeps ours with a closing handshake.
        stream.read_message_max(limits.frameBytes * cutOver);
        stream.auto_fragment(false);
        stream.text(true);
    }

    /// The peer has spoken: from now on it is there or it is not.
    void settle() {
        if (!std::exchange(settled, true)) allow(limits.handshake, limits.idle);
    }

    void allow(std::chrono::milliseconds handshake, std::chrono::milliseconds idle) {
        websocket::stream_base::timeout timeout{};
        timeout.handshake_timeout = handshake;
        timeout.idle_timeout = idle;
        timeout.keep_alive_pings = true;
        stream.set_option(timeout);
    }

    websocket::stream<Socket, false> stream;
    StreamLimits limits;
    bool settled = false;
};

WebSocketStream::WebSocketStream(std::shared_ptr<Side> side) : side_(std::move(side)) {}

WebSocketStream::~WebSocketStream() { cut(); }

asio::awaitable<Result<std::shared_ptr<WebSocketStream>>> WebSocketStream::accept(Socket socket,
                                                                                  UpgradeRequest request,
                                                                                  StreamLimits limits) {
    boost::system::error_code error;
    socket.set_option(asio::socket_base::send_buffer_size(kernelSendBytes), error);
    auto side = std::make_shared<Side>(std::move(socket), limits);
    websocket::request_type upgrade(beast::http::verb::get, request.target, 11);
    upgrade.set(beast::http::field::host, request.host);
    upgrade.set(beast::http::field::upgrade, "websocket");
    upgrade.set(beast::http::field::connection, "upgrade");
    upgrade.set(beast::http::field::sec_websocket_key, request.key);
    upgrade.set(beast::http::field::sec_websocket_version, "13");
    std::tie(error) = co_await side->stream.async_accept(upgrade, asTuple);
    if (error) co_return tl::unexpected(errorOf(error));
    co_return std::shared_ptr<WebSocketStream>(new WebSocketStream(std::move(side)));
}

asio::awaitable<Result<std::shared_ptr<WebSocketStream>>> WebSocketStream::connect(Executor executor,
                                                                                   StreamTarget target,
                                                                                   StreamLimits limits) {
    const std::string host = target.endpoint.text();
    auto socket = co_await connectTo(executor, std::move(target.endpoint), limits.connect);
    if (!socket) co_return tl::unexpected(socket.error());
    auto side = std::make_shared<Side>(std::move(*socket), limits);
    websocket::stream_base::decorator authorize(
        [token = std::move(target.token)](websocket::request_type& request) {
            if (!token.empty()) request.set(beast::http::field::authorization, "Bearer " + token);
        });
    side->stream.set_option(std::move(authorize));
    websocket::response_type response;
    auto [error] = co_await side->stream.async_handshake(response, host, target.path, asTuple);
    if (error == websocket::error::upgrade_declined) {
        co_return fail(Fault::invalidInput, "refused with status " + std::to_string(response.result_int()));
    }
    if (error) co_return tl::unexpected(errorOf(error));
    co_return std::shared_ptr<WebSocketStream>(new WebSocketStream(std::move(side)));
}

asio::awaitable<Result<Message>> WebSocketStream::read() {
    const auto side = side_;
    Message message;
    std::size_t used = 0;
    do {
        const auto room = std::clamp(used, firstReadBytes, side->limits.frameBytes);
        message.text.resize(used + room);
        const auto space = asio::buffer(message.text.data() + used, room);
        const auto [error, bytes] = co_await side->stream.async_read_some(space, asTuple);
        if (error) co_return tl::unexpected(errorOf(error));
        if (!side->stream.got_text()) {
            message.text.clear();
            message.isText = false;
            co_return message;
        }
        used += bytes;
        if (used > side->limits.frameBytes) {
            message.text.clear();
            message.tooBig = true;
            co_return message;
        }
    } while (!side->stream.is_message_done());
    message.text.resize(used);
    side->settle();
    co_return message;
}

void WebSocketStream::write(Frame frame, Done done) {
    const auto bytes = asio::buffer(*frame);
    side_->stream.async_write_some(
        true, bytes,
        [side = side_, frame = std::move(frame), done = std::move(done)](
            const boost::system::error_code& error, std::size_t) { done(!error); });
}

void WebSocketStream::ping(Done done) {
    side_->stream.async_ping(
        {}, [side = side_, done = std::move(done)](const boost::system::error_code& error) { done(!error); });
}

void WebSocketStream::close(CloseCode code, Done done) {
    const websocket::close_reason reason(static_cast<std::uint16_t>(code));
    side_->stream.async_close(reason, [side = side_, done = std::move(done)](
                                          const boost::system::error_code& error) { done(!error); });
}

void WebSocketStream::cut() {
    boost::system::error_code ignored;
    side_->stream.next_layer().close(ignored);
}

std::uint16_t WebSocketStream::peerCode() const { return side_->stream.reason().code; }

}  // namespace luot::net::wire
