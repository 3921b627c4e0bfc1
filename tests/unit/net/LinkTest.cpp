#include <atomic>
#include <thread>

#include "Loopback.hpp"
#include "net/LinkThread.hpp"
#include "net/link/LinkQueues.hpp"

namespace luot::net {

namespace {

using namespace std::chrono_literals;
using link::LinkQueues;

TEST(LinkQueuesTest, LetsNothingGoAheadOfTheGreeting) {
    LinkQueues queues(8, 2);
    EXPECT_FALSE(queues.offer("before"));
    queues.push(LinkUp{});
    EXPECT_FALSE(queues.offer("the program has not seen LinkUp yet"));
    queues.poll();
    EXPECT_TRUE(queues.offer("hello"));
    queues.push(LinkDown{"lost"});
    EXPECT_FALSE(queues.takeFrame()) << "of a connection that is gone";
    queues.push(LinkUp{});
    EXPECT_FALSE(queues.offer("to the connection before"));
    queues.poll();
    EXPECT_FALSE(queues.offer("after LinkDown"));
    queues.poll();
    EXPECT_TRUE(queues.offer("hello again"));
}

TEST(LinkQueuesTest, BoundsBothQueues) {
    LinkQueues queues(3, 2);
    queues.push(LinkUp{});
    queues.poll();
    EXPECT_TRUE(queues.offer("1"));
    EXPECT_TRUE(queues.offer("2"));
    EXPECT_FALSE(queues.offer("3"));
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(queues.push(LinkFrame{"x"}));
    EXPECT_FALSE(queues.push(LinkFrame{"x"}));
    EXPECT_TRUE(queues.push(LinkDown{"too slow"}));
    auto event = queues.poll();
    ASSERT_TRUE(event);
    EXPECT_TRUE(std::holds_alternative<LinkDown>(*event));
    EXPECT_FALSE(queues.poll());
}

class LinkTest : public Loopback {
protected:
    void link(std::string token = "secret") {
        LinkSettings settings;
        settings.url = url();
        settings.path = "/stream";
        settings.token = std::move(token);
        settings.firstRetry = 20ms;
        settings.longestRetry = 100ms;
        auto started = startLink(std::move(settings), [this] { ++wakes; });
        ASSERT_TRUE(started);
        device = std::move(*started);
    }

    /// The next event; the listener goes on meanwhile.
    boost::asio::awaitable<LinkEvent> next() {
        std::optional<LinkEvent> event;
        co_await until([&] {
            if (!event) event = device->poll();
            return event.has_value();
        });
        co_return event.value_or(LinkDown{"nothing came"});
    }

    void stopListening() {
        converse([this] { return listener->stop(); });
        listener.reset();
    }

    std::atomic<int> wakes = 0;
    std::unique_ptr<Link> device;
};

TEST_F(LinkTest, CarriesFramesBetweenTheThreads) {
    open();
    link();
    converse([&]() -> Work {
        EXPECT_FALSE(device->send("too early"));
        auto event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkUp>(event));
        EXPECT_TRUE(device->send("hello"));
        event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkFrame>(event) &&
                    std::get<LinkFrame>(event).text == "echo hello");
        EXPECT_EQ(program.peers.at(0)->authorization(), "Bearer secret");
    });
    EXPECT_GE(wakes, 2);
    std::thread ending([this] { device.reset(); });
    converse([&]() -> Work { co_await until([&] { return program.closings == 1; }); });
    ending.join();
}

TEST_F(LinkTest, ComesBackWhenTheServerIsThereAgain) {
    open();
    link();
    converse([&]() -> Work {
        auto event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkUp>(event));
        EXPECT_TRUE(device->send("hello"));
        event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkFrame>(event));
    });
    stopListening();
    converse([&]() -> Work {
        auto event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkDown>(event));
        EXPECT_FALSE(device->send("to nobody"));
        co_await pause(150ms);
    });
    open();
    converse([&]() -> Work {
        auto event = co_await next();
        while (std::holds_alternative<LinkDown>(event)) event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkUp>(event));
        EXPECT_TRUE(device->send("again"));
        event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkFrame>(event) &&
                    std::get<LinkFrame>(event).text == "echo again");
    });
    stopListening();
    device.reset();
}

TEST_F(LinkTest, ReconnectsWhenTheProgramAsks) {
    open();
    link();
    converse([&]() -> Work {
        auto event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkUp>(event));
        device->reconnect();
        event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkDown>(event));
        event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkUp>(event));
    });
    device.reset();
    converse([&]() -> Work { co_await until([&] { return program.closings == 2; }); });
}

TEST_F(LinkTest, SaysThatItWasRefused) {
    open();
    link();
    converse([&]() -> Work {
        co_await until([&] { return program.peers.size() == 1; });
        program.peers.at(0)->close(CloseCode::policy);
        auto event = co_await next();
        event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkDown>(event) &&
                    std::get<LinkDown>(event).why == "refused by the server");
    });
    stopListening();
    device.reset();
}

TEST_F(LinkTest, EndsAtOnceWhileNobodyListens) {
    port = 1;
    link();
    converse([&]() -> Work {
        auto event = co_await next();
        EXPECT_TRUE(std::holds_alternative<LinkDown>(event));
    });
    const auto before = std::chrono::steady_clock::now();
    device.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 1s);
}

TEST(LinkStartTest, RefusesWhatIsNoUrl) {
    LinkSettings settings;
    settings.url = "ftp://x";
    auto link = startLink(settings, [] {});
    ASSERT_FALSE(link);
    EXPECT_EQ(link.error().fault, base::Fault::invalidInput);
}

}  // namespace
}  // namespace luot::net
