#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <string>

#include "base/json/Json.hpp"
#include "net/StreamClient.hpp"

namespace luot::faults {

/// A stream to the server that may fail at any moment, one step after the other.
class Line {
public:
    Line(const std::string& url, const std::string& token, const std::string& hello);
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    bool up() const { return client_ != nullptr; }
    void send(std::string text);
    /// The next frame; empty when the connection has ended, or when nothing came in that time.
    base::json::Object next(std::chrono::milliseconds within = std::chrono::seconds(30));
    void cut() { client_->cut(); }

private:
    boost::asio::io_context io_;
    std::unique_ptr<net::StreamClient> client_;
    std::future<base::Result<std::string>> read_;
};

}  // namespace luot::faults
