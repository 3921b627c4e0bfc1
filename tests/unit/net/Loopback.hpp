#pragma once

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "net/HttpClient.hpp"
#include "net/Listener.hpp"
#include "net/StreamClient.hpp"
#include "net/wire/Socket.hpp"

namespace luot::net {

/// A program that echoes requests and frames and remembers its peers.
class EchoProgram final : public Application {
public:
    boost::asio::awaitable<HttpResponse> answer(HttpRequest request) override {
        ++requests;
        if (request.path == "/throw") throw std::runtime_error("on purpose");
        HttpResponse response;
        response.contentType = "text/plain";
        response.body = request.method + " " + request.path + "?" + request.query + " " + request.body;
        last = std::move(request);
        co_return response;
    }
    bool streamsAt(const std::string& path) const override { return path == "/stream"; }
    void opened(std::shared_ptr<Peer> peer) override { peers.push_back(std::move(peer)); }
    boost::asio::awaitable<void> received(std::shared_ptr<Peer> peer, std::string frame) override {
        if (frame == "throw") throw std::runtime_error("on purpose");
        if (frame == "slow") {
            wire::Timer timer(wire::plainExecutor(co_await boost::asio::this_coro::executor), slowness);
            co_await timer.async_wait(wire::asTuple);
        }
        received_.push_back(frame);
        peer->send(std::make_shared<const std::string>("echo " + frame));
        co_return;
    }
    void closed(std::shared_ptr<Peer> peer) override {
        ++closings;
        std::erase(peers, peer);
    }

    std::chrono::milliseconds slowness{0};  ///< of the frame "slow"
    int requests = 0;
    int closings = 0;
    HttpRequest last;
    std::vector<std::string> received_;
    std::vector<std::shared_ptr<Peer>> peers;
};

/// A listener and a context of its own. Every conversation must have ended within a time limit, and at the
/// end nothing may be left to do in the context.
class Loopback : public ::testing::Test {
protected:
    using Work = boost::asio::awaitable<void>;

    void open(ListenerLimits limits = {}) {
        auto opened = Listener::open(io.get_executor(), "127.0.0.1:" + std::to_string(port), program, limits);
        ASSERT_TRUE(opened) << opened.error().what;
        listener = std::move(*opened);
        listener->start();
        port = listener->port();
    }

    /// Runs the conversation to its end; fails the test when it takes longer.
    void converse(const std::function<Work()>& conversation,
                  std::chrono::seconds within = std::chrono::seconds(20)) {
        bool ended = false;
        boost::asio::co_spawn(io, conversation(), [&ended](std::exception_ptr failure) {
            EXPECT_FALSE(failure) << "the conversation threw";
            ended = true;
        });
        const auto until = std::chrono::steady_clock::now() + within;
        io.restart();
        while (!ended && io.run_one_until(until) > 0) {
        }
        ASSERT_TRUE(ended) << "the conversation did not end in time";
    }

    void TearDown() override {
        if (listener) {
            converse([this] { return listener->stop(); });
            EXPECT_EQ(listener->sessions(), 0U);
        }
        EXPECT_EQ(program.peers.size(), 0U);
        io.restart();
        io.run_for(std::chrono::seconds(5));
        EXPECT_TRUE(io.stopped()) << "something still waits";
    }

    Work pause(std::chrono::milliseconds duration) {
        wire::Timer timer(io.get_executor(), duration);
        co_await timer.async_wait(wire::asTuple);
    }

    Work until(std::function<bool()> condition) {
        for (int i = 0; i < 2000 && !condition(); ++i) co_await pause(std::chrono::milliseconds(5));
        EXPECT_TRUE(condition());
    }

    /// A stream that must succeed.
    boost::asio::awaitable<std::unique_ptr<StreamClient>> connect(
        std::chrono::seconds idle = std::chrono::seconds(4)) {
        StreamClientTarget target;
        target.url = url();
        target.path = "/stream";
        target.token = "secret";
        StreamClientLimits limits;
        limits.idle = idle;
        auto client = co_await StreamClient::connect(io.get_executor(), std::move(target), limits);
        if (!client) throw std::runtime_error(client.error().what);
        co_return std::move(*client);
    }

    /// Waits for one frame or the end; answers pings meanwhile.
    static Work readOnce(StreamClient& client) { co_await client.read(); }

    /// A bare connection, for what no well-behaved client would send.
    boost::asio::awaitable<wire::Socket> connectRaw() {
        wire::Socket socket(io.get_executor());
        const boost::asio::ip::tcp::endpoint server(boost::asio::ip::address_v4::loopback(), port);
        co_await socket.async_connect(server, boost::asio::use_awaitable);
        co_return socket;
    }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port); }

    boost::asio::io_context io;
    EchoProgram program;
    std::unique_ptr<Listener> listener;
    std::uint16_t port = 0;
};

}  // namespace luot::net
