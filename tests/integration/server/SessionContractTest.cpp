#include <algorithm>
#include <csignal>
#include <set>
#include <thread>

#include "OwnCentre.hpp"

namespace luot::tests {
namespace {

/// What a centre's session brings: quotas, lanes, the order of calls and the whole way to a no-show.
class SessionContractTest : public OwnCentreTest {
protected:
    std::string numbersServed(int counter) {
        std::string numbers;
        for (auto number = serveNext(counter); !number.empty(); number = serveNext(counter))
            numbers += numbers.empty() ? number : ' ' + number;
        return numbers;
    }
    /// Asks until it is done, and gives the words of the refusals.
    std::set<std::string> untilDone(int counter, const std::string& what) {
        std::set<std::string> refusals;
        for (auto answer = at(counter, what); answer.status != 200; answer = at(counter, what)) {
            refusals.insert(answer.code());
            if (answer.status != 409) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return refusals;
    }
    /// When the events of that name happened, in seconds since the first event of all.
    std::vector<std::int64_t> timesOf(const std::string& name) {
        std::vector<std::int64_t> times;
        const auto events = boss->get("/api/v1/events?limit=10000");
        for (const auto& event : events["events"].as_array()) {
            if (event.at("name").as_string() != name) continue;
            const auto at = base::parseInstant(std::string(event.at("at").as_string()));
            times.push_back(at->time_since_epoch().count() / 1000);
        }
        return times;
    }
};

TEST_F(SessionContractTest, AUsedUpQuotaIsSaidInBothLanguagesAndTheNextSessionGivesNumbersAgain) {
    start();
    EXPECT_EQ(issue("ho-tich").status, 201);
    EXPECT_EQ(issue("ho-tich").status, 201);
    const auto refused = issue("ho-tich");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "quota_reached");
    EXPECT_NE(refused["detail"].as_string().find("All 2 numbers"), boost::json::string::npos) << refused.text;
    EXPECT_NE(refused["detail_vi"].as_string().find("hết 2 số"), boost::json::string::npos) << refused.text;
    EXPECT_EQ(issue("chung-thuc").status, 201) << "a quota is of one service";
    stop();
    start("2026-11-23T13:30:00+07:00");
    const auto afternoon = issue("ho-tich");
    ASSERT_EQ(afternoon.status, 201) << afternoon.text;
    EXPECT_EQ(afternoon["number"].as_string(), "B003");
}

TEST_F(SessionContractTest, ANoShowTakesThreeCallsAndTwoMinutesAndTheLateComerGoesBehindThree) {
    start("2026-11-23T08:00:00+07:00", "60");
    const auto absent = issue();
    at(1, "open");
    ASSERT_EQ(at(1, "call-next").status, 200);
    for (int i = 0; i < 4; ++i) issue();
    EXPECT_EQ(at(1, "no-show").code(), "calls_missing");
    const std::set<std::string> onlyEarly{"too_early"};
    for (int i = 0; i < 2; ++i)
        for (const auto& code : untilDone(1, "recall")) EXPECT_EQ(code, "too_early");
    EXPECT_EQ(untilDone(1, "no-show"), onlyEarly);
    const auto called = timesOf("ticket_called"), recalled = timesOf("ticket_recalled"),
               missed = timesOf("ticket_missed");
    ASSERT_EQ(recalled.size(), 2U);
    ASSERT_EQ(missed.size(), 1U);
    EXPECT_GE(recalled[0] - called[0], 20);
    EXPECT_GE(recalled[1] - recalled[0], 20);
    EXPECT_GE(missed[0] - called[0], 120);
    const auto back = boss->post("/api/v1/tickets/" + std::string(absent["id"].as_string()) + "/return");
    EXPECT_EQ(back["ahead"].as_int64(), 3) << back.text;
    EXPECT_EQ(numbersServed(1), "A002 A003 A004 A001 A005");
}

TEST_F(SessionContractTest, AFourthRecallIsRefused) {
    start("2026-11-23T08:00:00+07:00", "60");
    issue();
    at(1, "open");
    at(1, "call-next");
    for (int i = 0; i < 3; ++i) untilDone(1, "recall");
    EXPECT_EQ(timesOf("ticket_recalled").size(), 3U);
    EXPECT_EQ(untilDone(1, "no-show"), std::set<std::string>{"too_early"});
    issue();
    at(1, "call-next");
    for (int i = 0; i < 3; ++i) untilDone(1, "recall");
    EXPECT_EQ(at(1, "recall").code(), "recall_limit");
}

TEST_F(SessionContractTest, PriorityGoesBeforeABookedTimeAndThatBeforeTheOthers) {
    start();
    const auto imported = boss->post("/api/v1/appointments",
                                     "id,service,slot,source\nH1,chung-thuc,2026-11-23T08:03:00+07:00,"
                                     "portal\nH2,chung-thuc,2026-11-23T10:00:00+07:00,portal\n");
    ASSERT_EQ(imported["taken"].as_int64(), 2) << imported.text;
    issue();                                        // A001
    issue("chung-thuc", R"(,"appointment":"H2")");  // A002, two hours early: like the others
    issue("chung-thuc", R"(,"appointment":"H1")");  // A003, its slot is now
    issue("chung-thuc", R"(,"priority":true)");     // A004
    at(2, "open");
    EXPECT_EQ(numbersServed(2), "A004 A003 A001 A002");
}

TEST_F(SessionContractTest, PaperNumbersGoByTheTimeAtWhichTheyWereHandedOut) {
    start("2026-11-23T09:00:00+07:00");
    issue();
    const auto roll = boss->post(
        "/api/v1/tickets/paper",
        R"({"service":"chung-thuc","from":"P01","to":"P02","issued_at":"2026-11-23T07:40:00+07:00"})");
    ASSERT_EQ(roll.status, 201) << roll.text;
    issue();
    at(2, "open");
    EXPECT_EQ(numbersServed(2), "P01 P02 A001 A002");
}

TEST_F(SessionContractTest, ManyDossiersHaveNumbersAndACounterOfTheirOwn) {
    start();
    const auto bulk = issue("chung-thuc", R"(,"dossiers":5)");
    EXPECT_EQ(bulk["lane"].as_string(), "bulk");
    EXPECT_EQ(bulk["number"].as_string(), "V001");
    EXPECT_EQ(issue("chung-thuc", R"(,"dossiers":4)")["number"].as_string(), "A001");
    at(2, "open");
    at(3, "open");
    EXPECT_EQ(numbersServed(2), "A001");
    EXPECT_EQ(numbersServed(3), "V001");
}

TEST_F(SessionContractTest, AMapMayHoldFromALaterDayAndNobodyIsLostWhenItDoes) {
    start();
    const std::string rows = R"("counters":[{"counter":2,"services":[{"service":"ho-tich","rank":1}]}])";
    const auto planned =
        boss->post("/api/v1/hall/map", R"({"decision":"QD 7","from":"2026-11-24",)" + rows + "}");
    ASSERT_EQ(planned.status, 200) << planned.text;
    const auto servedAt2 = [&] {
        return base::json::serialize(boss->get("/api/v1/hall")["counters"].at(1).at("services"));
    };
    EXPECT_EQ(servedAt2(), R"(["chung-thuc"])") << "not today";
    issue("ho-tich");
    stop();
    start("2026-11-24T08:00:00+07:00");
    while (boss->get("/api/v1/hall")["day"].as_string() != "2026-11-24") {
    }
    EXPECT_EQ(servedAt2(), R"(["ho-tich"])");
    EXPECT_EQ(issue("ho-tich")["number"].as_string(), "B001");
    at(2, "open");
    EXPECT_EQ(numbersServed(2), "B001");
    EXPECT_EQ(boss->post("/api/v1/hall/map", "{" + rows + R"(,"from":"2026-11-23"})").status, 400)
        << "a day that is over";
}

TEST_F(SessionContractTest, AReportAddsUpByTheOfficeThatTheClerkComesFrom) {
    start();
    for (int i = 0; i < 4; ++i) issue();
    at(1, "open", R"({"clerk":"hoa"})");   // of the post, at a counter of the centre
    at(2, "open", R"({"clerk":"minh"})");  // named nowhere, at a counter of the post
    at(3, "open", R"({"clerk":"lan"})");
    serveNext(1);
    serveNext(2);
    serveNext(3);
    const std::string path = "/api/v1/reports/waiting?from=2026-11-23&to=2026-11-23&by=unit";
    const auto report = boss->get(path);
    ASSERT_EQ(report.status, 200) << report.text;
    EXPECT_EQ(report["by"].as_string(), "unit");
    std::string rows;
    for (const auto& row : report["rows"].as_array())
        rows += std::string(row.at("key").as_string()) + ":" + std::to_string(row.at("served").as_int64()) +
                "/" + std::to_string(row.at("tickets").as_int64()) + " ";
    EXPECT_EQ(rows, ":0/1 post:2/2 small:1/1 ");
    const auto csv = boss->get(path + "&format=csv").text;
    EXPECT_NE(csv.find("unit,tickets"), std::string::npos) << csv;
    EXPECT_NE(csv.find("\r\npost,2,2,0,0,0,"), std::string::npos) << csv;
    const auto file = folder.file("report.csv");
    const auto ended =
        runProgram("luot-server", {"export", "--data", data(), "--from", "2026-11-23", "--to", "2026-11-23",
                                   "--format", "csv", "--by", "unit", "--out", file});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
}

}  // namespace
}  // namespace luot::tests
