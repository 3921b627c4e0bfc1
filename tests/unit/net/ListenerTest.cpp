#include "Loopback.hpp"

#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

namespace luot::net {

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

class HttpTest : public Loopback {
protected:
    /// Everything the server says to `text` until it closes.
    asio::awaitable<std::string> tell(std::string text) {
        auto socket = co_await connectRaw();
        co_await asio::async_write(socket, asio::buffer(text), wire::asTuple);
        std::string answer;
        auto buffer = asio::dynamic_buffer(answer);
        co_await asio::async_read(socket, buffer, wire::asTuple);
        co_return answer;
    }

    asio::awaitable<base::Result<HttpResponse>> get(std::string path) {
        HttpRequest request;
        request.method = "GET";
        request.path = std::move(path);
        co_return co_await net::request(io.get_executor(), url(), std::move(request), 5s);
    }
};

TEST_F(HttpTest, AnswersARequestWithAllThatTheProgramNeeds) {
    open();
    converse([&]() -> Work {
        HttpRequest request;
        request.method = "POST";
        request.path = "/api/v1/t%C6%B0?x=1";
        request.authorization = "Bearer abc";
        request.idempotencyKey = "key-1";
        request.body = "{}";
        auto response = co_await net::request(io.get_executor(), url(), std::move(request), 5s);
        EXPECT_TRUE(response);
        if (!response) co_return;
        EXPECT_EQ(response->status, 200);
        EXPECT_EQ(response->contentType, "text/plain");
        EXPECT_EQ(response->body, "POST /api/v1/tư?x=1 {}");
    });
    EXPECT_EQ(program.last.authorization, "Bearer abc");
    EXPECT_EQ(program.last.idempotencyKey, "key-1");
    EXPECT_EQ(program.last.remote, "127.0.0.1");
}

TEST_F(HttpTest, KeepsTheConnectionForTheNextRequest) {
    open();
    converse([&]() -> Work {
        auto client = HttpClient::open(io.get_executor(), url());
        for (int i = 0; i < 3; ++i) {
            HttpRequest request;
            request.method = "GET";
            request.path = "/" + std::to_string(i);
            auto response = co_await (*client)->request(std::move(request), 5s);
            EXPECT_TRUE(response && response->body.starts_with("GET /" + std::to_string(i)));
            EXPECT_EQ(listener->sessions(), 1U);
        }
    });
    EXPECT_EQ(program.requests, 3);
}

TEST_F(HttpTest, AnswersRequestsThatCameInOnePacketOneAfterTheOther) {
    open();
    converse([&]() -> Work {
        auto answer = co_await tell(
            "GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        EXPECT_LT(answer.find("GET /1"), answer.find("GET /2"));
        EXPECT_NE(answer.find("GET /2"), std::string::npos);
    });
}

TEST_F(HttpTest, RefusesABodyOverTheLimitWith413) {
    open();
    converse([&]() -> Work {
        HttpRequest request;
        request.method = "POST";
        request.path = "/";
        request.body = std::string(64 * 1024 + 1, 'x');
        auto response = co_await net::request(io.get_executor(), url(), std::move(request), 5s);
        EXPECT_TRUE(response) << response.error().what;
        if (!response) co_return;
        EXPECT_EQ(response->status, 413);
        EXPECT_EQ(response->contentType, "application/problem+json");
        EXPECT_NE(response->body.find("\"code\":\"body_too_large\""), std::string::npos);
    });
    EXPECT_EQ(program.requests, 0);
}

TEST_F(HttpTest, TakesABodyOfExactlyTheLimit) {
    open();
    converse([&]() -> Work {
        HttpRequest request;
        request.method = "POST";
        request.path = "/";
        request.body = std::string(64 * 1024, 'x');
        auto response = co_await net::request(io.get_executor(), url(), std::move(request), 5s);
        EXPECT_TRUE(response && response->status == 200);
    });
}

TEST_F(HttpTest, RefusesWhatIsNoHttpWith400) {
    open();
    for (const std::string text :
         {"what is this\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", "GET nothing HTTP/1.1\r\nHost: x\r\n\r\n",
          "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"}) {
        converse([&]() -> Work {
            const auto answer = co_await tell(text);
            EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 Bad Request")) << text << answer;
            EXPECT_NE(answer.find("malformed_request"), std::string::npos);
        });
    }
    EXPECT_EQ(program.requests, 0);
}

TEST_F(HttpTest, RefusesLongHeadersAndAddresses) {
    open();
    converse([&]() -> Work {
        auto answer = co_await tell("GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(9000, 'a') + "\r\n\r\n");
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 431")) << answer;
        answer = co_await tell("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 414")) << answer;
        answer = co_await tell("GET /" + std::string(5000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 414")) << answer;
    });
}

TEST_F(HttpTest, ClosesQuietlyWhenARequestTakesTooLong) {
    ListenerLimits limits;
    limits.requestWithin = 1s;
    open(limits);
    converse([&]() -> Work {
        const auto answer = co_await tell("GET / HTTP/1.1\r\nHost:");
        EXPECT_EQ(answer, "");
    });
}

TEST_F(HttpTest, TurnsAnExceptionOfTheProgramInto500) {
    open();
    converse([&]() -> Work {
        auto response = co_await get("/throw");
        EXPECT_TRUE(response && response->status == 500);
        response = co_await get("/after");
        EXPECT_TRUE(response && response->status == 200);
    });
}

TEST_F(HttpTest, RefusesAStreamWhereThereIsNone) {
    open();
    converse([&]() -> Work {
        auto client = co_await StreamClient::connect(io.get_executor(), url(), "/elsewhere", "");
        EXPECT_EQ(client ? "connected" : client.error().what, "refused with status 404");
    });
}

TEST_F(HttpTest, HandsAPlainRequestAtAStreamsAddressToTheProgram) {
    open();
    converse([&]() -> Work {
        auto response = co_await get("/stream");
        EXPECT_TRUE(response && response->body.starts_with("GET /stream"));
    });
}

TEST_F(HttpTest, RefusesAStreamOfAnotherVersionWith426) {
    open();
    converse([&]() -> Work {
        const std::string request =
            "GET /stream HTTP/1.1\r\nHost: x\r\nConnection: upgrade, close\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 12\r\n\r\n";
        const auto answer = co_await tell(request);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 426")) << answer;
        EXPECT_NE(answer.find("Sec-WebSocket-Version: 13"), std::string::npos);
    });
}

TEST_F(HttpTest, AsksForALargeBodyThatWaitsForPermission) {
    open();
    converse([&]() -> Work {
        auto socket = co_await connectRaw();
        std::string text = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
        co_await asio::async_write(socket, asio::buffer(text), wire::asTuple);
        std::string answer(25, ' ');
        co_await asio::async_read(socket, asio::buffer(answer), wire::asTuple);
        EXPECT_EQ(answer, "HTTP/1.1 100 Continue\r\n\r\n");
        co_await asio::async_write(socket, asio::buffer(text, 2), wire::asTuple);
        answer.resize(15);
        co_await asio::async_read(socket, asio::buffer(answer), wire::asTuple);
        EXPECT_EQ(answer, "HTTP/1.1 200 OK");
    });
}

TEST_F(HttpTest, BoundsTheConnectionsOfOneAddress) {
    ListenerLimits limits;
    limits.sessionsPerAddress = 2;
    open(limits);
    converse([&]() -> Work {
        auto first = co_await connect();
        auto second = co_await connect();
        auto response = co_await get("/");
        EXPECT_TRUE(response && response->status == 429);
        co_await first->close();
        co_await until([&] { return listener->sessions() == 1; });
        response = co_await get("/");
        EXPECT_TRUE(response && response->status == 200);
        co_await second->close();
    });
}

TEST_F(HttpTest, BoundsAllConnections) {
    ListenerLimits limits;
    limits.sessions = 1;
    open(limits);
    converse([&]() -> Work {
        auto first = co_await connect();
        auto response = co_await get("/");
        EXPECT_TRUE(response && response->status == 503);
        co_await first->close();
    });
}

TEST(ListenerTest, SaysWhenItsAddressCannotBeHad) {
    asio::io_context io;
    EchoProgram program;
    auto first = Listener::open(io.get_executor(), "127.0.0.1:0", program, {});
    ASSERT_TRUE(first);
    auto second =
        Listener::open(io.get_executor(), "127.0.0.1:" + std::to_string((*first)->port()), program, {});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().fault, base::Fault::unavailable);
    EXPECT_EQ(Listener::open(io.get_executor(), "nonsense", program, {}).error().fault,
              base::Fault::invalidInput);
    EXPECT_EQ(Listener::open(io.get_executor(), "127.0.0.1:x", program, {}).error().fault,
              base::Fault::invalidInput);
    io.run();
}

}  // namespace
}  // namespace luot::net
