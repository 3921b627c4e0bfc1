#include <map>

#include "Centre.hpp"

namespace luot::tests {
namespace {

class RolesTest : public CentreTest {};

/// One request for each column of the contract's table.
enum Column {
    issueTicket,
    ownCounter,
    otherCounter,
    cancelTicket,
    printOutcome,
    readHall,
    readReport,
    closeDay
};

struct RoleRow {
    std::string role;
    std::map<Column, bool> may;
};

const std::vector<RoleRow> table{
    {"dispenser",
     {{issueTicket, true},
      {ownCounter, false},
      {cancelTicket, false},
      {printOutcome, true},
      {readHall, true},
      {readReport, false},
      {closeDay, false}}},
    {"display",
     {{issueTicket, false},
      {ownCounter, false},
      {cancelTicket, false},
      {printOutcome, false},
      {readHall, true},
      {readReport, false},
      {closeDay, false}}},
    {"counter",
     {{issueTicket, true},
      {ownCounter, true},
      {otherCounter, false},
      {cancelTicket, true},
      {readHall, true},
      {readReport, false},
      {closeDay, false}}},
    {"clerk",
     {{issueTicket, true},
      {ownCounter, true},
      {otherCounter, true},
      {cancelTicket, true},
      {readHall, true},
      {readReport, false},
      {closeDay, false}}},
    {"guide",
     {{issueTicket, true},
      {ownCounter, false},
      {cancelTicket, true},
      {readHall, true},
      {readReport, false},
      {closeDay, false}}},
    {"manager",
     {{issueTicket, true},
      {ownCounter, true},
      {otherCounter, true},
      {cancelTicket, true},
      {readHall, true},
      {readReport, true},
      {closeDay, true}}},
    {"inspector",
     {{issueTicket, false},
      {ownCounter, false},
      {cancelTicket, false},
      {printOutcome, false},
      {readHall, true},
      {readReport, true},
      {closeDay, false}}},
    {"admin",
     {{issueTicket, true},
      {ownCounter, true},
      {otherCounter, true},
      {cancelTicket, true},
      {readHall, true},
      {readReport, true},
      {closeDay, true}}},
};

Answer request(Client& client, Column column, const std::string& ticket) {
    switch (column) {
        case issueTicket:
            return client.post("/api/v1/tickets", R"({"service":"chung-thuc"})");
        case ownCounter:
            return client.post("/api/v1/counters/1/open");
        case otherCounter:
            return client.post("/api/v1/counters/2/open");
        case cancelTicket:
            return client.post("/api/v1/tickets/" + ticket + "/cancel");
        case printOutcome:
            return client.post("/api/v1/tickets/" + ticket + "/printed", R"({"outcome":"confirmed"})");
        case readHall:
            return client.get("/api/v1/hall");
        case readReport:
            return client.get("/api/v1/reports/waiting?from=2026-11-23&to=2026-11-23");
        case closeDay:
            return client.post("/api/v1/hall/close");
    }
    return {};
}

TEST_F(RolesTest, EveryRoleMayWhatTheContractSaysAndNothingElse) {
    for (const auto& row : table) {
        Client client(server.url(), token(row.role, "test-" + row.role, row.role == "counter" ? 1 : 0));
        for (const auto& [column, may] : row.may) {
            boss.post("/api/v1/hall/open");
            at(1, "close");
            at(2, "close");
            // The counter that a clerk opened is his own: what waits for it is in his reach.
            if (row.role == "clerk" && column == cancelTicket) request(client, ownCounter, "");
            const auto answer = request(client, column, id(issue()));
            EXPECT_EQ(answer.status != 403, may) << row.role << " column " << column << ": " << answer.text;
        }
    }
}

TEST_F(RolesTest, ACounterTouchesOnlyTicketsOfItsCounterOrServices) {
    Client counter(server.url(), token("counter", "c4", 4));
    EXPECT_EQ(request(counter, cancelTicket, id(issue("ho-tich"))).status, 403);
    EXPECT_EQ(request(counter, cancelTicket, id(issue("dat-dai"))).status, 200);
}

TEST_F(RolesTest, AClerkWorksAtTheCounterHeOpened) {
    Client clerk(server.url(), token("clerk", "Lan"));
    issue();
    EXPECT_EQ(clerk.post("/api/v1/counters/1/call-next").status, 403);
    EXPECT_EQ(clerk.post("/api/v1/counters/1/open")["clerk"].as_string(), "Lan");
    EXPECT_EQ(clerk.post("/api/v1/counters/1/call-next").status, 200);
    EXPECT_EQ(clerk.post("/api/v1/counters/2/call-next").status, 403);
    Client other(server.url(), token("clerk", "Minh"));
    EXPECT_EQ(other.post("/api/v1/counters/1/open").code(), "counter_taken");
}

TEST_F(RolesTest, ATokenMadeBesideTheServerWorksAtOnceAndIsAnEvent) {
    Client fresh(server.url(), token("inspector", "thanh-tra"));
    EXPECT_EQ(fresh.get("/api/v1/hall").status, 200);
    for (int i = 0; i < 100; ++i) {
        const auto events = fresh.get("/api/v1/events").text;
        if (events.find("thanh-tra") != std::string::npos) return;
    }
    FAIL() << "no event names the new token";
}

}  // namespace
}  // namespace luot::tests
