#include "Centre.hpp"

namespace luot::tests {
namespace {

/// The rules of a real centre as programs outside meet them.
class RulesContractTest : public CentreTest {
protected:
    /// Serves the next of the counter to its end.
    void serve(int counter) {
        at(counter, "call-next");
        at(counter, "start");
        at(counter, "finish");
    }
    static std::string both(const Answer& problem) {
        return std::string(problem["detail"].as_string()) + std::string(problem["detail_vi"].as_string());
    }
    /// The hall once `wanted` holds of it; the server looks at such things a few times a second.
    template <class Wanted>
    base::json::Object statusWith(Stream& stream, Wanted wanted) {
        for (;;) {
            auto status = stream.next("status");
            if (status.empty() || wanted(status)) return status;
        }
    }
};

constexpr auto nine = R"(2026-11-23T09:00:00+07:00)";

TEST_F(RulesContractTest, ARecallAndANoShowKeepTheirLimitsAndSayHowLong) {
    issue();
    at(1, "open");
    at(1, "call-next");
    const auto early = at(1, "recall");
    EXPECT_EQ(early.status, 409);
    EXPECT_EQ(early.code(), "too_early");
    EXPECT_NE(both(early).find(" seconds"), std::string::npos) << both(early);
    EXPECT_NE(both(early).find("giây"), std::string::npos) << both(early);
    const auto missing = at(1, "no-show");
    EXPECT_EQ(missing.code(), "calls_missing");
    EXPECT_NE(both(missing).find("2 more"), std::string::npos) << both(missing);
}

TEST_F(RulesContractTest, AHeldTicketComesBackToItsQueue) {
    const auto ticket = issue();
    at(1, "open");
    at(1, "call-next");
    EXPECT_EQ(at(1, "hold")["ticket"].at("state").as_string(), "held");
    const auto held = boss.get("/api/v1/hall");
    EXPECT_TRUE(held["held"].at(0).as_object().contains("held_at"));
    const auto back = boss.post("/api/v1/tickets/" + id(ticket) + "/return");
    EXPECT_EQ(back["state"].as_string(), "waiting");
    EXPECT_FALSE(back.json.as_object().contains("held_at"));
}

TEST_F(RulesContractTest, ACallExplainsItselfInBothLanguages) {
    issue();
    issue();
    issue("chung-thuc", true);
    at(1, "open");
    const auto called = at(1, "call-next");
    const auto& reason = called["reason"];
    EXPECT_EQ(reason.at("code").as_string(), "priority");
    EXPECT_EQ(reason.at("text").as_string(), "Priority, waited 0 min, passed over A001, A002");
    EXPECT_NE(reason.at("text_vi").as_string().find("A001, A002"), boost::json::string::npos);
}

TEST_F(RulesContractTest, AppointmentsComeAsJsonOrAsATableAndGoAheadOnTheirTicket) {
    const auto body = std::string(R"({"appointments":[{"id":"H1","service":"chung-thuc","slot":")") + nine +
                      R"(","source":"portal"}]})";
    EXPECT_EQ(boss.post("/api/v1/appointments", body)["taken"].as_int64(), 1);
    EXPECT_EQ(boss.post("/api/v1/appointments",
                        "id,service,slot,source\nH2,dat-dai,2026-11-23T08:02:00+07:00,portal\n")["taken"]
                  .as_int64(),
              1);
    const auto list = boss.get("/api/v1/appointments");
    ASSERT_EQ(list["appointments"].as_array().size(), 2U);
    EXPECT_EQ(list["appointments"].at(0).at("id").as_string(), "H2") << "by their slots";
    issue("dat-dai");
    const auto ticket = boss.post("/api/v1/tickets", R"({"service":"dat-dai","appointment":"H2"})");
    ASSERT_EQ(ticket.status, 201) << ticket.text;
    EXPECT_EQ(ticket["lane"].as_string(), "appointment");
    EXPECT_EQ(ticket["slot"].as_string(), "2026-11-23T08:02:00+07:00");
    EXPECT_EQ(ticket["ahead"].as_int64(), 0);
    EXPECT_EQ(boss.post("/api/v1/tickets", R"({"service":"dat-dai","appointment":"H2"})").code(),
              "appointment_used");
    const auto unknown = boss.post("/api/v1/tickets", R"({"service":"dat-dai","appointment":"H9"})");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(unknown.code(), "unknown_appointment");
    at(4, "open");
    EXPECT_EQ(at(4, "call-next")["reason"].at("code").as_string(), "appointment");
}

TEST_F(RulesContractTest, AWrongTableNamesEveryLineAndTakesNothing) {
    const auto syntax = boss.post("/api/v1/appointments", "id,service,slot\nH1,dat-dai,soon\nH2\n");
    EXPECT_EQ(syntax.status, 400);
    for (const auto* line : {"line 2", "line 3"})
        EXPECT_NE(syntax["detail"].as_string().find(line), boost::json::string::npos) << syntax.text;
    const auto meaning = boss.post("/api/v1/appointments",
                                   "id,service,slot\nH1,dat-dai,2026-11-23T07:00:00+07:00\n"
                                   "H2,dat-dai,2026-11-23T10:00:00+07:00\nH3,xx,2026-11-23T10:00:00+07:00\n");
    EXPECT_EQ(meaning.status, 409);
    EXPECT_EQ(meaning.code(), "slot_passed");
    for (const auto* line : {"Line 2:", "Line 4:"})
        EXPECT_NE(meaning["detail"].as_string().find(line), boost::json::string::npos) << meaning.text;
    EXPECT_NE(meaning["detail_vi"].as_string().find("Dòng 4:"), boost::json::string::npos);
    EXPECT_TRUE(boss.get("/api/v1/appointments")["appointments"].as_array().empty());
}

TEST_F(RulesContractTest, BookingsNamedTwiceOrOutsideTheHoursAreNamedAndNothingIsTaken) {
    const auto twice = boss.post("/api/v1/appointments",
                                 "id,service,slot\nH1,dat-dai,2026-11-23T09:00:00+07:00\n"
                                 "H1,dat-dai,2026-11-23T10:00:00+07:00\n"
                                 "H2,dat-dai,2026-11-29T09:00:00+07:00\n");
    EXPECT_EQ(twice.status, 400);
    EXPECT_EQ(twice.code(), "named_twice");
    for (const auto* part : {"Line 3:", "Line 4:", "09:00 29/11/2026", "Dòng 4:"})
        EXPECT_NE(both(twice).find(part), std::string::npos) << twice.text;
    const auto night =
        boss.post("/api/v1/appointments",
                  R"({"appointments":[{"id":"H1","service":"dat-dai","slot":"2026-11-23T09:00:00+07:00"},)"
                  R"({"id":"H2","service":"dat-dai","slot":"2026-11-24T03:00:00+07:00"}]})");
    EXPECT_EQ(night.status, 409);
    EXPECT_EQ(night.code(), "slot_closed");
    EXPECT_NE(both(night).find("appointments[1]:"), std::string::npos) << night.text;
    EXPECT_TRUE(boss.get("/api/v1/appointments")["appointments"].as_array().empty());
}

TEST_F(RulesContractTest, AWrongMapNamesEveryCounterThatIsWrong) {
    const auto before = boss.get("/api/v1/hall");
    const auto wrong =
        boss.post("/api/v1/hall/map", R"({"counters":[{"counter":77,"services":[{"service":"xx","rank":1}]},)"
                                      R"({"counter":4,"services":[{"service":"dat-dai","rank":1},)"
                                      R"({"service":"dat-dai","rank":2}],"idle_fallback":["yy"]}]})");
    EXPECT_EQ(wrong.status, 404);
    EXPECT_EQ(wrong.code(), "unknown_counter");
    for (const auto* part : {"counters[0]: The centre has no counter 77",
                             "counters[0]: The centre has no "
                             "service \"xx\"",
                             "counters[1]: \"dat-dai\" is named more than once", "\"yy\""})
        EXPECT_NE(both(wrong).find(part), std::string::npos) << part << " in " << wrong.text;
    EXPECT_EQ(boss.get("/api/v1/hall")["counters"], before["counters"]);
}

TEST_F(RulesContractTest, APaperRollIsTypedInLater) {
    const auto roll = boss.post(
        "/api/v1/tickets/paper",
        R"({"service":"chung-thuc","from":"P01","to":"P03","issued_at":"2026-11-23T07:55:00+07:00"})");
    ASSERT_EQ(roll.status, 201) << roll.text;
    ASSERT_EQ(roll["tickets"].as_array().size(), 3U);
    EXPECT_TRUE(roll["tickets"].at(0).at("paper").as_bool());
    EXPECT_EQ(
        boss.post("/api/v1/tickets/paper",
                  R"({"service":"chung-thuc","numbers":["P03"],"issued_at":"2026-11-23T07:55:00+07:00"})")
            .code(),
        "number_taken");
    at(1, "open");
    EXPECT_EQ(at(1, "call", R"({"number":"P02"})")["ticket"].at("number").as_string(), "P02");
}

TEST_F(RulesContractTest, DossiersOfATicketMayChangeAndManyMakeItABulkOne) {
    const auto ticket = issue();
    const auto changed =
        boss.post("/api/v1/tickets/" + id(ticket) + "/dossiers", R"({"dossiers":3,"dossier_code":"H-7"})");
    EXPECT_EQ(changed["dossiers"].as_int64(), 3);
    EXPECT_EQ(changed["dossier_code"].as_string(), "H-7");
    EXPECT_EQ(boss.post("/api/v1/tickets", R"({"service":"chung-thuc","dossiers":9})")["lane"].as_string(),
              "bulk");
}

TEST_F(RulesContractTest, WhoIsNextIsToldToComeAndStandsInTheHall) {
    for (int i = 0; i < 4; ++i) issue();
    at(1, "open");
    const auto prepared = at(1, "prepare", R"({"count":2})");
    ASSERT_EQ(prepared.status, 200) << prepared.text;
    EXPECT_EQ(prepared["numbers"].as_array().size(), 2U);
    const auto hall = boss.get("/api/v1/hall");
    ASSERT_EQ(hall["prepared"].as_array().size(), 1U);
    EXPECT_EQ(hall["prepared"].at(0).at("counter").as_int64(), 1);
    at(2, "open");
    EXPECT_EQ(at(9, "prepare").code(), "counter_closed");
    EXPECT_EQ(
        boss.post("/api/v1/hall/call-range", R"({"service":"chung-thuc","count":2,"zone":"moon"})").code(),
        "bad_argument");
}

TEST_F(RulesContractTest, TheHeadChangesTheMapWhilePeopleWait) {
    const auto ticket = issue("ho-tich");
    base::json::Object row{{"counter", 4}};
    boost::json::array services;
    const auto hall = boss.get("/api/v1/hall");
    for (const auto& service : hall["counters"].at(3).at("services").as_array())
        services.push_back(base::json::Object{{"service", service}, {"rank", 1}});
    services.push_back(base::json::Object{{"service", "ho-tich"}, {"rank", 2}});
    row["services"] = std::move(services);
    const auto changed = boss.post("/api/v1/hall/map",
                                   R"({"decision":"QD 12","counters":[)" + base::json::serialize(row) + "]}");
    ASSERT_EQ(changed.status, 200) << changed.text;
    at(4, "open");
    EXPECT_EQ(at(4, "call-next")["ticket"].at("id").as_string(), id(ticket));
    EXPECT_EQ(boss.post("/api/v1/hall/map",
                        R"({"counters":[{"counter":4,"services":[{"service":"dat-dai","rank":1}]}]})")
                  .code(),
              "service_unserved");
    EXPECT_EQ(boss.post("/api/v1/hall/map", R"({"counters":[{"counter":77,"services":[]}]})").code(),
              "unknown_counter");
    Client guide(server.url(), token("guide", "g"));
    EXPECT_EQ(guide.post("/api/v1/hall/map", R"({"counters":[]})").status, 403);
    EXPECT_EQ(guide.post("/api/v1/appointments", R"({"appointments":[]})").status, 403);
    EXPECT_NE(guide.post("/api/v1/hall/call-range", R"({"service":"dat-dai","count":1,"zone":"x"})").status,
              403);
    Client counter(server.url(), token("counter", "c1", 1));
    EXPECT_EQ(counter.post("/api/v1/hall/call-range", R"({"service":"dat-dai","count":1,"zone":"x"})").status,
              403);
}

TEST_F(RulesContractTest, ClientsHearThatNobodyServesAndOfTheLimits) {
    Stream display(server.url(), token("display", "d1"), hello("display"));
    const auto snapshot = display.next("snapshot");
    const auto& centre = snapshot.at("hall").at("centre");
    EXPECT_EQ(centre.at("no_show_after_calls").as_int64(), 3);
    EXPECT_TRUE(snapshot.at("hall").at("services").at(0).at("open").as_bool());
    issue();
    const auto alerted =
        statusWith(display, [](const auto& status) { return !status.at("alerts").as_array().empty(); });
    EXPECT_EQ(alerted.at("alerts").at(0).at("code").as_string(), "service_unserved");
    at(1, "open");
    statusWith(display, [](const auto& status) { return status.at("alerts").as_array().empty(); });
    EXPECT_EQ(display.command("p1", "issue", R"({"service":"chung-thuc"})").at("ok").as_bool(), false)
        << "a display gives no numbers";
}

TEST_F(RulesContractTest, AnExpectedWaitComesWithMeasuredServices) {
    at(1, "open");
    EXPECT_FALSE(issue().json.as_object().contains("estimate"));
    for (int i = 0; i < 6; ++i) issue();
    for (int i = 0; i < 6; ++i) serve(1);
    at(1, "call-next");
    const auto ticket = issue();
    ASSERT_TRUE(ticket.json.as_object().contains("estimate")) << ticket.text;
    EXPECT_LE(ticket["estimate"].at("p50_s").as_int64(), ticket["estimate"].at("p90_s").as_int64());
    Client nobody(server.url(), "");
    const auto url = std::string(ticket["tracking_url"].as_string());
    EXPECT_NE(nobody.get(url.substr(url.find("/t/"))).text.find("chờ dự kiến"), std::string::npos);
}

TEST_F(RulesContractTest, AReportTellsTheTimeInTheHouseToo) {
    at(1, "open");
    issue();
    serve(1);
    const auto report = boss.get("/api/v1/reports/waiting?from=2026-11-23&to=2026-11-23");
    EXPECT_EQ(report["total"].at("in_house").at("count").as_int64(), 1);
    EXPECT_TRUE(report["total"].at("in_house").as_object().contains("p90"));
}

}  // namespace
}  // namespace luot::tests
