#include "net/HttpClient.hpp"

#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "net/wire/Deadline.hpp"
#include "net/wire/Endpoint.hpp"

namespace luot::net {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using base::fail;
using base::Fault;
using base::Result;

namespace {

constexpr std::size_t readBytes = 16 * 1024;
constexpr std::size_t maxAnswerBytes = 64 * 1024 * 1024;

std::string serialized(const HttpRequest& request, const std::string& host) {
    std::string out = request.method + ' ' + request.path;
    if (!request.query.empty()) out += '?' + request.query;
    out += " HTTP/1.1\r\nHost: " + host;
    const auto field = [&out](std::string_view name, const std::string& value) {
        if (!value.empty()) out.append("\r\n").append(name).append(": ").append(value);
    };
    field("Authorization", request.authorization);
    field("Idempotency-Key", request.idempotencyKey);
    field("Accept-Language", request.acceptLanguage);
    if (!request.body.empty()) field("Content-Type", "application/json");
    if (!request.body.empty() || request.method == "POST")
        field("Content-Length", std::to_string(request.body.size()));
    return out + "\r\n\r\n" + request.body;
}

class KeptConnection final : public HttpClient {
public:
    KeptConnection(wire::Executor executor, wire::Endpoint endpoint)
        : socket_(executor), endpoint_(std::move(endpoint)), deadline_(executor, [this] {
              late_ = true;
              drop();
          }) {}

    asio::awaitable<Result<HttpResponse>> request(HttpRequest request,
                                                  std::chrono::milliseconds within) override {
        if (!socket_.is_open()) {
            auto connected = co_await wire::connectTo(socket_.get_executor(), endpoint_, within);
            if (!connected) co_return tl::unexpected(connected.error());
            socket_ = std::move(*connected);
            buffer_.clear();
        }
        deadline_.within(within);
        late_ = false;
        const auto text = serialized(request, endpoint_.text());
        const auto bytes = asio::buffer(text);
        const auto [error, sent] = co_await asio::async_write(socket_, bytes, wire::asTuple);
        if (error) co_return failure(error);
        auto response = co_await receive(request.method == "HEAD");
        deadline_.clear();
        co_return response;
    }

private:
    using Parser = http::response_parser<http::string_body>;

    asio::awaitable<Result<HttpResponse>> receive(bool withoutBody) {
        Parser parser;
        parser.eager(true);
        parser.skip(withoutBody);
        parser.body_limit(maxAnswerBytes);
        for (;;) {
            boost::system::error_code error;
            std::size_t used = 0;
            while (!error && !parser.is_done() && used < buffer_.size()) {
                used += parser.put(asio::buffer(buffer_.data() + used, buffer_.size() - used), error);
            }
            buffer_.erase(0, used);
            if (parser.is_done()) break;
            if (error && error != http::error::need_more) co_return failure(error);
            const auto old = buffer_.size();
            buffer_.resize(old + readBytes);
            const auto space = asio::buffer(buffer_.data() + old, readBytes);
            const auto [failed, bytes] = co_await socket_.async_read_some(space, wire::asTuple);
            buffer_.resize(old + bytes);
            if (failed) co_return failure(failed);
        }
        co_return taken(parser.release());
    }

    HttpResponse taken(http::response<http::string_body> answer) {
        HttpResponse response;
        response.status = static_cast<int>(answer.result_int());
        for (const auto& field : answer) {
            response.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
        }
        response.contentType = std::string(answer[http::field::content_type]);
        response.body = std::move(answer.body());
        if (!answer.keep_alive()) drop();
        return response;
    }

    Result<HttpResponse> failure(const boost::system::error_code& error) {
        drop();
        if (late_) return fail(Fault::timedOut, "no answer from " + endpoint_.text() + " in time");
        return fail(Fault::closedByPeer, endpoint_.text() + ": " + error.message());
    }

    void drop() {
        boost::system::error_code ignored;
        socket_.close(ignored);
    }

    wire::Socket socket_;
    wire::Endpoint endpoint_;
    std::string buffer_;
    bool late_ = false;
    wire::Deadline deadline_;
};

}  // namespace

Result<std::unique_ptr<HttpClient>> HttpClient::open(asio::any_io_executor executor, const std::string& url) {
    auto endpoint = wire::parseUrl(url);
    if (!endpoint) return tl::unexpected(endpoint.error());
    return std::make_unique<KeptConnection>(wire::plainExecutor(executor), std::move(*endpoint));
}

asio::awaitable<Result<HttpResponse>> request(asio::any_io_executor executor, std::string url,
                                              HttpRequest request, std::chrono::milliseconds within) {
    auto client = HttpClient::open(std::move(executor), url);
    if (!client) co_return tl::unexpected(client.error());
    co_return co_await (*client)->request(std::move(request), within);
}

}  // namespace luot::net
