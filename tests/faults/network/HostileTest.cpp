#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "../harness/Figures.hpp"
#include "../harness/Follower.hpp"
#include "../harness/Load.hpp"
#include "../proxy/Proxy.hpp"

/// Peers that do not behave: they do not read, send a byte a second, say everything three times.
namespace luot::faults {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// A bare connection to the server.
class Bare {
public:
    /// `window`: what the kernel may hold for us, in bytes; 0: as it likes.
    explicit Bare(std::uint16_t port, int window = 0)
        : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        if (window > 0) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &window, sizeof window);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Bare() { close(socket_); }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    bool connected() const { return connected_; }
    bool send(std::string_view bytes) const {
        return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(bytes.size());
    }
    /// Asks for the stream and greets; reads nothing behind the handshake's answer.
    void becomeADeafDisplay(const std::string& token) const {
        send(
            "GET /api/v1/stream HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            "Authorization: Bearer " +
            token + "\r\n\r\n");
        char answer[512];
        EXPECT_GT(recv(socket_, answer, sizeof answer, 0), 0);
        const std::string hello = tests::hello("display");
        std::string frame{'\x81', static_cast<char>(0x80 | hello.size()), 0, 0, 0, 0};
        ASSERT_LT(hello.size(), 126U);
        EXPECT_TRUE(send(frame + hello));
    }

private:
    int socket_;
    bool connected_ = false;
};

class HostileTest : public testing::Test {
protected:
    HostileTest() { EXPECT_TRUE(centre.start()) << centre.errors(); }

    std::uint16_t port() const { return portOf(centre.url()); }
    /// Makes so many events and gives how long each took to a follower.
    std::vector<double> latencies(Follower& follower, int count) {
        tests::Client kiosk(centre.url(), centre.admin());
        std::vector<double> all;
        for (int i = 0; i < count; ++i) {
            const auto began = std::chrono::steady_clock::now();
            EXPECT_EQ(kiosk.post("/api/v1/tickets", R"({"service":"chung-thuc"})").status, 201);
            const auto seq = kiosk.get("/api/v1/events?limit=1")["last"].to_number<std::int64_t>();
            if (!follower.reaches(seq, seconds(20))) return all;
            all.push_back(std::chrono::duration<double, std::milli>(follower.seenAt(seq) - began).count());
        }
        return all;
    }

    Centre centre;
    std::string display = centre.token("display", "screen 1");
};

TEST_F(HostileTest, DisplaysThatReadNothingCostLittleAndHoldUpNobody) {
    constexpr int deaf = 50;
    Follower follower(centre.url(), display);
    auto alone = latencies(follower, 300);
    std::vector<std::unique_ptr<Bare>> peers;
    // A first one, so that what the server keeps for all (snapshot, frames) is there before it is weighed.
    peers.push_back(std::make_unique<Bare>(port(), 4096));
    peers.back()->becomeADeafDisplay(display);
    latencies(follower, 2000);
    const auto before = centre.server().memory();
    for (int i = 0; i < deaf; ++i) {
        peers.push_back(std::make_unique<Bare>(port(), 4096));
        peers.back()->becomeADeafDisplay(display);
    }
    const auto beside = latencies(follower, 300);
    const auto each = (centre.server().memory() - before) / deaf;
    figure("a display that reads nothing: memory of the server", each, "KiB, goal 64 beyond a snapshot");
    figure("events to a good display, alone, p50", quantile(alone, 0.5), "ms");
    figure("events to a good display, beside 50 that read nothing, p50", quantile(beside, 0.5),
           "ms, goal 1.1 times");
    EXPECT_LT(each, 640);
    EXPECT_LT(quantile(beside, 0.5), 10 * quantile(alone, 0.5) + 20);
    EXPECT_EQ(follower.losses(), 0);
}

TEST_F(HostileTest, PeersOfOneByteASecondAreCutAndHoldUpNobody) {
    Proxy slow(port());
    slow.become({.bytesASecond = 1});
    std::vector<std::unique_ptr<Bare>> peers;
    for (int i = 0; i < 30; ++i) {
        peers.push_back(std::make_unique<Bare>(portOf(slow.url())));
        peers.back()->send("POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\n" +
                           std::string(40, 'x'));
    }
    Follower follower(centre.url(), display);
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(latencies(follower, 100).size(), 100U);
    while (slow.connections() > 0 && millisecondsSince(began) < 60'000)
        std::this_thread::sleep_for(milliseconds(50));
    figure("peers of one byte a second: all cut after", millisecondsSince(began), "ms, by design 10000");
    EXPECT_EQ(slow.connections(), 0U);
    EXPECT_EQ(follower.losses(), 0);
}

TEST_F(HostileTest, APressThatComesOverThreeConnectionsAtOnceIsOneTicket) {
    std::vector<std::unique_ptr<Proxy>> ways;
    for (const int lag : {0, 3, 8}) {
        ways.push_back(std::make_unique<Proxy>(port()));
        ways.back()->become({.delay = milliseconds(lag), .jitter = milliseconds(lag)});
    }
    std::vector<std::jthread> lines;
    for (const auto& way : ways)
        lines.emplace_back([&] {
            tests::Client kiosk(way->url(), centre.admin());
            for (int press = 0; press < 150; ++press) {
                const auto key = "press-" + std::to_string(press);
                const auto answer = kiosk.post("/api/v1/tickets", R"({"service":"ho-tich"})", key);
                ASSERT_EQ(answer.status, 201);
                centre.ledger().issued(key, std::string(answer["id"].as_string()),
                                       std::string(answer["number"].as_string()));
            }
        });
    lines.clear();
    const auto verdict = centre.check(true);
    EXPECT_EQ(verdict.tickets, 150);
    EXPECT_TRUE(verdict.kept()) << verdict.text();
}

}  // namespace
}  // namespace luot::faults
