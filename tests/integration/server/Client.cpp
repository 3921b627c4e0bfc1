#include "Client.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

namespace luot::tests {

namespace {

constexpr std::chrono::seconds within{20};

/// Runs the coroutine to its end.
template <class T>
T await(boost::asio::io_context& io, boost::asio::awaitable<T> task) {
    auto result = boost::asio::co_spawn(io, std::move(task), boost::asio::use_future);
    io.restart();
    while (result.wait_for(std::chrono::seconds(0)) != std::future_status::ready && io.run_one() > 0) {
    }
    return result.get();
}

}  // namespace

std::string Answer::code() const {
    if (!json.is_object() || !json.get_object().contains("code")) return {};
    return std::string((*this)["code"].as_string());
}

const base::json::Value& Answer::operator[](std::string_view member) const {
    return json.as_object().at(member);
}

Client::Client(const std::string& url, std::string token) : token_(std::move(token)) {
    auto opened = net::HttpClient::open(io_.get_executor(), url);
    EXPECT_TRUE(opened.has_value());
    client_ = std::move(*opened);
}

Answer Client::get(const std::string& path) { return send("GET", path); }

Answer Client::post(const std::string& path, const std::string& body, const std::string& key) {
    return send("POST", path, body, key);
}

Answer Client::send(const std::string& method, const std::string& path, const std::string& body,
                    const std::string& key) {
    net::HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.idempotencyKey = key;
    if (!token_.empty()) request.authorization = "Bearer " + token_;
    auto response = await(io_, client_->request(std::move(request), within));
    if (!response) return {0, response.error().what, {}, {}};
    return {response->status, response->body, response->contentType,
            base::json::parse(response->body).value_or(base::json::Value())};
}

Stream::Stream(const std::string& url, const std::string& token, const std::string& hello,
               const std::string& path) {
    auto connected = await(io_, net::StreamClient::connect(io_.get_executor(), url, path, token));
    EXPECT_TRUE(connected.has_value()) << (connected ? "" : connected.error().what);
    if (connected) client_ = std::move(*connected);
    if (client_ && !hello.empty()) client_->send(hello);
}

Stream::~Stream() {
    if (client_) client_->cut();
    client_.reset();
    io_.restart();
    io_.run_for(std::chrono::milliseconds(200));
}

void Stream::send(std::string text) { EXPECT_TRUE(client_->send(std::move(text))); }

base::json::Object Stream::next() {
    auto frame = await(io_, client_->read());
    if (!frame) return {};
    auto value = base::json::parse(*frame);
    EXPECT_TRUE(value.has_value());
    return value ? value->as_object() : base::json::Object{};
}

base::json::Object Stream::next(std::string_view type) {
    for (;;) {
        auto frame = next();
        if (frame.empty() || frame.at("type").as_string() == type) return frame;
    }
}

base::json::Object Stream::command(const std::string& id, const std::string& name, const std::string& args) {
    send(R"({"type":"command","id":")" + id + R"(","name":")" + name + R"(","args":)" + args + "}");
    return next("reply");
}

std::string hello(const std::string& role, const std::string& more) {
    return R"({"type":"hello","protocol":1,"role":")" + role + "\"" + more + "}";
}

}  // namespace luot::tests
