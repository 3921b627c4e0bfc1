#pragma once

#include "Centre.hpp"

namespace luot::tests {

/// The small centre of small-centre.toml on a simulated Monday, from 08:00 unless the test asks for another
/// moment or pace. It may be stopped and started again on the same folder.
class OwnCentreTest : public testing::Test {
protected:
    void start(const std::string& time = "2026-11-23T08:00:00+07:00", const std::string& speed = "1") {
        server = std::make_unique<ServerProcess>(std::vector<std::string>{
            "run", "--data", data(), "--centre", sourceFile("tests/integration/server/small-centre.toml"),
            "--listen", "127.0.0.1:0", "--start-time", time, "--speed", speed});
        if (admin.empty()) admin = makeToken(data(), "admin", "boss");
        boss = std::make_unique<Client>(server->url(), admin);
    }
    void stop() {
        boss.reset();
        EXPECT_EQ(server->end(SIGTERM), 0);
        server.reset();
    }

    std::string data() const { return folder.file("data"); }
    Answer issue(const std::string& service = "chung-thuc", const std::string& more = "") {
        return boss->post("/api/v1/tickets", R"({"service":")" + service + "\"" + more + "}");
    }
    Answer at(int counter, const std::string& what, const std::string& body = "") {
        return boss->post("/api/v1/counters/" + std::to_string(counter) + "/" + what, body);
    }
    /// The number that the counter calls next and serves to the end; empty when nobody waits.
    std::string serveNext(int counter) {
        const auto called = at(counter, "call-next");
        if (called.status == 204) return {};
        at(counter, "start");
        at(counter, "finish");
        return std::string(called["ticket"].at("number").as_string());
    }

    TempFolder folder;
    std::unique_ptr<ServerProcess> server;
    std::string admin;
    std::unique_ptr<Client> boss;
};

}  // namespace luot::tests
