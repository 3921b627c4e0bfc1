#include "hardware/printer/line/TcpLine.hpp"

#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace luot::hardware::printer::line {

namespace {

constexpr int unacknowledged =
    15000;  ///< ms that bytes may stay without an acknowledgement: power or cable gone

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

/// 0, or the errno of what went wrong.
int finishConnect(const Handle& handle, const addrinfo& to, Deadline deadline) {
    if (::connect(handle.descriptor(), to.ai_addr, to.ai_addrlen) == 0) return 0;
    if (errno != EINPROGRESS) return errno;
    const auto ready = handle.wait(true, deadline);
    if (!ready.toWrite && !ready.toRead) return ETIMEDOUT;
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(handle.descriptor(), SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

void setUp(const Handle& handle) {
    const int on = 1;
    setsockopt(handle.descriptor(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(handle.descriptor(), SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    setsockopt(handle.descriptor(), IPPROTO_TCP, TCP_USER_TIMEOUT, &unacknowledged, sizeof unacknowledged);
}

}  // namespace

base::Result<Handle, LineFault> TcpLine::open(Deadline deadline) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int unknown = getaddrinfo(host_.c_str(), port_.c_str(), &hints, &found);
    if (unknown != 0)
        return tl::unexpected(
            LineFault{PrintFault::unreachable, fmt::format("printer {}: {}", text(), gai_strerror(unknown))});
    const Addresses addresses(found, &freeaddrinfo);
    int error = EADDRNOTAVAIL;
    for (const auto* one = found; one != nullptr; one = one->ai_next) {
        Handle handle(::socket(one->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, one->ai_protocol),
                      Handle::Kind::socket);
        if (handle.descriptor() < 0) continue;
        error = finishConnect(handle, *one, deadline);
        if (error != 0) continue;
        setUp(handle);
        return handle;
    }
    return tl::unexpected(
        LineFault{PrintFault::unreachable, fmt::format("printer {}: {}", text(), std::strerror(error))});
}

}  // namespace luot::hardware::printer::line
