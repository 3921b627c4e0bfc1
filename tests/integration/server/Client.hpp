#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/json/value.hpp>
#include <memory>
#include <optional>
#include <string>

#include "base/json/Json.hpp"
#include "net/HttpClient.hpp"
#include "net/StreamClient.hpp"

namespace luot::tests {

struct Answer {
    int status = 0;
    std::string text;
    std::string contentType;
    base::json::Value json;  ///< null when the body is no JSON

    std::string code() const;
    const base::json::Value& operator[](std::string_view member) const;
};

/// HTTP with a token, one call after the other, on an io_context of its own.
class Client {
public:
    Client(const std::string& url, std::string token);
    Answer get(const std::string& path);
    Answer post(const std::string& path, const std::string& body = "", const std::string& key = "");
    Answer send(const std::string& method, const std::string& path, const std::string& body = "",
                const std::string& key = "");

private:
    boost::asio::io_context io_;
    std::unique_ptr<net::HttpClient> client_;
    std::string token_;
};

/// The stream with a token, one step after the other.
class Stream {
public:
    /// Connects; `hello` is sent if it is not empty.
    Stream(const std::string& url, const std::string& token, const std::string& hello,
           const std::string& path = "/api/v1/stream");
    ~Stream();
    bool connected() const { return client_ != nullptr; }
    void send(std::string text);
    /// The next frame; an empty object when the connection has ended.
    base::json::Object next();
    /// Skips to the next frame of that type.
    base::json::Object next(std::string_view type);
    /// Sends a command and gives its reply; frames before it are passed over.
    base::json::Object command(const std::string& id, const std::string& name,
                               const std::string& args = "{}");
    std::uint16_t closeCode() const { return client_->peerCode(); }

private:
    boost::asio::io_context io_;
    std::unique_ptr<net::StreamClient> client_;
};

std::string hello(const std::string& role, const std::string& more = "");

}  // namespace luot::tests
