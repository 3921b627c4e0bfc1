#include "Line.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

namespace luot::faults {

namespace {

bool isReady(const auto& future) {
    return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

}  // namespace

Line::Line(const std::string& url, const std::string& token, const std::string& hello) {
    auto connected = boost::asio::co_spawn(
        io_, net::StreamClient::connect(io_.get_executor(), url, "/api/v1/stream", token),
        boost::asio::use_future);
    while (!isReady(connected) && io_.run_one() > 0) {
    }
    if (auto client = connected.get()) client_ = std::move(*client);
    if (client_) client_->send(hello);
}

Line::~Line() {
    if (client_) client_->cut();
    client_.reset();
    io_.restart();
    io_.run_for(std::chrono::milliseconds(200));
}

void Line::send(std::string text) {
    if (client_) client_->send(std::move(text));
}

base::json::Object Line::next(std::chrono::milliseconds within) {
    if (!client_) return {};
    const auto until = std::chrono::steady_clock::now() + within;
    io_.restart();
    if (!read_.valid()) read_ = boost::asio::co_spawn(io_, client_->read(), boost::asio::use_future);
    while (!isReady(read_) && std::chrono::steady_clock::now() < until) io_.run_one_until(until);
    if (!isReady(read_)) return {};
    const auto frame = read_.get();
    if (!frame) {
        client_.reset();
        return {};
    }
    auto value = base::json::parse(*frame);
    return value && value->is_object() ? value->get_object() : base::json::Object{};
}

}  // namespace luot::faults
