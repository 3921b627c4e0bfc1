#include "Connection.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "Server.hpp"

namespace luot::bench {

namespace {

constexpr std::size_t readBytes = 32 * 1024;
constexpr unsigned ping = 9, pong = 10, text = 1, closing = 8;
constexpr unsigned masked = 0x80, last = 0x80;

/// Services of the centre's file that take tickets all morning.
constexpr const char* services[]{"chung-thuc", "ho-tich", "dat-dai", "tai-chinh"};
const char* serviceOf(std::uint64_t number) { return services[number % std::size(services)]; }

/// The length as RFC 6455 writes it.
void addLength(std::string& frame, std::size_t size, unsigned mask) {
    if (size < 126) {
        frame += static_cast<char>(mask | size);
        return;
    }
    frame += static_cast<char>(mask | 126U);
    frame += static_cast<char>(size >> 8U);
    frame += static_cast<char>(size & 0xffU);
}

}  // namespace

Connection::Connection(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        giveUp("cannot connect");
    const int on = 1;
    ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Connection::Connection(Connection&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), in_(std::move(other.in_)), begin_(other.begin_) {}

Connection::~Connection() {
    if (fd_ >= 0) ::close(fd_);
}

void Connection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0) giveUp("cannot send: " + std::string(std::strerror(errno)));
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool Connection::fill(bool wait) {
    in_.erase(0, std::exchange(begin_, 0));
    const auto old = in_.size();
    in_.resize(old + readBytes);
    const auto got = ::recv(fd_, in_.data() + old, readBytes, wait ? 0 : MSG_DONTWAIT);
    in_.resize(old + static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    if (got > 0) return true;
    if (got < 0 && errno == EAGAIN) return false;
    giveUp("the server closed a connection");
}

std::size_t Connection::receive(char* into, std::size_t room) {
    const auto got = ::recv(fd_, into, room, 0);
    if (got <= 0) giveUp("the other side closed a connection");
    return static_cast<std::size_t>(got);
}

std::optional<std::string_view> Connection::takeResponse() {
    const auto here = rest();
    const auto end = here.find("\r\n\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    std::size_t body = 0;
    if (const auto at = here.find("Content-Length: "); at < end)
        body = std::strtoul(here.data() + at + 16, nullptr, 10);
    const auto whole = end + 4 + body;
    if (here.size() < whole) return std::nullopt;
    begin_ += whole;
    return here.substr(0, whole);
}

std::optional<std::string_view> Connection::takeFrame() {
    for (;;) {
        const auto here = rest();
        if (here.size() < 4) return std::nullopt;
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(here[i]); };
        std::size_t head = 2, size = byte(1);
        if (size == 126) head = 4, size = static_cast<std::size_t>(byte(2)) << 8U | byte(3);
        if (size == 127) head = 10, size = static_cast<std::size_t>(byte(7)) << 16U | byte(8) << 8U | byte(9);
        if (here.size() < head + size) return std::nullopt;
        begin_ += head + size;
        const unsigned opcode = byte(0) & 0xfU;
        if (opcode == closing) giveUp("the server closed a stream");
        if (opcode == ping) send(clientFrame(here.substr(head, size), pong));
        if (opcode == text) return here.substr(head, size);
    }
}

std::string_view Connection::response() {
    for (;;) {
        if (const auto whole = takeResponse()) return *whole;
        fill(true);
    }
}

std::string_view Connection::frame() {
    for (;;) {
        if (const auto whole = takeFrame()) return *whole;
        fill(true);
    }
}

void Connection::greet(const std::string& token) {
    send(fmt::format(
        "GET /api/v1/stream HTTP/1.1\r\nHost: bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        "Authorization: Bearer {}\r\n\r\n",
        token));
    if (!response().starts_with("HTTP/1.1 101")) giveUp("no stream");
    send(clientFrame(R"({"type":"hello","protocol":1,"role":"display"})"));
    while (!frame().starts_with(R"({"type":"status")")) {
    }
}

std::string httpPost(const std::string& token, const std::string& path, const std::string& key,
                     const std::string& body) {
    return fmt::format(
        "POST {} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {}\r\n{}Content-Length: {}\r\n\r\n{}", path,
        token, key.empty() ? "" : fmt::format("Idempotency-Key: {}\r\n", key), body.size(), body);
}

std::string clientFrame(std::string_view payload, unsigned opcode) {
    std::string frame(1, static_cast<char>(last | opcode));
    addLength(frame, payload.size(), masked);
    frame.append(4, '\0');
    frame += payload;
    return frame;
}

std::string serverFrame(std::string_view payload) {
    std::string frame(1, static_cast<char>(last | text));
    addLength(frame, payload.size(), 0);
    frame += payload;
    return frame;
}

std::string issueOverHttp(const std::string& token, std::uint64_t number) {
    return httpPost(token, "/api/v1/tickets", fmt::format("http-{}", number),
                    fmt::format(R"({{"service":"{}"}})", serviceOf(number)));
}

std::string issueOverStream(std::uint64_t number) {
    return clientFrame(
        fmt::format(R"({{"type":"command","id":"stream-{}","name":"issue","args":{{"service":"{}"}}}})",
                    number, serviceOf(number)));
}

void mustPost(Connection& connection, const std::string& token, const std::string& path,
              const std::string& body) {
    connection.send(httpPost(token, path, "", body));
    const auto answer = connection.response();
    if (!answer.starts_with("HTTP/1.1 20")) giveUp(path + ": " + std::string(answer));
}

}  // namespace luot::bench
