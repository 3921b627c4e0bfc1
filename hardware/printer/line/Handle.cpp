#include "hardware/printer/line/Handle.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

namespace luot::hardware::printer::line {

namespace {

using namespace std::chrono_literals;

constexpr int mostDiscards = 64;  ///< of 1 KiB
/// A USB printer may answer "0 bytes" without end; between two of them so much time passes.
constexpr auto emptyReadPause = 20ms;

/// Between two looks at what has not left yet.
constexpr int drainPause = 5;  // ms

bool mustWait() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

tl::unexpected<base::Error> broken() {
    return base::fail(base::Fault::closedByPeer, fmt::format("printer: {}", std::strerror(errno)));
}

bool tellsOfItsEnd(short events) { return (events & (POLLERR | POLLHUP | POLLNVAL)) != 0; }

}  // namespace

Handle::~Handle() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Handle& Handle::operator=(Handle&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(kind_, other.kind_);
    return *this;
}

Handle::Ready Handle::wait(bool writing, Deadline deadline) const {
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd one{descriptor_, static_cast<short>(writing ? POLLIN | POLLOUT : POLLIN), 0};
        const int count = ::poll(&one, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return {};
        return {tellsOfItsEnd(one.revents) || (one.revents & POLLIN) != 0, (one.revents & POLLOUT) != 0};
    }
}

base::Result<std::size_t> Handle::write(std::span<const std::uint8_t> bytes) {
    const auto sent = kind_ == Kind::socket ? ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL)
                                            : ::write(descriptor_, bytes.data(), bytes.size());
    if (sent >= 0) return static_cast<std::size_t>(sent);
    if (mustWait()) return std::size_t{0};
    return broken();
}

base::Result<std::size_t> Handle::read(std::span<std::uint8_t> into) {
    const auto got = ::read(descriptor_, into.data(), into.size());
    if (got > 0) return static_cast<std::size_t>(got);
    if (got < 0 && !mustWait()) return broken();
    if (got == 0 && kind_ == Kind::socket)
        return base::fail(base::Fault::closedByPeer, "printer: closed the connection");
    if (got == 0 && hungUp()) return base::fail(base::Fault::closedByPeer, "printer: was unplugged");
    if (got == 0) std::this_thread::sleep_for(emptyReadPause);
    return std::size_t{0};
}

/// A serial port that is gone reads as empty, just as a USB printer that has nothing to say.
bool Handle::hungUp() const {
    pollfd one{descriptor_, 0, 0};
    return ::poll(&one, 1, 0) > 0 && tellsOfItsEnd(one.revents);
}

bool Handle::drained(Deadline deadline) const {
    for (;;) {
        int waiting = 0;
        if (::ioctl(descriptor_, TIOCOUTQ, &waiting) != 0 || waiting == 0) return true;
        pollfd one{descriptor_, 0, 0};
        ::poll(&one, 1, drainPause);
        if (tellsOfItsEnd(one.revents) || std::chrono::steady_clock::now() >= deadline) return false;
    }
}

void Handle::discardInput() {
    std::array<std::uint8_t, 1024> part{};
    for (int i = 0; i < mostDiscards; ++i)
        if (::read(descriptor_, part.data(), part.size()) <= 0) return;
}

}  // namespace luot::hardware::printer::line
