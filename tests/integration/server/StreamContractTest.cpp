#include <csignal>

#include "Centre.hpp"

namespace luot::tests {
namespace {

class StreamContractTest : public CentreTest {
protected:
    static std::int64_t seq(const base::json::Object& frame) { return frame.at("seq").as_int64(); }
};

TEST_F(StreamContractTest, GreetsWithASnapshotAndThenEveryEventWithoutAGap) {
    Stream display(server.url(), admin, hello("display"));
    const auto welcome = display.next();
    EXPECT_EQ(welcome.at("type").as_string(), "welcome");
    EXPECT_EQ(welcome.at("protocol").as_int64(), 1);
    const auto snapshot = display.next();
    EXPECT_EQ(snapshot.at("type").as_string(), "snapshot");
    EXPECT_EQ(snapshot.at("hall").at("counters").as_array().size(), 10U);
    issue();
    at(1, "open");
    at(1, "call-next");
    std::int64_t last = seq(snapshot);
    for (const auto* name : {"ticket_issued", "counter_opened", "ticket_called"}) {
        const auto event = display.next("event");
        EXPECT_EQ(seq(event), ++last);
        EXPECT_EQ(event.at("name").as_string(), name);
    }
}

TEST_F(StreamContractTest, WhoComesBackGetsExactlyWhatWasMissedAlsoAfterARestart) {
    const auto secret = token("display", "d1");
    const auto before = boss.get("/api/v1/hall");
    const auto since = before["seq"].as_int64();
    const auto feed = std::string(before["feed"].as_string());
    issue();
    issue("dat-dai");
    const auto more = ",\"feed\":\"" + feed + "\",\"since\":" + std::to_string(since);
    {
        Stream display(server.url(), secret, hello("display", more));
        EXPECT_EQ(display.next().at("type").as_string(), "welcome");
        EXPECT_EQ(seq(display.next()), since + 1);
        EXPECT_EQ(seq(display.next()), since + 2);
    }
    server.end(SIGKILL);
    ServerProcess second(serverArguments(data()));
    Stream display(second.url(), secret, hello("display", more));
    EXPECT_EQ(display.next().at("type").as_string(), "welcome");
    const auto first = display.next();
    EXPECT_EQ(first.at("type").as_string(), "event");
    EXPECT_EQ(seq(first), since + 1);
}

TEST_F(StreamContractTest, AnotherFeedOrAnImpossibleSinceGetsTheSnapshot) {
    const auto secret = token("display", "d1");
    const auto feed = std::string(boss.get("/api/v1/hall")["feed"].as_string());
    for (const auto& more :
         {std::string(",\"feed\":\"other\",\"since\":1"), ",\"feed\":\"" + feed + "\",\"since\":99999"}) {
        Stream display(server.url(), secret, hello("display", more));
        EXPECT_EQ(display.next().at("type").as_string(), "welcome");
        EXPECT_EQ(display.next().at("type").as_string(), "snapshot");
    }
}

TEST_F(StreamContractTest, CommandsAreAnsweredWithTheirIdOnceAndForAll) {
    Stream kiosk(server.url(), token("dispenser", "k1"), hello("dispenser"));
    const auto reply = kiosk.command("p1", "issue", R"({"service":"ho-tich","priority":true})");
    EXPECT_TRUE(reply.at("ok").as_bool());
    EXPECT_EQ(reply.at("result").at("number").as_string(), "B001");
    EXPECT_EQ(kiosk.command("p1", "issue", R"({"service":"ho-tich","priority":true})"), reply);
    const auto problem = kiosk.command("p1", "issue", R"({"service":"dat-dai"})");
    EXPECT_FALSE(problem.at("ok").as_bool());
    EXPECT_EQ(problem.at("problem").at("code").as_string(), "idempotency_mismatch");
    EXPECT_EQ(kiosk.command("p2", "call_next", R"({"counter":1})").at("problem").at("status").as_int64(),
              403);
    EXPECT_EQ(kiosk.command("p3", "dance").at("problem").at("status").as_int64(), 404);
    EXPECT_EQ(kiosk.command("p4", "issue", R"({"service":"xx"})").at("problem").at("code").as_string(),
              "unknown_service");
    EXPECT_EQ(boss.get("/api/v1/hall")["waiting"].as_array().size(), 1U);
}

TEST_F(StreamContractTest, WhatADisplayShowedBecomesAnEvent) {
    Stream display(server.url(), token("display", "d1"), hello("display"));
    display.next("snapshot");
    issue();
    at(1, "open");
    at(1, "call-next");
    for (;;) {
        const auto event = display.next("event");
        if (event.at("name").as_string() != "ticket_called") continue;
        display.send(R"({"type":"shown","seq":)" + std::to_string(seq(event)) +
                     R"(,"screen":true,"spoken":false})");
        break;
    }
    const auto shown = display.next("event");
    EXPECT_EQ(shown.at("name").as_string(), "call_shown");
    EXPECT_EQ(shown.at("data").at("display").as_string(), "d1");
    EXPECT_TRUE(shown.at("data").at("screen").as_bool());
}

TEST_F(StreamContractTest, TheTokenMayStandInTheHello) {
    const auto secret = token("display", "d1");
    Stream display(server.url(), "", hello("display", ",\"token\":\"" + secret + "\""));
    EXPECT_EQ(display.next().at("type").as_string(), "welcome");
}

TEST_F(StreamContractTest, AWrongFrameClosesThatClientAlone) {
    const auto secret = token("display", "d1");
    Stream good(server.url(), secret, hello("display"));
    good.next("snapshot");
    const std::vector<std::pair<std::string, int>> wrong{
        {"{not json", 1002},
        {R"({"type":"dance"})", 1002},
        {R"({"type":"hello","protocol":9,"role":"display"})", 1002},
        {std::string(70 * 1024, 'x'), 1009},
        {"\xff\xfe", 1007}};
    for (const auto& [frame, code] : wrong) {
        Stream bad(server.url(), secret, frame);
        EXPECT_TRUE(bad.next().empty()) << code;
        EXPECT_EQ(bad.closeCode(), code);
    }
    Stream nobody(server.url(), "wrong", hello("display"));
    EXPECT_TRUE(nobody.next().empty());
    EXPECT_EQ(nobody.closeCode(), 1008);
    issue();
    for (auto event = good.next("event"); event.at("name").as_string() != "ticket_issued";
         event = good.next("event"))
        ASSERT_EQ(event.at("name").as_string(), "settings_changed") << "only the new token came before";
}

TEST_F(StreamContractTest, ALargeHallComesInPartsThatFitAFrame) {
    for (int i = 0; i < 200; ++i) ASSERT_EQ(issue(i % 2 ? "dat-dai" : "chung-thuc").status, 201);
    Stream display(server.url(), token("display", "d1"), hello("display"));
    display.next("welcome");
    std::size_t waiting = 0;
    for (std::int64_t part = 1, parts = 1; part <= parts; ++part) {
        const auto snapshot = display.next("snapshot");
        EXPECT_EQ(snapshot.at("part").as_int64(), part);
        parts = snapshot.at("parts").as_int64();
        EXPECT_LE(base::json::serialize(snapshot).size(), 64U * 1024);
        waiting += snapshot.at("hall").at("waiting").as_array().size();
    }
    EXPECT_EQ(waiting, 200U);
}

TEST_F(StreamContractTest, ARestoreRenewsTheFeed) {
    const auto feed = boss.get("/api/v1/hall")["feed"].as_string();
    issue();
    const auto copy = folder.file("copy");
    ASSERT_EQ(runProgram("luot-server", {"backup", "--data", data(), "--out", copy}).exitCode, 0);
    issue();
    EXPECT_EQ(server.end(SIGTERM), 0);
    ASSERT_EQ(runProgram("luot-server", {"restore", "--data", data(), "--from", copy}).exitCode, 0);
    ServerProcess second(serverArguments(data()));
    Client client(second.url(), admin);
    const auto hall = client.get("/api/v1/hall");
    EXPECT_NE(hall["feed"].as_string(), feed);
    EXPECT_EQ(hall["waiting"].as_array().size(), 1U);
}

}  // namespace
}  // namespace luot::tests
