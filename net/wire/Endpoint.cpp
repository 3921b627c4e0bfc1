#include "net/wire/Endpoint.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <vector>

#include "net/wire/Deadline.hpp"

namespace luot::net::wire {

namespace asio = boost::asio;
using asio::ip::tcp;
using base::fail;
using base::Fault;
using base::Result;

namespace {

constexpr std::uint16_t httpPort = 80;
/// Of one name: those of IPv4 and IPv6, before and after a move.
constexpr std::size_t mostAddresses = 4;

Result<std::uint16_t> parsePort(std::string_view text) {
    std::uint16_t port = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, port);
    if (error != std::errc{} || stop != end) {
        return fail(Fault::invalidInput,
                    "'" + std::string(text) + "' is no port: give a number from 0 to 65535");
    }
    return port;
}

/// The addresses of a host; a number or "localhost" needs no resolver, whose thread nobody can interrupt.
asio::awaitable<Result<std::vector<tcp::endpoint>>> lookUp(Executor executor, Endpoint endpoint) {
    boost::system::error_code error;
    const auto address =
        asio::ip::make_address(endpoint.host == "localhost" ? "127.0.0.1" : endpoint.host, error);
    if (!error) co_return std::vector<tcp::endpoint>(1, tcp::endpoint(address, endpoint.port));
    asio::ip::basic_resolver<tcp, Executor> resolver(executor);
    const auto service = std::to_string(endpoint.port);
    auto [failure, found] = co_await resolver.async_resolve(endpoint.host, service, asTuple);
    if (failure)
        co_return fail(Fault::unavailable, "no address for '" + endpoint.host + "': " + failure.message());
    std::vector<tcp::endpoint> all;
    for (const auto& entry : found) all.push_back(entry.endpoint());
    co_return all;
}

/// Each address of a name has the whole time: an old one, which is silent, must not keep the next from its
/// turn.
asio::awaitable<boost::system::error_code> tryAddress(Socket& socket, tcp::endpoint address,
                                                      std::chrono::milliseconds within) {
    Deadline deadline(socket.get_executor(), [&socket] {
        boost::system::error_code ignored;
        socket.close(ignored);
    });
    deadline.within(within);
    const auto [error] = co_await socket.async_connect(address, asTuple);
    if (deadline.passed()) co_return asio::error::timed_out;
    co_return error;
}

}  // namespace

std::string Endpoint::text() const {
    const bool six = host.find(':') != std::string::npos;
    return (six ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

Result<Endpoint> parseEndpoint(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) {
        return fail(Fault::invalidInput,
                    "'" + std::string(text) + "' is no address: write it as 127.0.0.1:8080");
    }
    auto port = parsePort(text.substr(colon + 1));
    if (!port) return tl::unexpected(port.error());
    auto host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    return Endpoint{std::string(host), *port};
}

Result<Endpoint> parseUrl(std::string_view url) {
    auto rest = url;
    if (rest.starts_with("http://")) {
        rest.remove_prefix(7);
    } else if (rest.starts_with("ws://")) {
        rest.remove_prefix(5);
    } else {
        return fail(Fault::invalidInput,
                    "'" + std::string(url) + "' is no server: write it as http://127.0.0.1:8080");
    }
    if (rest.ends_with('/')) rest.remove_suffix(1);
    const bool odd = rest.empty() || rest.find_first_of("/?#@ ") != std::string_view::npos;
    if (odd) return fail(Fault::invalidInput, "'" + std::string(url) + "' must hold a host and a port only");
    const bool hasPort = rest.rfind(':') != std::string_view::npos && !rest.ends_with(']');
    return parseEndpoint(hasPort ? std::string(rest) : std::string(rest) + ":" + std::to_string(httpPort));
}

asio::awaitable<Result<Socket>> connectTo(Executor executor, Endpoint endpoint,
                                          std::chrono::milliseconds within) {
    const std::string name = endpoint.text();
    auto addresses = co_await lookUp(executor, std::move(endpoint));
    if (!addresses) co_return tl::unexpected(addresses.error());
    if (addresses->size() > mostAddresses) addresses->resize(mostAddresses);
    Socket socket(executor);
    boost::system::error_code error = asio::error::host_not_found;
    for (const auto& address : *addresses) {
        boost::system::error_code ignored;
        socket.close(ignored);
        error = co_await tryAddress(socket, address, within);
        if (!error) break;
    }
    if (error == asio::error::timed_out) co_return fail(Fault::timedOut, "no answer from " + name);
    if (error) co_return fail(Fault::unavailable, "cannot reach " + name + ": " + error.message());
    socket.set_option(tcp::no_delay(true), error);
    co_return std::move(socket);
}

}  // namespace luot::net::wire
