#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/Result.hpp"
#include "net/wire/Socket.hpp"

namespace luot::net::wire {

/// A host, by name or number, and a port.
struct Endpoint {
    std::string host;
    std::uint16_t port = 0;

    /// As in a Host header: "127.0.0.1:8080", "[::1]:80".
    std::string text() const;
};

/// "127.0.0.1:8080", "[::1]:8080", "kiosk.local:80". invalidInput when it is none.
base::Result<Endpoint> parseEndpoint(std::string_view text);

/// "http://host:port", "ws://host:port/", port 80 when there is none. invalidInput when it is none.
base::Result<Endpoint> parseUrl(std::string_view url);

/// Looks the name up and connects, without delaying small packets; each address may take `within`. Faults:
/// unavailable, timedOut. The look-up of a name (numbers need none) lasts until the system's resolver ends.
boost::asio::awaitable<base::Result<Socket>> connectTo(Executor executor, Endpoint endpoint,
                                                       std::chrono::milliseconds within);

}  // namespace luot::net::wire
