#include "simulator/line/Line.hpp"

#include <gmock/gmock.h>

#include <boost/asio/co_spawn.hpp>

#include "net/Listener.hpp"

namespace luot::simulator::line {
namespace {

namespace asio = boost::asio;
using testing::SizeIs;

/// A server that greets and answers commands as the test says; "" closes the connection instead.
class ScriptedServer final : public net::Application {
public:
    asio::awaitable<net::HttpResponse> answer(net::HttpRequest) override { co_return net::HttpResponse{}; }
    bool streamsAt(const std::string& path) const override { return path == "/api/v1/stream"; }
    void opened(std::shared_ptr<net::Peer>) override {}
    asio::awaitable<void> received(std::shared_ptr<net::Peer> peer, std::string frame) override {
        const auto message = protocol::decodeClientMessage(frame);
        if (message && std::holds_alternative<protocol::Hello>(*message)) {
            ++greetings;
            say(*peer, protocol::encodeMessage(protocol::ServerMessage(protocol::Welcome{})));
        } else if (message) {
            const auto& command = std::get<protocol::CommandFrame>(*message);
            ids.push_back(command.id);
            const auto answer = ids.size() <= answers.size() ? answers[ids.size() - 1] : std::string("true");
            if (answer.empty())
                peer->close(net::CloseCode::goingAway);
            else
                say(*peer, R"({"type":"reply","id":")" + command.id + R"(","ok":)" + answer + "}");
        }
        co_return;
    }
    void closed(std::shared_ptr<net::Peer>) override {}

    std::vector<std::string> answers;  ///< what follows "ok": of the first, second ... command
    std::vector<std::string> ids;
    int greetings = 0;

private:
    static void say(net::Peer& peer, std::string text) {
        peer.send(std::make_shared<const std::string>(std::move(text)));
    }
};

struct LineTest : testing::Test {
    asio::io_context io;
    ScriptedServer server;
    LineCount count;

    /// The answer to one command, from connecting to its end.
    Answer askOnce() {
        auto listener = net::Listener::open(io.get_executor(), "127.0.0.1:0", server, {});
        EXPECT_TRUE(listener) << listener.error().what;
        (*listener)->start();
        const auto hello = [] { return protocol::encodeMessage(protocol::ClientMessage(protocol::Hello{})); };
        const auto url = "http://127.0.0.1:" + std::to_string((*listener)->port());
        Line line(io, {url, "token", hello, {}}, count);
        Answer given;
        const auto ended = [](std::exception_ptr failure) { EXPECT_FALSE(failure); };
        asio::co_spawn(io, line.keep(), ended);
        asio::co_spawn(io, converse(line, **listener, given), ended);
        io.run_for(std::chrono::seconds(20));
        EXPECT_TRUE(io.stopped()) << "the conversation did not end in time";
        return given;
    }

private:
    static asio::awaitable<void> converse(Line& line, net::Listener& listener, Answer& given) {
        base::json::Object none;
        given = co_await line.ask("issue", std::move(none));
        line.end();
        co_await listener.stop();
    }
};

TEST_F(LineTest, GivesTheResultOfACommand) {
    server.answers = {R"(true,"result":{"number":"A001"})"};
    const auto answer = askOnce();
    EXPECT_TRUE(answer.given && answer.ok);
    EXPECT_EQ(answer.result.at("number").as_string(), "A001");
    EXPECT_EQ(count.repeats + count.reconnects + count.refused + count.unanswered, 0);
}

TEST_F(LineTest, AsksAgainWithTheSameIdWhenTheLinkIsLostBeforeTheAnswer) {
    server.answers = {"", "true"};
    const auto answer = askOnce();
    EXPECT_TRUE(answer.given && answer.ok);
    ASSERT_THAT(server.ids, SizeIs(2));
    EXPECT_EQ(server.ids[0], server.ids[1]);
    EXPECT_EQ(server.greetings, 2);
    EXPECT_EQ(count.repeats, 1);
    EXPECT_EQ(count.reconnects, 1);
}

TEST_F(LineTest, AsksAgainWhileTheServerCannotWrite) {
    server.answers = {R"(false,"problem":{"status":503,"detail":"","code":"read_only"})", "true"};
    EXPECT_TRUE(askOnce().ok);
    ASSERT_THAT(server.ids, SizeIs(2));
    EXPECT_EQ(server.ids[0], server.ids[1]);
}

TEST_F(LineTest, TakesARefusalForAnAnswer) {
    server.answers = {R"(false,"problem":{"status":409,"detail":"","code":"counter_busy"})"};
    const auto answer = askOnce();
    EXPECT_TRUE(answer.given);
    EXPECT_FALSE(answer.ok);
    EXPECT_EQ(answer.problem.code, "counter_busy");
    EXPECT_THAT(server.ids, SizeIs(1));
    EXPECT_EQ(count.refused, 1);
}

}  // namespace
}  // namespace luot::simulator::line
