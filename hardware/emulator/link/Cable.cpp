#include "hardware/emulator/link/Cable.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <termios.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

namespace luot::hardware::emulator::link {

namespace {

using base::Fault;

/// A peer that does not read loses what is more, bytes.
constexpr std::size_t mostUnsent = 64 * 1024;

tl::unexpected<base::Error> unavailable(const std::string& what) {
    return base::fail(Fault::unavailable, fmt::format("{}: {}", what, std::strerror(errno)));
}

int portOf(int socket) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

bool mustWait() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

base::Result<Address> parseAddress(const std::string& text) {
    constexpr std::string_view scheme = "tcp://";
    const auto plain = text.starts_with(scheme) ? text.substr(scheme.size()) : text;
    const auto colon = plain.rfind(':');
    Address address;
    if (colon != std::string::npos) {
        address.host = plain.substr(0, colon);
        const auto* const end = plain.data() + plain.size();
        const auto read = std::from_chars(plain.data() + colon + 1, end, address.port);
        in_addr number{};
        const bool fine = read.ec == std::errc{} && read.ptr == end && address.port >= 0 &&
                          address.port <= 65535 && inet_pton(AF_INET, address.host.c_str(), &number) == 1;
        if (fine) return address;
    }
    return base::fail(Fault::invalidInput, fmt::format("'{}' is no address such as 127.0.0.1:9100", text));
}

base::Result<Cable> Cable::listen(Address address, int buffer) {
    Cable cable;
    cable.address_ = std::move(address);
    cable.buffer_ = buffer;
    if (auto done = cable.bindAndListen(); !done) return tl::unexpected(done.error());
    return cable;
}

base::Result<> Cable::bindAndListen() {
    Handle socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1;
    setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (buffer_ > 0) setsockopt(socket.get(), SOL_SOCKET, SO_RCVBUF, &buffer_, sizeof buffer_);
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(static_cast<std::uint16_t>(address_.port));
    inet_pton(AF_INET, address_.host.c_str(), &name.sin_addr);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0 ||
        ::listen(socket.get(), 1) != 0)
        return unavailable(fmt::format("{}:{}", address_.host, address_.port));
    address_.port = portOf(socket.get());
    url_ = fmt::format("tcp://{}:{}", address_.host, address_.port);
    listener_ = std::move(socket);
    return {};
}

base::Result<Cable> Cable::terminal() {
    Cable cable;
    cable.isTerminal_ = true;
    if (auto done = cable.openTerminal(); !done) return tl::unexpected(done.error());
    return cable;
}

base::Result<> Cable::openTerminal() {
    Handle master(posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    std::array<char, 128> name{};
    if (!master || grantpt(master.get()) != 0 || unlockpt(master.get()) != 0 ||
        ptsname_r(master.get(), name.data(), name.size()) != 0)
        return unavailable("pseudo terminal");
    Handle slave(::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    termios mode{};
    if (!slave || tcgetattr(slave.get(), &mode) != 0) return unavailable(name.data());
    cfmakeraw(&mode);
    tcsetattr(slave.get(), TCSANOW, &mode);
    peer_ = std::move(master);
    slave_ = std::move(slave);
    url_ = fmt::format("pty://{}", name.data());
    return {};
}

void Cable::accept() {
    peer_ = Handle(::accept4(listener_.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    const int on = 1;
    if (peer_) setsockopt(peer(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void Cable::drop() {
    unsent_.clear();
    if (!isTerminal_) peer_.reset();
}

std::vector<std::uint8_t> Cable::read(std::size_t most) {
    std::vector<std::uint8_t> bytes(most);
    const auto got = ::read(peer(), bytes.data(), bytes.size());
    if (got == 0 || (got < 0 && !mustWait())) drop();
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

void Cable::send(std::span<const std::uint8_t> bytes) {
    if (!peer_) return;
    if (unsent_.size() + bytes.size() <= mostUnsent)
        unsent_.insert(unsent_.end(), bytes.begin(), bytes.end());
    if (unsent_.empty()) return;
    const auto sent = isTerminal_ ? ::write(peer(), unsent_.data(), unsent_.size())
                                  : ::send(peer(), unsent_.data(), unsent_.size(), MSG_NOSIGNAL);
    if (sent > 0) {
        unsent_.erase(unsent_.begin(), unsent_.begin() + sent);
    } else if (!mustWait()) {
        drop();
    }
}

void Cable::setPlugged(bool plugged) {
    if (plugged == static_cast<bool>(isTerminal_ ? peer_ : listener_)) return;
    drop();
    peer_.reset();
    slave_.reset();
    listener_.reset();
    // The port was ours a moment ago; if another program has it now, the next call tries again.
    if (plugged) (void)(isTerminal_ ? openTerminal() : bindAndListen());
}

}  // namespace luot::hardware::emulator::link
