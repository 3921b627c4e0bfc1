#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "base/Result.hpp"
#include "net/Application.hpp"

namespace luot::net {

/// Bounds of a listener; every one has a default that a real centre never reaches.
struct ListenerLimits {
    std::size_t sessions = 4096;
    std::size_t sessionsPerAddress = 1024;
    std::size_t bodyBytes = 64 * 1024;
    std::size_t frameBytes = 64 * 1024;
    std::size_t outboxBytes = 256 * 1024;    ///< what a slow peer may leave unread before 1013
    std::chrono::seconds requestWithin{10};  ///< from the first byte of a request to its last
    std::chrono::seconds idleHttp{60};       ///< between two requests of a kept connection
    std::chrono::seconds idleStream{4};      ///< without a sign of life, pings included; twice until its first frame
    std::chrono::milliseconds heartbeat{1500};  ///< between two pings to a peer that has spoken
    std::chrono::seconds graceAtClose{2};
};

/// Accepts connections and runs their HTTP and WebSocket conversations. Lives on the network thread.
class Listener {
public:
    /// `address` such as "127.0.0.1:8080"; port 0 takes a free one. Fault::unavailable when it cannot be had.
    static base::Result<std::unique_ptr<Listener>> open(boost::asio::any_io_executor executor,
                                                        const std::string& address, Application& application,
                                                        ListenerLimits limits);
    virtual ~Listener() = default;
    virtual std::uint16_t port() const = 0;
    virtual std::size_t sessions() const = 0;
    /// Starts accepting.
    virtual void start() = 0;
    /// Stops accepting, asks every session to close (1001), waits for them at most `graceAtClose`, then cuts
    /// them.
    virtual boost::asio::awaitable<void> stop() = 0;
};

}  // namespace luot::net
