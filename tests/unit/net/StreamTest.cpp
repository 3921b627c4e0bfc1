#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include "Loopback.hpp"
#include "net/listen/Session.hpp"

namespace luot::net {

namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

class StreamTest : public Loopback {
protected:
    /// A bare connection after the handshake.
    asio::awaitable<wire::Socket> upgraded() {
        auto socket = co_await connectRaw();
        const std::string request =
            "GET /stream HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        co_await asio::async_write(socket, asio::buffer(request), wire::asTuple);
        std::string answer;
        auto buffer = asio::dynamic_buffer(answer);
        co_await asio::async_read_until(socket, buffer, "\r\n\r\n", wire::asTuple);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 101")) << answer;
        EXPECT_NE(answer.find("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), std::string::npos);
        co_return socket;
    }

    /// A masked frame; the mask is 0, so that the payload stays readable.
    static std::string frame(unsigned char firstByte, const std::string& payload) {
        std::string out(1, static_cast<char>(firstByte));
        if (payload.size() < 126) {
            out += static_cast<char>(0x80 | payload.size());
        } else {
            out += static_cast<char>(0x80 | 126);
            out += static_cast<char>(payload.size() >> 8);
            out += static_cast<char>(payload.size() & 0xff);
        }
        return out + std::string(4, '\0') + payload;
    }

    /// What the server closes with after those bytes; 0 when it just closes.
    asio::awaitable<int> closeCodeAfter(std::string bytes) {
        auto socket = co_await upgraded();
        co_await asio::async_write(socket, asio::buffer(bytes), wire::asTuple);
        std::string answer;
        auto buffer = asio::dynamic_buffer(answer);
        co_await asio::async_read(socket, buffer, wire::asTuple);
        if (answer.size() < 4 || static_cast<unsigned char>(answer[0]) != 0x88) co_return 0;
        co_return static_cast<unsigned char>(answer[2]) * 256 + static_cast<unsigned char>(answer[3]);
    }

    void expectClose(int code, const std::string& bytes) {
        open();
        converse([&]() -> Work {
            const int got = co_await closeCodeAfter(bytes);
            EXPECT_EQ(got, code);
            co_await until([&] { return program.closings == 1; });
        });
        EXPECT_TRUE(program.received_.empty());
    }
};

constexpr unsigned char textFrame = 0x81;
constexpr unsigned char binaryFrame = 0x82;

TEST_F(StreamTest, CarriesFramesBothWaysInOrder) {
    open();
    converse([&]() -> Work {
        auto client = co_await connect();
        EXPECT_TRUE(client->send("one"));
        EXPECT_TRUE(client->send("two"));
        auto first = co_await client->read();
        auto second = co_await client->read();
        EXPECT_TRUE(first && *first == "echo one");
        EXPECT_TRUE(second && *second == "echo two");
        EXPECT_EQ(program.peers.at(0)->authorization(), "Bearer secret");
        EXPECT_EQ(program.peers.at(0)->path(), "/stream");
        EXPECT_EQ(program.peers.at(0)->remote(), "127.0.0.1");
        co_await client->close();
        co_await until([&] { return program.closings == 1; });
    });
}

TEST_F(StreamTest, TakesAFrameOfExactlyTheLimit) {
    open();
    converse([&]() -> Work {
        auto client = co_await connect();
        EXPECT_TRUE(client->send(std::string(64 * 1024, 'x')));
        co_await until([&] { return program.received_.size() == 1; });
        EXPECT_EQ(program.received_.at(0).size(), 64U * 1024);
        co_await client->close();
    });
}

TEST_F(StreamTest, ClosesAnOversizedFrameWith1009) {
    open();
    converse([&]() -> Work {
        auto client = co_await connect();
        EXPECT_TRUE(client->send(std::string(64 * 1024 + 1, 'x')));
        auto frame = co_await client->read();
        EXPECT_FALSE(frame);
        EXPECT_EQ(client->peerCode(), 1009);
    });
    EXPECT_TRUE(program.received_.empty());
}

TEST_F(StreamTest, ClosesABinaryFrameWith1003) { expectClose(1003, frame(binaryFrame, "binary")); }

TEST_F(StreamTest, ClosesWrongUtf8With1007) { expectClose(1007, frame(textFrame, "\xc3\x28")); }

TEST_F(StreamTest, ClosesAnUnmaskedFrameWith1002) { expectClose(1002, "\x81\x02hi"); }

TEST_F(StreamTest, ClosesAReservedOpcodeWith1002) { expectClose(1002, frame(0x83, "x")); }

TEST_F(StreamTest, ClosesReservedBitsWith1002) { expectClose(1002, frame(0xc1, "x")); }

TEST_F(StreamTest, ClosesWith1011WhenTheProgramThrows) {
    open();
    converse([&]() -> Work {
        auto client = co_await connect();
        client->send("throw");
        auto frame = co_await client->read();
        EXPECT_FALSE(frame);
        EXPECT_EQ(client->peerCode(), 1011);
    });
}

TEST_F(StreamTest, SendsWhatIsQueuedBeforeItCloses) {
    open();
    converse([&]() -> Work {
        auto client = co_await connect();
        co_await until([&] { return program.peers.size() == 1; });
        auto peer = program.peers.at(0);
        EXPECT_TRUE(peer->send(std::make_shared<const std::string>("last words")));
        peer->close(CloseCode::policy);
        EXPECT_FALSE(peer->send(std::make_shared<const std::string>("too late")));
        auto frame = co_await client->read();
        EXPECT_TRUE(frame && *frame == "last words");
        frame = co_await client->read();
        EXPECT_FALSE(frame);
        EXPECT_EQ(client->peerCode(), 1008);
        co_await until([&] { return program.closings == 1; });
        EXPECT_FALSE(peer->send(std::make_shared<const std::string>("much too late")));
    });
}

TEST_F(StreamTest, ClosesAPeerThatDoesNotKeepUpWith1013AndNoOther) {
    open();
    converse([&]() -> Work {
        auto slow = co_await connect();
        co_await until([&] { return program.peers.size() == 1; });
        auto good = co_await connect();
        co_await until([&] { return program.peers.size() == 2; });
        const auto slowPeer = program.peers.at(0);
        const auto goodPeer = program.peers.at(1);
        const auto frame = std::make_shared<const std::string>(60 * 1024, 'x');
        int sent = 0;
        while (slowPeer->send(frame) && sent < 1000) {
            EXPECT_TRUE(goodPeer->send(frame));
            ++sent;
            auto got = co_await good->read();
            EXPECT_TRUE(got && got->size() == frame->size());
        }
        EXPECT_LT(sent, 1000);
        EXPECT_GT(sent, 2);
        int read = 0;
        for (;;) {
            auto got = co_await slow->read();
            if (!got) break;
            ++read;
        }
        EXPECT_EQ(slow->peerCode(), 1013);
        EXPECT_LE(read, sent);
        EXPECT_TRUE(goodPeer->send(frame));
        auto got = co_await good->read();
        EXPECT_TRUE(got);
        co_await good->close();
    });
}

TEST_F(StreamTest, OwesTheWholeSnapshotHoweverLarge) {
    open();
    converse([&]() -> Work {
        auto client = co_await connect();
        co_await until([&] { return program.peers.size() == 1; });
        const auto part = std::make_shared<const std::string>(60 * 1024, 'x');
        for (int i = 0; i < 100; ++i) EXPECT_TRUE(program.peers.at(0)->sendSnapshotPart(part));
        EXPECT_TRUE(program.peers.at(0)->send(std::make_shared<const std::string>("event")));
        for (int i = 0; i < 100; ++i) {
            auto got = co_await client->read();
            EXPECT_TRUE(got && got->size() == part->size());
        }
        auto got = co_await client->read();
        EXPECT_TRUE(got && *got == "event");
        co_await client->close();
    });
}

TEST_F(StreamTest, DropsAPeerThatGivesNoSignOfLife) {
    ListenerLimits limits;
    limits.idleStream = 1s;
    open(limits);
    converse([&]() -> Work {
        auto mute = co_await upgraded();
        auto lively = co_await connect();
        // A client must be reading to answer pings.
        asio::co_spawn(io, readOnce(*lively), [](std::exception_ptr failure) { EXPECT_FALSE(failure); });
        co_await until([&] { return program.closings == 1; });
        co_await pause(1500ms);
        EXPECT_EQ(listener->sessions(), 1U);
        lively->cut();
        co_await until([&] { return listener->sessions() == 0; });
    });
}

TEST_F(StreamTest, ReadsOnWhileTheProgramIsAtAFrame) {
    ListenerLimits limits;
    limits.idleStream = 1s;
    limits.heartbeat = 200ms;
    open(limits);
    program.slowness = 3s;
    converse([&]() -> Work {
        auto client = co_await connect();
        client->send("slow");
        client->send("next");
        auto first = co_await client->read();
        auto second = co_await client->read();
        EXPECT_TRUE(first && *first == "echo slow") << "its pongs were read meanwhile";
        EXPECT_TRUE(second && *second == "echo next");
    });
}

TEST_F(StreamTest, KeepsTheOrderOfMoreFramesThanMayWait) {
    open();
    program.slowness = 300ms;
    converse([&]() -> Work {
        auto client = co_await connect();
        constexpr int frames = 3 * static_cast<int>(listen::pendingFrames);
        client->send("slow");
        for (int i = 0; i < frames; ++i) client->send(std::to_string(i));
        auto first = co_await client->read();
        EXPECT_TRUE(first && *first == "echo slow");
        for (int i = 0; i < frames; ++i) {
            auto next = co_await client->read();
            EXPECT_TRUE(next && *next == "echo " + std::to_string(i)) << i;
        }
    });
}

TEST_F(StreamTest, CarriesOutWhatAPeerHadSentBeforeItWent) {
    open();
    program.slowness = 300ms;
    converse([&]() -> Work {
        {
            auto client = co_await connect();
            client->send("slow");
            client->send("last");
            co_await pause(100ms);
            client->cut();
        }
        co_await until([&] { return program.closings == 1; });
        EXPECT_EQ(program.received_, (std::vector<std::string>{"slow", "last"}));
    });
}

TEST_F(StreamTest, StopEndsEverybodyWithinTheGraceEvenWhoNeverReads) {
    ListenerLimits limits;
    limits.graceAtClose = 1s;
    open(limits);
    converse([&]() -> Work {
        auto deaf = co_await upgraded();
        auto http = co_await connectRaw();
        auto polite = co_await connect();
        co_await until([&] { return program.peers.size() == 2; });
        const auto part = std::make_shared<const std::string>(60 * 1024, 'x');
        for (int i = 0; i < 100; ++i) program.peers.at(0)->sendSnapshotPart(part);
        const auto before = std::chrono::steady_clock::now();
        asio::co_spawn(io, readOnce(*polite), [](std::exception_ptr failure) { EXPECT_FALSE(failure); });
        co_await listener->stop();
        const auto took = std::chrono::steady_clock::now() - before;
        EXPECT_LT(took, 1900ms);
        EXPECT_EQ(listener->sessions(), 0U);
        EXPECT_EQ(program.closings, 2);
        EXPECT_EQ(polite->peerCode(), 1001);
    });
}

TEST_F(StreamTest, HoldsAThousandIdleSessionsAndReachesThemAll) {
    // Nobody reads while the others connect, which takes long on a slow machine.
    ListenerLimits limits;
    limits.idleStream = 60s;
    open(limits);
    converse(
        [&]() -> Work {
            std::vector<std::unique_ptr<StreamClient>> clients;
            for (int i = 0; i < 1000; ++i) {
                auto client = co_await connect(60s);
                clients.push_back(std::move(client));
            }
            co_await until([&] { return program.peers.size() == 1000; });
            EXPECT_EQ(listener->sessions(), 1000U);
            const auto frame = std::make_shared<const std::string>("to all");
            for (const auto& peer : program.peers) EXPECT_TRUE(peer->send(frame));
            for (const auto& client : clients) {
                auto got = co_await client->read();
                EXPECT_TRUE(got && *got == "to all");
            }
            for (const auto& client : clients) client->cut();
            co_await until([&] { return listener->sessions() == 0; });
            EXPECT_EQ(frame.use_count(), 1);
        },
        60s);
}

}  // namespace
}  // namespace luot::net
