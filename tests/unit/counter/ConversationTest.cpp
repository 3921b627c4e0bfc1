#include "counter-client/Conversation.hpp"

#include "tests/unit/counter/Scene.hpp"
#include "tests/unit/counter/ScriptedLink.hpp"

namespace luot::counterclient::test {
namespace {

class ConversationTest : public testing::Test {
protected:
    void connect() {
        link.events.emplace_back(net::LinkUp{});
        protocol::Welcome welcome;
        welcome.feed = "feed";
        welcome.seq = 100;
        welcome.now = tenOClock();
        receive(welcome);
    }
    void greet() {
        connect();
        receive(protocol::Snapshot{100, 1, 1, emptyHall()});
        now += 2000;
        talk.advance(now);
    }
    void receive(const protocol::ServerMessage& message) {
        link.events.emplace_back(net::LinkFrame{protocol::encodeMessage(message)});
        talk.advance(now);
    }
    void lose() {
        link.events.emplace_back(net::LinkDown{"reset by peer"});
        talk.advance(now);
    }
    void callNext() {
        const auto order = desk.press({KeyCode::f2, 0}, talk.moment(now));
        ASSERT_TRUE(order);
        talk.ask(*order, now);
    }
    protocol::CommandFrame command(std::size_t index) const {
        const auto message = protocol::decodeClientMessage(link.sent.at(index));
        const auto* frame = message ? std::get_if<protocol::CommandFrame>(&*message) : nullptr;
        return frame ? *frame : protocol::CommandFrame{};
    }

    ScriptedLink link;
    protocol::FeedClient feed{"counter", "secret"};
    Desk desk{feed.view(), {ownCounter, ""}};
    Conversation talk{link, feed, desk};
    std::int64_t now = 50000;
};

TEST_F(ConversationTest, GreetsWhenTheLinkIsUpAndIsOnlineWithTheFirstPicture) {
    connect();
    ASSERT_EQ(link.sent.size(), 1u);
    EXPECT_NE(link.sent[0].find("\"hello\""), std::string::npos);
    EXPECT_FALSE(desk.online());
    receive(protocol::Snapshot{100, 1, 1, emptyHall()});
    EXPECT_TRUE(desk.online());
}

TEST_F(ConversationTest, SendsAnOrderAndClearsItWithItsReply) {
    greet();
    callNext();
    EXPECT_EQ(command(1).name, "call_next");
    protocol::Reply reply;
    reply.id = command(1).id;
    reply.ok = true;
    receive(reply);
    EXPECT_FALSE(desk.busy());
}

TEST_F(ConversationTest, IgnoresTheReplyToSomethingElse) {
    greet();
    callNext();
    protocol::Reply reply;
    reply.id = "another";
    reply.ok = true;
    receive(reply);
    EXPECT_TRUE(desk.busy());
}

TEST_F(ConversationTest, AsksAgainUnderTheSameIdAfterTheLinkBroke) {
    greet();
    callNext();
    lose();
    EXPECT_FALSE(desk.online());
    connect();
    ASSERT_EQ(link.sent.size(), 4u);
    EXPECT_EQ(command(3).name, "call_next");
    EXPECT_EQ(command(3).id, command(1).id);
    EXPECT_FALSE(command(3).id.empty());
}

TEST_F(ConversationTest, AsksNothingAgainOnceAnswered) {
    greet();
    callNext();
    protocol::Reply reply;
    reply.id = command(1).id;
    reply.ok = true;
    receive(reply);
    lose();
    connect();
    EXPECT_EQ(link.sent.size(), 3u);
}

TEST_F(ConversationTest, ConnectsAnewWhenTheServerDoesNotAnswer) {
    greet();
    callNext();
    now += answerWithin - 1;
    talk.advance(now);
    EXPECT_EQ(link.reconnects, 0);
    now += 1;
    talk.advance(now);
    EXPECT_EQ(link.reconnects, 1);
    EXPECT_TRUE(desk.busy());
}

TEST_F(ConversationTest, GivesAnOldOrderUpInsteadOfSurprisingTheClerk) {
    greet();
    callNext();
    lose();
    now += askAgainWithin;
    talk.advance(now);
    EXPECT_FALSE(desk.busy());
    connect();
    EXPECT_EQ(link.sent.size(), 3u);
}

TEST_F(ConversationTest, ConnectsAnewAfterAFrameThatMakesNoSense) {
    greet();
    link.events.emplace_back(net::LinkFrame{"{"});
    talk.advance(now);
    EXPECT_EQ(link.reconnects, 1);
    EXPECT_FALSE(desk.online());
}

}  // namespace
}  // namespace luot::counterclient::test
