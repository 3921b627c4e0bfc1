#include "hardware/emulator/link/Cable.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>

#include "tests/unit/emulator/Bench.hpp"

namespace luot::hardware::emulator::link {
namespace {

using namespace test;

bool readable(int handle) {
    pollfd one{handle, POLLIN, 0};
    return ::poll(&one, 1, 2000) == 1;
}

/// A peer of a cable on loopback; not connected when nobody listens.
Handle peerOf(const Cable& cable) {
    const auto address = parseAddress(cable.url());
    Handle socket(::socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(static_cast<std::uint16_t>(address->port));
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0) socket.reset();
    return socket;
}

std::string readFrom(const Handle& handle) {
    char part[100];
    const auto got = readable(handle.get()) ? ::read(handle.get(), part, sizeof part) : 0;
    return {part, got > 0 ? static_cast<std::size_t>(got) : 0};
}

TEST(CableTest, ServesOnePeerAfterTheOther) {
    auto cable = Cable::listen({"127.0.0.1", 0}, 4096);
    ASSERT_TRUE(cable) << cable.error().what;
    auto first = peerOf(*cable);
    ASSERT_TRUE(readable(cable->door()));
    cable->accept();
    EXPECT_EQ(cable->door(), -1) << "a printer serves one connection at a time";
    ASSERT_EQ(::write(first.get(), "abc", 3), 3);
    ASSERT_TRUE(readable(cable->peer()));
    EXPECT_EQ(cable->read(2), bytesOf("ab"));
    EXPECT_EQ(cable->read(100), bytesOf("c"));
    cable->send(bytesOf("xyz"));
    EXPECT_EQ(readFrom(first), "xyz");
    auto second = peerOf(*cable);
    first.reset();
    ASSERT_TRUE(readable(cable->peer()));
    EXPECT_TRUE(cable->read(100).empty());
    ASSERT_TRUE(readable(cable->door()));
    cable->accept();
    cable->send(bytesOf("hi"));
    EXPECT_EQ(readFrom(second), "hi");
}

TEST(CableTest, RefusesPeersWhileItIsUnpluggedAndIsThereAgainAtTheSamePort) {
    auto cable = Cable::listen({"127.0.0.1", 0}, 0);
    ASSERT_TRUE(cable);
    const auto url = cable->url();
    cable->setPlugged(false);
    EXPECT_FALSE(peerOf(*cable));
    cable->setPlugged(true);
    EXPECT_EQ(cable->url(), url);
    EXPECT_TRUE(peerOf(*cable));
}

TEST(CableTest, SaysThatAnAddressIsTaken) {
    const auto first = Cable::listen({"127.0.0.1", 0}, 0);
    ASSERT_TRUE(first);
    const auto second = Cable::listen(*parseAddress(first->url()), 0);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().fault, base::Fault::unavailable);
}

TEST(CableTest, IsATerminalThatPassesEveryByteAndOutlivesItsUsers) {
    auto cable = Cable::terminal();
    ASSERT_TRUE(cable) << cable.error().what;
    ASSERT_TRUE(cable->url().starts_with("pty:///dev/"));
    const auto path = cable->url().substr(6);
    for (int user = 0; user < 2; ++user) {
        Handle serial(::open(path.c_str(), O_RDWR | O_NOCTTY));
        const Bytes bytes{0x00, 0x03, 0x0A, 0x0D, 0x11, 0x13, 0x1B, 0xFF};
        ASSERT_EQ(::write(serial.get(), bytes.data(), bytes.size()), 8);
        ASSERT_TRUE(readable(cable->peer()));
        EXPECT_EQ(cable->read(100), bytes);
        cable->send(bytesOf("\n\r\x04"));
        EXPECT_EQ(readFrom(serial), "\n\r\x04");
    }
}

TEST(CableTest, HangsUpATerminalThatIsUnpluggedAndOpensItAgain) {
    auto cable = Cable::terminal();
    ASSERT_TRUE(cable) << cable.error().what;
    const auto open = [&] { return Handle(::open(cable->url().substr(6).c_str(), O_RDWR | O_NOCTTY)); };
    {
        const auto serial = open();
        cable->setPlugged(false);
        pollfd one{serial.get(), POLLIN, 0};
        ASSERT_EQ(::poll(&one, 1, 0), 1);
        EXPECT_NE(one.revents & POLLHUP, 0);
        EXPECT_EQ(::write(serial.get(), "a", 1), -1);
        EXPECT_LT(cable->peer(), 0);
    }
    cable->setPlugged(true);
    const auto again = open();
    cable->send(bytesOf("hi"));
    EXPECT_EQ(readFrom(again), "hi");
}

TEST(CableTest, ReadsAddresses) {
    EXPECT_EQ(parseAddress("tcp://127.0.0.1:9100")->port, 9100);
    EXPECT_EQ(parseAddress("0.0.0.0:0")->host, "0.0.0.0");
    for (const char* wrong :
         {"", "9100", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000", "host:9"})
        EXPECT_FALSE(parseAddress(wrong)) << wrong;
}

}  // namespace
}  // namespace luot::hardware::emulator::link
