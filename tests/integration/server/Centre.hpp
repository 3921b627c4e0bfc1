#pragma once

#include <gtest/gtest.h>

#include "Client.hpp"
#include "Program.hpp"
#include "TempFolder.hpp"

namespace luot::tests {

/// A running centre (ten counters, thirteen services) in a folder of its own, and the administrator's client.
class CentreTest : public testing::Test {
protected:
    CentreTest()
        : server(serverArguments(data())),
          admin(makeToken(data(), "admin", "boss")),
          boss(server.url(), admin) {
        // The new token becomes an event a moment later; tests that compare sequence numbers begin after it.
        while (boss.get("/api/v1/events").text.find("\"boss\"") == std::string::npos) {
        }
    }

    std::string data() const { return folder.file("data"); }
    std::string token(const std::string& role, const std::string& name, int counter = 0) {
        return makeToken(data(), role, name, counter);
    }
    Answer issue(const std::string& service = "chung-thuc", bool priority = false) {
        return boss.post("/api/v1/tickets", R"({"service":")" + service + R"(","priority":)" +
                                                (priority ? "true" : "false") + "}");
    }
    Answer at(int counter, const std::string& what, const std::string& body = "",
              const std::string& key = "") {
        return boss.post("/api/v1/counters/" + std::to_string(counter) + "/" + what, body, key);
    }
    static std::string id(const Answer& ticket) { return std::string(ticket["id"].as_string()); }
    static std::string number(const Answer& ticket) { return std::string(ticket["number"].as_string()); }

    TempFolder folder;
    ServerProcess server;
    std::string admin;
    Client boss;
};

}  // namespace luot::tests
