#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <csignal>

#include "OwnCentre.hpp"

namespace luot::tests {
namespace {

/// Stands for the service manager: what the server tells it.
class SupervisionTest : public OwnCentreTest {
protected:
    SupervisionTest() : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const auto path = folder.file("notify");
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    }
    ~SupervisionTest() override {
        ::unsetenv("NOTIFY_SOCKET");
        ::unsetenv("WATCHDOG_USEC");
        ::close(socket_);
    }
    int socket() const { return socket_; }
    /// The next word; empty after ten seconds without one.
    std::string told() const {
        char text[256];
        const auto length = ::recv(socket_, text, sizeof text, 0);
        return length > 0 ? std::string(text, static_cast<std::size_t>(length)) : "";
    }

private:
    int socket_;
};

TEST_F(SupervisionTest, TheServerSaysThatItIsReadyAliveAndStopping) {
    ::setenv("WATCHDOG_USEC", "300000", 1);
    start();
    EXPECT_EQ(told(), "READY=1");
    for (int i = 0; i < 4; ++i) EXPECT_EQ(told(), "WATCHDOG=1");
    EXPECT_EQ(server->end(SIGTERM), 0);
    std::string last = told();
    while (last == "WATCHDOG=1") last = told();
    EXPECT_EQ(last, "STOPPING=1");
}

TEST_F(SupervisionTest, AServerThatStandsStillIsSilent) {
    ::setenv("WATCHDOG_USEC", "300000", 1);
    start();
    EXPECT_EQ(told(), "READY=1");
    ::kill(server->pid(), SIGSTOP);
    timeval patience{1, 0};
    ::setsockopt(socket(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::string word = told();
    while (word == "WATCHDOG=1") word = told();
    EXPECT_EQ(word, "");
    ::kill(server->pid(), SIGCONT);
    EXPECT_EQ(told(), "WATCHDOG=1");
}

TEST_F(SupervisionTest, NobodyWhoDoesNotAskIsToldOfLife) {
    start();
    EXPECT_EQ(told(), "READY=1");
    EXPECT_EQ(server->end(SIGTERM), 0);
    EXPECT_EQ(told(), "STOPPING=1");
}

}  // namespace
}  // namespace luot::tests
