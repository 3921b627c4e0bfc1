#include <csignal>

#include "Centre.hpp"

namespace luot::tests {
namespace {

class HttpContractTest : public CentreTest {};

TEST_F(HttpContractTest, ATicketGoesFromIssueToFinish) {
    const auto issued = issue();
    ASSERT_EQ(issued.status, 201) << issued.text;
    EXPECT_EQ(number(issued), "A001");
    EXPECT_EQ(issued["state"].as_string(), "waiting");
    EXPECT_EQ(issued["ahead"].as_int64(), 0);
    EXPECT_NE(issued["tracking_url"].as_string().find("/t/"), boost::json::string::npos);
    EXPECT_EQ(at(1, "open", R"({"clerk":"Lan"})").status, 200);
    const auto called = at(1, "call-next");
    ASSERT_EQ(called.status, 200) << called.text;
    EXPECT_EQ(called["ticket"].at("number").as_string(), "A001");
    EXPECT_EQ(called["ticket"].at("state").as_string(), "called");
    EXPECT_EQ(called["counter"].at("ticket").as_string(), id(issued));
    EXPECT_EQ(called["reason"].at("code").as_string(), "first_come");
    EXPECT_EQ(at(1, "start")["ticket"].at("state").as_string(), "serving");
    EXPECT_EQ(at(1, "finish", R"({"outcome":"received"})")["ticket"].at("state").as_string(), "finished");
    const auto ticket = boss.get("/api/v1/tickets/" + id(issued));
    EXPECT_EQ(ticket["state"].as_string(), "finished");
    EXPECT_EQ(ticket["history"].as_array().size(), 4U);
    EXPECT_FALSE(ticket.json.as_object().contains("tracking_url"));
}

TEST_F(HttpContractTest, ATicketNamesItsProcedureInBothLanguages) {
    const auto known = boss.post("/api/v1/tickets", R"({"service":"chung-thuc","procedure":"ct-ban-sao"})");
    EXPECT_EQ(known["procedure"].as_string(), "ct-ban-sao");
    EXPECT_EQ(known["procedure_vi"].as_string(), "Chứng thực bản sao");
    EXPECT_FALSE(known["procedure_en"].as_string().empty());
    const auto other = boss.post("/api/v1/tickets", R"({"service":"chung-thuc","procedure":"x-1"})");
    EXPECT_EQ(other.status, 201);
    EXPECT_EQ(other.json.as_object().if_contains("procedure_vi"), nullptr);
}

TEST_F(HttpContractTest, TheTrackingSecretStandsInNoEventHallOrFeed) {
    const auto url = std::string(issue()["tracking_url"].as_string());
    const auto secret = url.substr(url.rfind('/') + 1);
    EXPECT_EQ(boss.get("/api/v1/hall").text.find(secret), std::string::npos);
    EXPECT_EQ(boss.get("/api/v1/events").text.find(secret), std::string::npos);
    Client nobody(server.url(), "");
    const auto page = nobody.get("/t/" + secret);
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.text.find("A001"), std::string::npos);
    EXPECT_EQ(nobody.get("/t/0000000000000000000000000").status, 404);
}

TEST_F(HttpContractTest, ATicketsPageIsToldOfEveryChange) {
    issue();
    const auto url = std::string(issue()["tracking_url"].as_string());
    Stream phone(server.url(), "", "", url.substr(url.find("/t/")));
    at(1, "open");
    at(1, "call-next");
    EXPECT_EQ(phone.next().at("type").as_string(), "changed") << "one less is ahead";
    at(1, "start");
    at(1, "call-next");
    EXPECT_EQ(phone.next().at("type").as_string(), "changed") << "it is called";
}

TEST_F(HttpContractTest, CallNextIs204WhenNobodyWaitsAndFinishesTheServedTicket) {
    at(1, "open");
    EXPECT_EQ(at(1, "call-next").status, 204);
    const auto first = issue();
    at(1, "call-next");
    EXPECT_EQ(at(1, "call-next").code(), "counter_busy");
    at(1, "start");
    EXPECT_EQ(at(1, "call-next").status, 204);
    EXPECT_EQ(boss.get("/api/v1/tickets/" + id(first))["state"].as_string(), "finished");
}

TEST_F(HttpContractTest, TheSameKeyGetsTheSameAnswerAlsoAfterARestart) {
    const std::string body = R"({"service":"ho-tich"})";
    const auto first = boss.post("/api/v1/tickets", body, "press-1");
    const auto again = boss.post("/api/v1/tickets", body, "press-1");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(first.text, again.text);
    const auto other = boss.post("/api/v1/tickets", R"({"service":"dat-dai"})", "press-1");
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(server.end(SIGKILL), -SIGKILL);
    ServerProcess second(serverArguments(data()));
    Client client(second.url(), admin);
    EXPECT_EQ(client.post("/api/v1/tickets", body, "press-1").text, first.text);
    EXPECT_EQ(client.get("/api/v1/hall")["waiting"].as_array().size(), 1U);
}

TEST_F(HttpContractTest, ARefusalIsNotKept) {
    EXPECT_EQ(at(1, "call-next", "", "k").code(), "counter_closed");
    at(1, "open");
    issue();
    EXPECT_EQ(at(1, "call-next", "", "k").status, 200);
}

struct Wrong {
    std::string name;
    std::string method, path, body;
    int status;
    std::string code;
};

class BadInputTest : public HttpContractTest, public testing::WithParamInterface<Wrong> {};

TEST_P(BadInputTest, GetsItsCodeAndASentenceAndChangesNothing) {
    const auto before = boss.get("/api/v1/hall")["seq"].as_int64();
    const auto answer = boss.send(GetParam().method, GetParam().path, GetParam().body);
    EXPECT_EQ(answer.status, GetParam().status) << answer.text;
    EXPECT_EQ(answer.code(), GetParam().code);
    EXPECT_EQ(answer.contentType, "application/problem+json");
    EXPECT_GT(answer["detail"].as_string().size(), 10U);
    EXPECT_EQ(answer["status"].as_int64(), answer.status);
    EXPECT_EQ(boss.get("/api/v1/hall")["seq"].as_int64(), before);
}

const std::string big(70 * 1024, 'x');

INSTANTIATE_TEST_SUITE_P(
    All, BadInputTest,
    testing::Values(
        Wrong{"UnknownService", "POST", "/api/v1/tickets", R"({"service":"xx"})", 404, "unknown_service"},
        Wrong{"MissingService", "POST", "/api/v1/tickets", "{}", 400, "wrong_field"},
        Wrong{"WrongType", "POST", "/api/v1/tickets", R"({"service":5})", 400, "wrong_field"},
        Wrong{"WrongBool", "POST", "/api/v1/tickets", R"({"service":"dat-dai","priority":"yes"})", 400,
              "wrong_field"},
        Wrong{"WrongLanguage", "POST", "/api/v1/tickets", R"({"service":"dat-dai","language":"fr"})", 400,
              "bad_argument"},
        Wrong{"NoJson", "POST", "/api/v1/tickets", "{service", 400, "malformed_json"},
        Wrong{"NoObject", "POST", "/api/v1/tickets", "[1]", 400, "wrong_field"},
        Wrong{"BigBody", "POST", "/api/v1/tickets", big, 413, "body_too_large"},
        Wrong{"ClosedCounter", "POST", "/api/v1/counters/1/call-next", "", 409, "counter_closed"},
        Wrong{"UnknownCounter", "POST", "/api/v1/counters/77/open", "", 404, "unknown_counter"},
        Wrong{"CounterNoNumber", "POST", "/api/v1/counters/one/open", "", 404, "unknown_counter"},
        Wrong{"UnknownTicket", "POST", "/api/v1/tickets/nosuch/cancel", "", 404, "unknown_ticket"},
        Wrong{"UnknownTicketRead", "GET", "/api/v1/tickets/nosuch", "", 404, "unknown_ticket"},
        Wrong{"UnknownCommand", "POST", "/api/v1/counters/1/dance", "", 404, "not_found"},
        Wrong{"UnknownPath", "GET", "/api/v1/nothing", "", 404, "not_found"},
        Wrong{"OutsideApi", "GET", "/nothing", "", 404, "not_found"},
        Wrong{"Method", "DELETE", "/api/v1/hall", "", 405, "method_not_allowed"},
        Wrong{"ReportDates", "GET", "/api/v1/reports/waiting?from=x&to=2026-11-23", "", 400, "wrong_field"},
        Wrong{"ReportBackwards", "GET", "/api/v1/reports/waiting?from=2026-11-24&to=2026-11-23", "", 400,
              "wrong_field"},
        Wrong{"ReportBy", "GET", "/api/v1/reports/waiting?from=2026-11-23&to=2026-11-23&by=moon", "", 400,
              "wrong_field"},
        Wrong{"EventsSince", "GET", "/api/v1/events?since=x", "", 400, "wrong_field"}),
    [](const auto& test) { return test.param.name; });

TEST_F(HttpContractTest, AWrongTokenIs401AndAWrongRole403) {
    Client nobody(server.url(), "");
    EXPECT_EQ(nobody.get("/api/v1/hall").status, 401);
    EXPECT_EQ(nobody.get("/api/v1/hall").code(), "no_token");
    Client stranger(server.url(), "abc");
    EXPECT_EQ(stranger.post("/api/v1/tickets", R"({"service":"dat-dai"})").status, 401);
    Client display(server.url(), token("display", "d1"));
    EXPECT_EQ(display.get("/api/v1/hall").status, 200);
    const auto refused = display.post("/api/v1/tickets", R"({"service":"dat-dai"})");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.code(), "no_permission");
}

TEST_F(HttpContractTest, DoubleCallsAndWrongStatesAreConflicts) {
    const auto ticket = issue();
    at(1, "open");
    at(2, "open");
    EXPECT_EQ(at(1, "call", R"({"number":"A001"})").status, 200);
    EXPECT_EQ(at(2, "call", R"({"number":"A001"})").code(), "already_called");
    EXPECT_EQ(at(2, "call", R"({"number":"Z999"})").status, 404);
    EXPECT_EQ(at(1, "finish").code(), "wrong_state");
    EXPECT_EQ(at(4, "open").status, 200);
    issue("ho-tich");
    EXPECT_EQ(at(4, "call", R"({"number":"B001"})").code(), "not_served_here");
    EXPECT_EQ(boss.post("/api/v1/tickets/" + id(ticket) + "/transfer", "{}").status, 400);
}

TEST_F(HttpContractTest, TheDayOpensAndClosesByCommand) {
    const auto ticket = issue();
    const auto closed = boss.post("/api/v1/hall/close");
    EXPECT_EQ(closed.status, 200);
    EXPECT_FALSE(closed["open"].as_bool());
    EXPECT_EQ(issue().code(), "day_closed");
    EXPECT_EQ(boss.get("/api/v1/tickets/" + id(ticket))["state"].as_string(), "expired");
    EXPECT_TRUE(boss.post("/api/v1/hall/open")["open"].as_bool());
    EXPECT_EQ(number(issue()), "A002");
}

TEST_F(HttpContractTest, ReportsCountWaitsWithNumeratorAndDenominator) {
    at(1, "open");
    for (int i = 0; i < 3; ++i) issue();
    for (int i = 0; i < 2; ++i) {
        at(1, "call-next");
        at(1, "start");
        at(1, "finish");
    }
    const auto report = boss.get("/api/v1/reports/waiting?from=2026-11-23&to=2026-11-23&by=service");
    ASSERT_EQ(report.status, 200);
    const auto& row = report["rows"].as_array().at(0);
    EXPECT_EQ(row.at("key").as_string(), "chung-thuc");
    EXPECT_EQ(row.at("tickets").as_int64(), 3);
    EXPECT_EQ(row.at("served").as_int64(), 2);
    EXPECT_EQ(row.at("within_target").at("denominator").as_int64(), 2);
    const auto csv = boss.get("/api/v1/reports/waiting?from=2026-11-23&to=2026-11-23&format=csv");
    EXPECT_EQ(csv.contentType, "text/csv; charset=utf-8");
    EXPECT_NE(csv.text.find("2026-11-23,3,2,0,0,0"), std::string::npos) << csv.text;
}

TEST_F(HttpContractTest, HealthReadinessAndMetricsNeedNoToken) {
    Client nobody(server.url(), "");
    EXPECT_EQ(nobody.get("/healthz").status, 200);
    EXPECT_EQ(nobody.get("/readyz").status, 200);
    EXPECT_NE(nobody.get("/metrics").text.find("luot_writable 1"), std::string::npos);
}

}  // namespace
}  // namespace luot::tests
