#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "base/Result.hpp"

namespace luot::hardware::printer {

struct TcpAddress {
    std::string host;
    std::string port;
    std::string text() const { return host + ":" + port; }
};

/// A TCP connection whose every wait has an end. Closed with the object.
class Socket {
public:
    using Deadline = std::chrono::steady_clock::time_point;

    /// Errors: unavailable, timedOut.
    static base::Result<Socket> connect(const TcpAddress& address, Deadline deadline);
    ~Socket();
    Socket(Socket&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
    Socket& operator=(Socket&& other) noexcept;

    /// Errors: timedOut, closedByPeer.
    base::Result<> write(std::span<const std::uint8_t> bytes, Deadline deadline);
    /// What has come, at least one byte. Errors: timedOut, closedByPeer.
    base::Result<std::size_t> read(std::span<std::uint8_t> into, Deadline deadline);

private:
    explicit Socket(int handle) : handle_(handle) {}
    int handle_ = -1;
};

}  // namespace luot::hardware::printer
