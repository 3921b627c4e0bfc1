#include "Proxy.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <vector>

namespace luot::faults {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// What one direction may hold; beyond it the sender is not read, as in a real network.
constexpr std::size_t mostWaiting = 256 * 1024;
constexpr int tickMs = 2;

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void makeQuick(int socket) {
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
}

/// A close that sends a reset.
void reset(int socket) {
    const linger atOnce{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close(socket);
}

bool wouldBlock() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINPROGRESS || errno == ENOTCONN;
}

}  // namespace

std::uint16_t portOf(const std::string& url) {
    return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

Proxy::Proxy(std::uint16_t target) : target_(target) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    auto address = loopback(0);
    socklen_t length = sizeof address;
    bind(listener_, reinterpret_cast<sockaddr*>(&address), length);
    listen(listener_, 128);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

Proxy::~Proxy() {
    stop_ = true;
    thread_.join();
    sweep(true);
    close(listener_);
}

void Proxy::become(Illness illness) {
    const std::scoped_lock lock(mutex_);
    illness_ = illness;
}

Illness Proxy::illness() const {
    const std::scoped_lock lock(mutex_);
    return illness_;
}

void Proxy::run() {
    while (!stop_) {
        std::vector<pollfd> waits{{listener_, POLLIN, 0}};
        for (const auto& pair : pairs_)
            for (const auto* way : {&pair.there, &pair.back})
                if (!way->ended && way->waiting < mostWaiting) waits.push_back({way->from, POLLIN, 0});
        // Nobody takes what has come: it would end each wait at once.
        if (illness().silent) waits.clear();
        poll(waits.data(), waits.size(), tickMs);
        accept();
        if (cutAsked_.exchange(false)) sweep(true);
        if (illness().silent) continue;
        for (auto& pair : pairs_)
            for (auto* way : {&pair.there, &pair.back}) {
                read(*way, pair);
                write(*way, pair);
            }
        sweep(false);
    }
}

void Proxy::accept() {
    const auto now = illness();
    if (now.silent && !now.refuse) return;
    for (int client = 0; (client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
        if (now.refuse) {
            reset(client);
            continue;
        }
        const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        makeQuick(client);
        makeQuick(server);
        const auto address = loopback(target_);
        connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        Pair pair;
        pair.there.from = pair.back.to = client;
        pair.there.to = pair.back.from = server;
        if (now.jitter.count() > 0)
            pair.lag = milliseconds(random_() % static_cast<unsigned>(now.jitter.count()));
        pairs_.push_back(std::move(pair));
        ++open_;
    }
}

milliseconds Proxy::delayNow(const Pair& pair) {
    const auto now = illness();
    auto delay = now.delay + pair.lag;
    if (now.lossPercent > 0 && static_cast<int>(random_() % 100) < now.lossPercent)
        delay += milliseconds(200 << random_() % 4);
    return delay;
}

void Proxy::read(Way& way, Pair& pair) {
    std::array<char, 16 * 1024> buffer{};
    if (way.ended || way.waiting >= mostWaiting) return;
    const auto got = recv(way.from, buffer.data(), buffer.size(), 0);
    if (got < 0) {
        if (!wouldBlock()) pair.broken = true;
        return;
    }
    // In its order, however late a piece before it is.
    auto due = Clock::now() + delayNow(pair);
    if (!way.pieces.empty()) due = std::max(due, way.pieces.back().due);
    way.ended = got == 0;
    way.pieces.push_back({due, std::string(buffer.data(), static_cast<std::size_t>(got))});
    way.waiting += static_cast<std::size_t>(got);
}

void Proxy::write(Way& way, Pair& pair) {
    const auto rate = illness().bytesASecond;
    while (!way.pieces.empty() && way.pieces.front().due <= Clock::now()) {
        auto& piece = way.pieces.front();
        if (piece.bytes.empty()) {
            if (way.ended && way.pieces.size() == 1) shutdown(way.to, SHUT_WR);
            way.pieces.pop_front();
            continue;
        }
        if (rate > 0 && Clock::now() < way.nextByte) return;
        const auto sent = send(way.to, piece.bytes.data(), rate > 0 ? 1 : piece.bytes.size(), MSG_NOSIGNAL);
        if (sent < 0) {
            if (!wouldBlock()) pair.broken = true;
            return;
        }
        if (rate > 0) way.nextByte = Clock::now() + std::chrono::microseconds(1'000'000 / rate);
        way.waiting -= static_cast<std::size_t>(sent);
        bytes_ += static_cast<std::uint64_t>(sent);
        piece.bytes.erase(0, static_cast<std::size_t>(sent));
    }
}

void Proxy::sweep(bool all) {
    for (auto pair = pairs_.begin(); pair != pairs_.end();) {
        const auto said = [](const Way& way) { return way.ended && way.pieces.empty(); };
        const bool over = said(pair->there) && said(pair->back);
        if (!all && !over && !pair->broken) {
            ++pair;
            continue;
        }
        for (const int end : {pair->there.from, pair->there.to}) over ? close(end), void() : reset(end);
        pair = pairs_.erase(pair);
        --open_;
    }
}

}  // namespace luot::faults
