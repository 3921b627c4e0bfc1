#include "protocol/Messages.hpp"

#include <gtest/gtest.h>

namespace luot::protocol {

namespace {

template <class T>
T decodedClient(std::string_view text) {
    auto message = decodeClientMessage(text);
    EXPECT_TRUE(message) << (message ? "" : message.error().what);
    if (!message || !std::holds_alternative<T>(*message)) {
        ADD_FAILURE() << "another message than expected: " << text;
        return {};
    }
    return std::get<T>(*message);
}

std::string errorOf(std::string_view text) {
    auto message = decodeClientMessage(text);
    if (message) return "";
    EXPECT_EQ(message.error().fault, base::Fault::invalidInput);
    return message.error().what;
}

TEST(MessagesTest, DecodesAGreetingWithOrWithoutWhatWasSeen) {
    auto hello = decodedClient<Hello>(R"({"type":"hello","protocol":1,"role":"display"})");
    EXPECT_EQ(hello.role, "display");
    EXPECT_FALSE(hello.feed);
    hello = decodedClient<Hello>(
        R"({"type":"hello","protocol":1,"role":"display","feed":"f","since":7,"token":"t"})");
    EXPECT_EQ(hello.feed, "f");
    EXPECT_EQ(hello.since, 7);
    EXPECT_EQ(hello.token, "t");
}

TEST(MessagesTest, DecodesACommandWithItsArguments) {
    const auto command =
        decodedClient<CommandFrame>(R"({"type":"command","id":"i","name":"call_next","args":{"counter":3}})");
    EXPECT_EQ(command.name, "call_next");
    EXPECT_EQ(command.args.at("counter").as_int64(), 3);
    EXPECT_TRUE(decodedClient<CommandFrame>(R"({"type":"command","id":"i","name":"open"})").args.empty());
}

TEST(MessagesTest, IgnoresUnknownMembers) {
    const auto shown = decodedClient<Shown>(
        R"({"type":"shown","seq":9,"screen":true,"spoken":false,"colour":"red","n":[1,{}]})");
    EXPECT_EQ(shown.seq, 9);
    EXPECT_TRUE(shown.screen);
    EXPECT_FALSE(shown.spoken);
}

TEST(MessagesTest, SaysWhatIsWrong) {
    EXPECT_NE(errorOf(R"({"type":"dance"})").find("dance"), std::string::npos);
    EXPECT_NE(errorOf(R"({"type":7})").find("'type'"), std::string::npos);
    EXPECT_NE(errorOf(R"({})").find("'type'"), std::string::npos);
    EXPECT_NE(errorOf(R"({"type":"hello","protocol":1})").find("role"), std::string::npos);
    EXPECT_NE(errorOf(R"({"type":"command","id":1,"name":"x"})").find("id"), std::string::npos);
    for (const auto* text : {"", "[]", "7", "{", "{\"type\":\"hello\"", "null", "\"hello\""}) {
        EXPECT_NE(errorOf(text), "") << text;
    }
}

TEST(MessagesTest, RefusesAFrameOverTheLimit) {
    EXPECT_NE(errorOf(R"({"type":"hello","protocol":1,"role":")" + std::string(maxFrameBytes, 'x') + "\"}"),
              "");
}

TEST(MessagesTest, TakesNoMessageOfTheOtherSide) {
    EXPECT_NE(errorOf(R"({"type":"status","writable":true,"gives_tickets":true})"), "");
    EXPECT_FALSE(decodeServerMessage(R"({"type":"hello","protocol":1,"role":"display"})"));
}

TEST(MessagesTest, EncodesTheTypeFirst) {
    Welcome welcome;
    welcome.feed = "f";
    welcome.seq = 4;
    const auto text = encodeMessage(ServerMessage(welcome));
    EXPECT_TRUE(text.starts_with(R"({"type":"welcome","protocol":1,"feed":"f","seq":4,"now":)")) << text;
}

TEST(MessagesTest, GivesBackWhatWasEncoded) {
    Reply reply;
    reply.id = "i";
    reply.problem.emplace();
    reply.problem->status = 409;
    reply.problem->code = "counter_busy";
    reply.problem->detail = "Ấn \"xong\" trước.";
    auto decoded = decodeServerMessage(encodeMessage(ServerMessage(reply)));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(std::get<Reply>(*decoded).problem, reply.problem);
    EXPECT_FALSE(std::get<Reply>(*decoded).result);

    Snapshot snapshot;
    snapshot.seq = 12;
    snapshot.part = 2;
    snapshot.parts = 3;
    snapshot.hall.feed = "f";
    snapshot.hall.waiting.resize(2);
    snapshot.hall.waiting[1].number = "A002";
    snapshot.hall.waiting[1].onlyCounter = 4;
    decoded = decodeServerMessage(encodeMessage(ServerMessage(snapshot)));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(std::get<Snapshot>(*decoded).hall, snapshot.hall);
    EXPECT_EQ(std::get<Snapshot>(*decoded).part, 2);
}

TEST(MessagesTest, SplicesTheDataOfAnEvent) {
    const base::Instant at{std::chrono::milliseconds(1795000000250)};
    const auto text = encodeEventFrame(5, at, "ticket_called", R"({"ticket":{"id":"x"}})");
    auto decoded = decodeServerMessage(text);
    ASSERT_TRUE(decoded) << decoded.error().what;
    const auto& event = std::get<EventFrame>(*decoded);
    EXPECT_EQ(event.seq, 5);
    EXPECT_EQ(event.at, at);
    EXPECT_EQ(event.name, "ticket_called");
    EXPECT_EQ(event.data.at("ticket").at("id").as_string(), "x");
    EXPECT_EQ(text, encodeMessage(ServerMessage(event)));
}

}  // namespace
}  // namespace luot::protocol
