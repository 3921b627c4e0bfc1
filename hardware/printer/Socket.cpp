#include "hardware/printer/Socket.hpp"

#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace luot::hardware::printer {

namespace {

using base::Fault;

/// True once the socket is ready; false when the time is over.
bool waitFor(int handle, short what, Socket::Deadline deadline) {
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        pollfd one{handle, what, 0};
        const int ready = ::poll(&one, 1, static_cast<int>(left.count()));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
}

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

base::Result<Addresses> lookUp(const TcpAddress& address) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int error = getaddrinfo(address.host.c_str(), address.port.c_str(), &hints, &found);
    if (error != 0)
        return base::fail(Fault::unavailable,
                          fmt::format("printer {}: {}", address.text(), gai_strerror(error)));
    return Addresses(found, &freeaddrinfo);
}

/// 0, or the errno of what went wrong.
int finishConnect(int handle, const addrinfo& to, Socket::Deadline deadline) {
    if (::connect(handle, to.ai_addr, to.ai_addrlen) == 0) return 0;
    if (errno != EINPROGRESS) return errno;
    if (!waitFor(handle, POLLOUT, deadline)) return ETIMEDOUT;
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(handle, SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

bool mustWait() { return errno == EAGAIN || errno == EWOULDBLOCK; }

}  // namespace

base::Result<Socket> Socket::connect(const TcpAddress& address, Deadline deadline) {
    const auto addresses = lookUp(address);
    if (!addresses) return tl::unexpected(addresses.error());
    int error = EADDRNOTAVAIL;
    for (const auto* one = addresses->get(); one != nullptr; one = one->ai_next) {
        Socket socket(::socket(one->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, one->ai_protocol));
        if (socket.handle_ < 0) continue;
        error = finishConnect(socket.handle_, *one, deadline);
        if (error != 0) continue;
        const int on = 1;
        setsockopt(socket.handle_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        return socket;
    }
    return base::fail(error == ETIMEDOUT ? Fault::timedOut : Fault::unavailable,
                      fmt::format("printer {}: {}", address.text(), std::strerror(error)));
}

Socket::~Socket() {
    if (handle_ >= 0) ::close(handle_);
}

Socket& Socket::operator=(Socket&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
}

base::Result<> Socket::write(std::span<const std::uint8_t> bytes, Deadline deadline) {
    while (!bytes.empty()) {
        const auto sent = ::send(handle_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        } else if (sent < 0 && mustWait()) {
            if (!waitFor(handle_, POLLOUT, deadline))
                return base::fail(Fault::timedOut,
                                  fmt::format("printer: does not take the last {} bytes", bytes.size()));
        } else if (errno != EINTR) {
            return base::fail(Fault::closedByPeer, fmt::format("printer: {}", std::strerror(errno)));
        }
    }
    return {};
}

base::Result<std::size_t> Socket::read(std::span<std::uint8_t> into, Deadline deadline) {
    for (;;) {
        const auto got = ::recv(handle_, into.data(), into.size(), 0);
        if (got > 0) return static_cast<std::size_t>(got);
        if (got == 0) return base::fail(Fault::closedByPeer, "printer: closed the connection");
        if (mustWait()) {
            if (!waitFor(handle_, POLLIN, deadline)) return base::fail(Fault::timedOut, "printer: no answer");
        } else if (errno != EINTR) {
            return base::fail(Fault::closedByPeer, fmt::format("printer: {}", std::strerror(errno)));
        }
    }
}

}  // namespace luot::hardware::printer
