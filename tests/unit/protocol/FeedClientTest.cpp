#include "protocol/FeedClient.hpp"

#include <gtest/gtest.h>

#include "HallFrames.hpp"

namespace luot::protocol {

namespace {

constexpr auto welcomeText =
    R"({"type":"welcome","protocol":1,"feed":"feed-1","seq":10,"now":"2026-11-23T08:00:00+07:00","clock_speed":60})";

class FeedClientTest : public ::testing::Test {
protected:
    Hello greeting() const {
        auto message = decodeClientMessage(client.hello());
        return message ? std::get<Hello>(*message) : Hello{};
    }

    void live() {
        client.receive(welcomeText, 0);
        const auto news = client.receive(snapshotText(1, 1, ticketText("t1", "waiting", 1)), 0);
        EXPECT_TRUE(news.refreshed);
    }

    FeedClient client{"display", "secret"};
};

TEST_F(FeedClientTest, GreetsWithWhatItHasSeen) {
    EXPECT_EQ(greeting().role, "display");
    EXPECT_EQ(greeting().token, "secret");
    EXPECT_FALSE(greeting().since);
    live();
    EXPECT_EQ(greeting().feed, "feed-1");
    EXPECT_EQ(greeting().since, 10);
    client.receive(ticketEvent(11, "ticket_issued", ticketText("t2", "waiting", 2)), 0);
    EXPECT_EQ(greeting().since, 11);
}

TEST_F(FeedClientTest, AsksForASnapshotWhileItHasOnlyAPartOfOne) {
    live();
    const auto news = client.receive(snapshotText(1, 2, "", 30, "feed-2"), 0);
    EXPECT_FALSE(news.refreshed);
    EXPECT_FALSE(client.ready());
    EXPECT_FALSE(greeting().since);
}

TEST_F(FeedClientTest, TakesTheSnapshotOfAnotherFeed) {
    live();
    const auto news = client.receive(snapshotText(1, 1, "", 3, "feed-2"), 0);
    EXPECT_TRUE(news.refreshed);
    EXPECT_EQ(greeting().feed, "feed-2");
    EXPECT_EQ(greeting().since, 3);
}

TEST_F(FeedClientTest, HandsOutAnEventThatItHasApplied) {
    live();
    const auto news = client.receive(ticketEvent(11, "ticket_called", calledText("t1", 1, 1)), 0);
    ASSERT_TRUE(news.event);
    EXPECT_EQ(news.event->name, "ticket_called");
    EXPECT_EQ(client.view().hall().called.size(), 1U);
    EXPECT_FALSE(news.mustReconnect);
}

TEST_F(FeedClientTest, ReconnectsForASnapshotAfterAGapOrAFrameWithoutSense) {
    for (const auto& frame :
         {ticketEvent(13, "ticket_issued", ticketText("t2", "waiting", 2)), std::string("{"),
          std::string(R"({"type":"dance"})"), eventText(11, "settings_changed", R"({"rules":{}})")}) {
        live();
        EXPECT_TRUE(greeting().since);
        const auto news = client.receive(frame, 0);
        EXPECT_TRUE(news.mustReconnect) << frame;
        EXPECT_FALSE(news.event);
        EXPECT_FALSE(greeting().since) << frame;
    }
}

TEST_F(FeedClientTest, ReconnectsFromAServerOfAnotherProtocol) {
    const auto news = client.receive(R"({"type":"welcome","protocol":2,"feed":"f","seq":1,)"
                                     R"("now":"2026-11-23T08:00:00+07:00"})",
                                     0);
    EXPECT_TRUE(news.mustReconnect);
}

TEST_F(FeedClientTest, KnowsTheServersTimeAtItsSpeed) {
    const auto news = client.receive(welcomeText, 5000);
    EXPECT_TRUE(news.welcomed);
    EXPECT_EQ(base::formatInstant(client.serverTime(5000)), "2026-11-23T08:00:00+07:00");
    EXPECT_EQ(base::formatInstant(client.serverTime(6500)), "2026-11-23T08:01:30+07:00");
}

TEST_F(FeedClientTest, NumbersItsCommands) {
    std::string first;
    std::string second;
    const auto text = client.command("call_next", {{"counter", 1}}, &first);
    client.command("call_next", {}, &second);
    EXPECT_NE(first, second);
    auto message = decodeClientMessage(text);
    ASSERT_TRUE(message);
    EXPECT_EQ(std::get<CommandFrame>(*message).id, first);
    const auto news =
        client.receive(R"({"type":"reply","id":")" + first + R"(","ok":true,"result":{"a":1}})", 0);
    ASSERT_TRUE(news.reply);
    EXPECT_EQ(news.reply->id, first);
    EXPECT_TRUE(news.reply->ok);
}

TEST_F(FeedClientTest, TellsWhatItShowed) {
    EXPECT_EQ(client.shown(9, true, false), R"({"type":"shown","seq":9,"screen":true,"spoken":false})");
}

TEST_F(FeedClientTest, PassesTheStatusOn) {
    live();
    EXPECT_TRUE(
        client.receive(R"({"type":"status","writable":false,"gives_tickets":true})", 0).statusChanged);
    EXPECT_FALSE(client.view().hall().writable);
}

}  // namespace
}  // namespace luot::protocol
