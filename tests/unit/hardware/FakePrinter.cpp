#include "tests/unit/hardware/FakePrinter.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <pty.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

namespace luot::hardware::printer::test {

namespace {

bool readable(int handle) {
    pollfd one{handle, POLLIN, 0};
    return ::poll(&one, 1, 10) > 0;
}

}  // namespace

FakePrinter::FakePrinter(Behaviour behaviour, Where where) : behaviour_(std::move(behaviour)) {
    if (where == Where::tcp)
        listen();
    else
        openPty();
    thread_ = std::thread([this] { run(); });
}

FakePrinter::~FakePrinter() {
    ending_ = true;
    thread_.join();
    if (listener_ >= 0) ::close(listener_);
    if (master_ >= 0) ::close(master_);
}

void FakePrinter::listen() {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    const int small = 4096;
    setsockopt(listener_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 1), 0);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    place_ = "tcp:127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

void FakePrinter::openPty() {
    int slave = -1;
    char name[128] = {};
    termios raw{};
    cfmakeraw(&raw);
    EXPECT_EQ(::openpty(&master_, &slave, name, &raw, nullptr), 0);
    ::close(slave);
    place_ = name;
}

std::string FakePrinter::received() const {
    const std::lock_guard lock(mutex_);
    return received_;
}

void FakePrinter::behave(Behaviour behaviour) {
    const std::lock_guard lock(mutex_);
    behaviour_ = std::move(behaviour);
    behavedSince_ = std::chrono::steady_clock::now();
    received_.clear();
}

void FakePrinter::run() {
    while (!ending_) {
        const int peer = master_ >= 0          ? master_
                         : readable(listener_) ? ::accept(listener_, nullptr, nullptr)
                                               : -1;
        if (peer < 0) continue;
        ++connections_;
        const bool goes = serve(peer);
        if (peer != master_ || goes) ::close(peer);
        if (peer != master_) continue;
        if (goes) master_ = -1;
        if (goes) return;
        ::usleep(1000);  // hung up: nobody has opened the other side yet
    }
}

std::size_t FakePrinter::room() const {
    if (received_.size() >= behaviour_.deafAfter) return 0;
    if (behaviour_.bytesPerSecond == 0) return 1;
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - behavedSince_;
    return time.count() * behaviour_.bytesPerSecond > static_cast<double>(received_.size()) ? 1 : 0;
}

bool FakePrinter::serve(int peer) {
    while (!ending_) {
        if (!readable(peer)) continue;
        std::size_t most = 1;
        {
            const std::lock_guard lock(mutex_);
            if (received_.size() >= behaviour_.closeAfter) return true;
            most = room();
        }
        if (most == 0) {
            ::usleep(1000);
            continue;
        }
        char byte = 0;
        if (::read(peer, &byte, 1) <= 0) return false;
        const std::lock_guard lock(mutex_);
        received_ += byte;
        answer(peer);
    }
    return false;
}

/// Looks at the last bytes for a request.
void FakePrinter::answer(int peer) {
    const auto endsWith = [this](std::string_view text) { return received_.ends_with(text); };
    if (received_.size() == behaviour_.reportAfter) say(peer, behaviour_.report);
    for (const auto& [n, byte] : behaviour_.answers)
        if (endsWith(std::string{0x10, 0x04, static_cast<char>(n)})) say(peer, {byte});
    if (behaviour_.fences && endsWith(std::string{0x1D, 'r', 1})) say(peer, {0x00});
    if (!behaviour_.echoes || received_.size() < 11) return;
    const auto last = received_.substr(received_.size() - 11);
    if (!last.starts_with(std::string{0x1D, '(', 'H', 6, 0, '0', '0'})) return;
    std::vector<std::uint8_t> echo{0x37, 0x22};
    echo.insert(echo.end(), last.end() - 4, last.end());
    echo.push_back(0);
    say(peer, echo);
}

void FakePrinter::say(int peer, const std::vector<std::uint8_t>& bytes) {
    // Whoever has given up on the printer hears nothing more, and that must not end the test program.
    auto sent = ::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == ENOTSOCK) sent = ::write(peer, bytes.data(), bytes.size());
    if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return;
    EXPECT_EQ(sent, static_cast<ssize_t>(bytes.size()));
}

}  // namespace luot::hardware::printer::test
