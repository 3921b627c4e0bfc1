#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace luot::bench {

/// A raw socket with just enough HTTP and WebSocket to load a server while costing next to nothing itself.
class Connection {
public:
    explicit Connection(std::uint16_t port);
    explicit Connection(int fd) : fd_(fd) {}
    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&&) = delete;
    ~Connection();

    int fd() const { return fd_; }
    void send(std::string_view bytes);
    /// Takes in what has come; waits for something if `wait`. False when nothing was there.
    bool fill(bool wait);

    /// The next whole HTTP response with its head, if it is here. Valid until the next fill().
    std::optional<std::string_view> takeResponse();
    /// The payload of the next whole text frame, if it is here; pings are answered. Valid until the next
    /// fill().
    std::optional<std::string_view> takeFrame();

    /// Waits for the next of them.
    std::string_view response();
    std::string_view frame();

    /// Plain bytes, at least one; for a connection that uses none of the above.
    std::size_t receive(char* into, std::size_t room);

    /// Opens the stream and waits until the whole state has come.
    void greet(const std::string& token);

private:
    std::string_view rest() const { return std::string_view(in_).substr(begin_); }

    int fd_;
    std::string in_;
    std::size_t begin_ = 0;
};

/// A request to the API with its idempotency key (empty: none).
std::string httpPost(const std::string& token, const std::string& path, const std::string& key,
                     const std::string& body);

/// A client's frame; the mask is zero, which is a mask like any other.
std::string clientFrame(std::string_view payload, unsigned opcode = 1);

/// A server's frame, as it stands on the wire.
std::string serverFrame(std::string_view payload);

/// The request for one ticket, whichever way.
std::string issueOverHttp(const std::string& token, std::uint64_t number);
std::string issueOverStream(std::uint64_t number);

/// Posts and checks that it went well.
void mustPost(Connection& connection, const std::string& token, const std::string& path,
              const std::string& body = "{}");

}  // namespace luot::bench
