#include "net/listen/HttpConnection.hpp"

#include <array>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/string_body.hpp>

#include "base/Log.hpp"
#include "net/listen/HttpText.hpp"

namespace luot::net::listen {

namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t maxHeaderBytes = 8 * 1024;
constexpr std::size_t maxTargetBytes = 4 * 1024;
constexpr std::size_t readBytes = 4 * 1024;
/// How long and how much of a refused request is read, so that the peer gets to see the answer.
constexpr std::chrono::seconds lingerWithin{1};
constexpr std::size_t lingerBytes = 1024 * 1024;

std::string text(boost::beast::string_view view) { return {view.data(), view.size()}; }

HttpResponse problemOf(const boost::system::error_code& error, bool lineIsWhole) {
    if (error == http::error::body_limit) return problem(413, "body_too_large", "Send at most 64 KiB.");
    if (error == http::error::header_limit && lineIsWhole) {
        return problem(431, "headers_too_large", "Send at most 8 KiB of header fields.");
    }
    if (error == http::error::header_limit)
        return problem(414, "address_too_long", "Send a shorter address.");
    return problem(400, "malformed_request", "This is no HTTP request: " + error.message() + ".");
}

using Fields = http::request<http::string_body>;

bool wantsStream(const Fields& fields) {
    return http::token_list(fields[http::field::connection]).exists("upgrade") &&
           http::token_list(fields[http::field::upgrade]).exists("websocket");
}

}  // namespace

struct HttpConnection::Parser : http::request_parser<http::string_body> {
    bool continued = false;

    bool awaitsContinue() {
        return is_header_done() && !is_done() && !std::exchange(continued, true) &&
               boost::beast::iequals(get()[http::field::expect], "100-continue");
    }
};

HttpConnection::HttpConnection(wire::Socket socket, std::shared_ptr<Surroundings> surroundings,
                               std::string remote)
    : socket_(std::move(socket)),
      surroundings_(std::move(surroundings)),
      remote_(std::move(remote)),
      deadline_(socket_.get_executor(), [this] { cut(); }) {}

asio::awaitable<std::optional<Upgrade>> HttpConnection::run() {
    for (;;) {
        auto incoming = co_await receive();
        if (incoming.upgrade) {
            deadline_.clear();
            co_return std::move(incoming.upgrade);
        }
        bool keepAlive = incoming.keepAlive;
        bool withBody = true;
        if (incoming.request) {
            withBody = incoming.request->method != "HEAD";
            incoming.problem = co_await answer(std::move(*incoming.request));
        }
        if (!incoming.problem) co_return std::nullopt;
        keepAlive = keepAlive && !stopping_;
        const bool sent = co_await respond(std::move(*incoming.problem), keepAlive, withBody);
        if (sent && keepAlive) continue;
        if (sent) co_await finish();
        co_return std::nullopt;
    }
}

asio::awaitable<void> HttpConnection::refuse(HttpResponse response) {
    deadline_.within(lingerWithin);
    // No co_await inside a condition: g++ 12 traps in some of them.
    const bool came = co_await readMore();
    if (!came) co_return;
    const bool sent = co_await respond(std::move(response), false, true);
    if (sent) co_await finish();
}

asio::awaitable<HttpConnection::Incoming> HttpConnection::receive() {
    Parser parser;
    parser.eager(true);
    parser.header_limit(maxHeaderBytes);
    parser.body_limit(surroundings_->limits.bodyBytes);
    Incoming incoming;
    idle_ = buffer_.empty();
    if (idle_ && stopping_) co_return incoming;
    if (idle_) deadline_.within(surroundings_->limits.idleHttp);
    if (!idle_) deadline_.within(surroundings_->limits.requestWithin);
    while (!parse(parser, incoming)) {
        if (parser.awaitsContinue()) co_await sendContinue();
        const bool came = co_await readMore();
        if (!came) co_return incoming;
        if (std::exchange(idle_, false)) deadline_.within(surroundings_->limits.requestWithin);
    }
    co_return incoming;
}

asio::awaitable<bool> HttpConnection::readMore() {
    const auto old = buffer_.size();
    buffer_.resize(old + readBytes);
    const auto space = asio::buffer(buffer_.data() + old, readBytes);
    const auto [error, bytes] = co_await socket_.async_read_some(space, wire::asTuple);
    buffer_.resize(old + bytes);
    co_return !error;
}

asio::awaitable<void> HttpConnection::sendContinue() {
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto bytes = asio::buffer(line);
    co_await asio::async_write(socket_, bytes, wire::asTuple);
}

bool HttpConnection::parse(Parser& parser, Incoming& incoming) {
    std::size_t used = 0;
    boost::system::error_code error;
    while (!error && !parser.is_done() && used < buffer_.size()) {
        used += parser.put(asio::buffer(buffer_.data() + used, buffer_.size() - used), error);
    }
    const bool lineIsWhole = parser.is_header_done() || buffer_.find('\n') != std::string::npos;
    buffer_.erase(0, used);
    if (parser.is_done()) {
        take(parser, incoming);
        return true;
    }
    if (!error || error == http::error::need_more) return false;
    incoming.problem = problemOf(error, lineIsWhole);
    return true;
}

void HttpConnection::take(Parser& parser, Incoming& incoming) const {
    auto fields = parser.release();
    HttpRequest request;
    request.method = text(fields.method_string());
    request.authorization = text(fields[http::field::authorization]);
    request.idempotencyKey = text(fields["Idempotency-Key"]);
    request.acceptLanguage = text(fields[http::field::accept_language]);
    request.remote = remote_;
    if (fields.target().size() > maxTargetBytes) {
        incoming.problem = problem(414, "address_too_long", "Send a shorter address.");
        return;
    }
    if (!splitTarget(text(fields.target()), request)) {
        incoming.problem = problem(400, "malformed_request", "The address of the request is malformed.");
        return;
    }
    incoming.keepAlive = fields.keep_alive();
    request.body = std::move(fields.body());
    const bool streams = surroundings_->application && surroundings_->application->streamsAt(request.path);
    const auto key = text(fields[http::field::sec_websocket_key]);
    if (!wantsStream(fields)) {
        incoming.request = std::move(request);
    } else if (!streams) {
        incoming.problem = problem(404, "unknown_address", "There is no stream at this address.");
    } else if (fields[http::field::sec_websocket_version] != "13") {
        incoming.problem = problem(426, "upgrade_required", "This address speaks WebSocket, version 13.");
        incoming.problem->headers.emplace_back("Upgrade", "websocket");
        incoming.problem->headers.emplace_back("Sec-WebSocket-Version", "13");
    } else if (key.empty() || fields.method() != http::verb::get || !buffer_.empty()) {
        incoming.problem = problem(400, "malformed_request", "The WebSocket handshake is malformed.");
    } else {
        incoming.upgrade.emplace();
        incoming.upgrade->handshake = {text(fields[http::field::host]), text(fields.target()), key};
        incoming.upgrade->path = std::move(request.path);
        incoming.upgrade->authorization = std::move(request.authorization);
    }
}

asio::awaitable<HttpResponse> HttpConnection::answer(HttpRequest request) {
    deadline_.clear();
    const auto what = request.method + " " + request.path;
    try {
        if (surroundings_->application)
            co_return co_await surroundings_->application->answer(std::move(request));
    } catch (const std::exception& error) {
        base::logError("{}: {}", what, error.what());
        co_return problem(500, "internal_error", "The server made a mistake; it is in its log.");
    }
    co_return problem(503, "shutting_down", "The server is stopping; try again in a moment.");
}

asio::awaitable<bool> HttpConnection::respond(HttpResponse response, bool keepAlive, bool withBody) {
    const auto first = responseHead(response, keepAlive);
    if (!withBody) response.body.clear();
    const std::array<asio::const_buffer, 2> bytes{asio::buffer(first), asio::buffer(response.body)};
    deadline_.within(surroundings_->limits.idleHttp);
    const auto [error, sent] = co_await asio::async_write(socket_, bytes, wire::asTuple);
    co_return !error;
}

asio::awaitable<void> HttpConnection::finish() {
    boost::system::error_code error;
    socket_.shutdown(asio::socket_base::shutdown_send, error);
    deadline_.within(lingerWithin);
    for (std::size_t read = 0; read < lingerBytes; read += readBytes) {
        buffer_.clear();
        const bool came = co_await readMore();
        if (!came) break;
    }
    cut();
}

void HttpConnection::stop() {
    stopping_ = true;
    if (idle_) cut();
}

void HttpConnection::cut() {
    boost::system::error_code ignored;
    socket_.close(ignored);
}

}  // namespace luot::net::listen
