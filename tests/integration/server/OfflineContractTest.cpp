#include <gtest/gtest.h>

#include "OwnCentre.hpp"
#include "base/json/Json.hpp"

/// What kiosks and counters hand in that were alone, over HTTP on the real server.
namespace luot::tests {
namespace {

class OfflineContractTest : public OwnCentreTest {
protected:
    void connect() {
        start("2026-11-23T09:00:00+07:00");
        kiosk = std::make_unique<Client>(server->url(), makeToken(data(), "dispenser", "kiosk 1"));
    }
    /// The series of the kiosk, as merge_offline repeats it.
    base::json::Object series(const std::string& store = "disk") {
        const auto answer = kiosk->post("/api/v1/kiosks/series", R"({"store":")" + store + "\"}");
        EXPECT_EQ(answer.status, 200) << answer.text;
        return answer["series"].as_object();
    }
    static base::json::Object slip(int sequence, const std::string& time,
                                   const std::string& service = "chung-thuc") {
        const std::string prefix = service == "ho-tich" ? "B" : "A";
        auto count = std::to_string(sequence);
        count.insert(0, 3 - count.size(), '0');
        return {{"id", "0123456789abcdefghjkmn" + count},
                {"number", prefix + "1-" + count},
                {"sequence", sequence},
                {"service", service},
                {"issued_at", "2026-11-23T" + time + "+07:00"}};
    }
    Answer merge(base::json::Object series, std::initializer_list<base::json::Object> slips,
                 const std::string& key = "") {
        boost::json::array tickets;
        for (const auto& one : slips) tickets.push_back(one);
        series["tickets"] = std::move(tickets);
        return kiosk->post("/api/v1/tickets/offline", base::json::serialize(series), key);
    }
    std::string waiting() {
        std::string numbers;
        const auto hall = boss->get("/api/v1/hall");
        for (const auto& ticket : hall["waiting"].as_array())
            numbers += std::string(ticket.at("number").as_string()) + ' ';
        return numbers;
    }

    std::unique_ptr<Client> kiosk;
};

TEST_F(OfflineContractTest, TicketsGivenAloneWaitByTheirTimeAndComeOnce) {
    connect();
    issue();
    const auto mine = series();
    EXPECT_EQ(mine.at("digit"), 1);
    EXPECT_EQ(mine.at("day"), "2026-11-23");
    const auto first = merge(mine, {slip(1, "08:40:00"), slip(2, "08:50:00", "ho-tich")});
    ASSERT_EQ(first.status, 200) << first.text;
    EXPECT_EQ(first["merged"].as_array().size(), 2u);
    EXPECT_EQ(first["merged"].at(0).at("state"), "waiting");
    EXPECT_EQ(waiting(), "A1-001 B1-002 A001 ");
    const auto again =
        merge(mine, {slip(1, "08:40:00"), slip(2, "08:50:00", "ho-tich"), slip(3, "08:55:00")});
    EXPECT_EQ(again["repeated"], 2);
    EXPECT_EQ(waiting(), "A1-001 B1-002 A1-003 A001 ");
    const auto ticket = boss->get("/api/v1/tickets/0123456789abcdefghjkmn001");
    EXPECT_EQ(ticket["offline"].at("kiosk"), 1);
    EXPECT_EQ(ticket["offline"].at("sequence"), 1);
}

TEST_F(OfflineContractTest, RestartOfTheServerForgetsNothing) {
    connect();
    const auto mine = series();
    merge(mine, {slip(1, "08:40:00")});
    boss.reset();
    EXPECT_EQ(server->end(SIGKILL), -SIGKILL);
    const auto token = makeToken(data(), "dispenser", "kiosk 2");
    start("2026-11-23T09:00:00+07:00");
    kiosk = std::make_unique<Client>(server->url(), token);
    EXPECT_EQ(merge(mine, {slip(1, "08:40:00")})["repeated"], 1)
        << "from whatever kiosk the signed series comes";
    EXPECT_EQ(waiting(), "A1-001 ");
    EXPECT_EQ(series("disk 2").at("digit"), 2);
}

TEST_F(OfflineContractTest, ClosedServiceAndUsedQuotaTakeWhatIsOnPaper) {
    connect();
    issue("ho-tich");
    issue("ho-tich");
    EXPECT_EQ(issue("ho-tich").status, 409);
    EXPECT_EQ(merge(series(), {slip(1, "08:40:00", "ho-tich"), slip(2, "08:41:00", "gone")}).status, 200);
    EXPECT_EQ(waiting(), "B1-001 A1-002 B001 B002 ");
}

TEST_F(OfflineContractTest, TicketOfYesterdayIsRecordedAndExpired) {
    connect();
    auto old = slip(1, "08:40:00");
    old["issued_at"] = "2026-11-20T16:00:00+07:00";
    auto mine = series();
    boss->post("/api/v1/hall/close");
    const auto answer = merge(mine, {slip(1, "08:40:00")});
    EXPECT_EQ(answer["merged"].at(0).at("state"), "expired");
    EXPECT_EQ(waiting(), "");
    EXPECT_EQ(boss->get("/api/v1/tickets/0123456789abcdefghjkmn001")["state"], "expired");
}

TEST_F(OfflineContractTest, SeriesThatTheServerDidNotSignIsRefused) {
    connect();
    auto forged = series();
    forged["after"] = 500;
    EXPECT_EQ(merge(forged, {slip(501, "08:40:00")}).status, 400);
    auto other = series();
    other["digit"] = 5;
    EXPECT_EQ(merge(other, {slip(1, "08:40:00")}).status, 400);
    EXPECT_EQ(waiting(), "");
}

TEST_F(OfflineContractTest, DiskThatIsNewNeedsANewDigit) {
    connect();
    series("disk");
    const auto refused = kiosk->post("/api/v1/kiosks/series", R"({"store":"another disk"})");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "series_taken");
    Client again(server->url(), makeToken(data(), "dispenser", "kiosk 1"));
    EXPECT_EQ(again.post("/api/v1/kiosks/series", R"({"store":"another disk"})")["series"].at("digit"), 2);
}

TEST_F(OfflineContractTest, TheHeadIsToldOfAKioskThatNeedsANewToken) {
    connect();
    series("disk");
    const auto alerts = [&] { return boss->get("/api/v1/hall")["alerts"].as_array(); };
    const auto faults = [&] { return boss->get("/api/v1/faults")["faults"].as_array(); };
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(kiosk->post("/api/v1/kiosks/series", R"({"store":"another disk"})").status, 409);
    const auto isTold = [&] {
        ASSERT_EQ(alerts().size(), 1u);
        EXPECT_EQ(alerts()[0].at("code"), "series_refused");
        EXPECT_EQ(alerts()[0].at("device"), "kiosk 1");
        ASSERT_EQ(faults().size(), 1u);
        EXPECT_EQ(faults()[0].at("code"), "series_refused");
        EXPECT_EQ(faults()[0].at("device"), "kiosk 1");
        EXPECT_FALSE(faults()[0].as_object().contains("ended_at"));
    };
    isTold();
    stop();
    start("2026-11-23T10:00:00+07:00");
    isTold();
    kiosk = std::make_unique<Client>(server->url(), makeToken(data(), "dispenser", "kiosk 1"));
    series("another disk");
    EXPECT_TRUE(alerts().empty());
    ASSERT_EQ(faults().size(), 1u);
    EXPECT_TRUE(faults()[0].as_object().contains("ended_at"));
}

TEST_F(OfflineContractTest, TheEleventhKioskHasNoDigit) {
    connect();
    std::string last;
    for (int i = 0; i < 10; ++i) last = makeToken(data(), "dispenser", "more");
    Client eleventh(server->url(), last);
    EXPECT_EQ(eleventh.post("/api/v1/kiosks/series", R"({"store":"d"})").code(), "no_digit");
}

TEST_F(OfflineContractTest, NumberThatTheServerMadeForTheSamePressIsTakenBack) {
    connect();
    kiosk->post("/api/v1/tickets", R"({"service":"chung-thuc"})", "press-1");
    EXPECT_EQ(waiting(), "A001 ");
    auto own = slip(1, "08:59:00");
    own["instead_of"] = "press-1";
    merge(series(), {own});
    EXPECT_EQ(waiting(), "A1-001 ");
    auto never = slip(2, "08:59:00");
    never["instead_of"] = "press-2";
    merge(series(), {never});
    const auto late = kiosk->post("/api/v1/tickets", R"({"service":"chung-thuc"})", "press-2");
    EXPECT_EQ(late.status, 422) << "the question came out of some queue after all";
    EXPECT_EQ(waiting(), "A1-001 A1-002 ");
}

TEST_F(OfflineContractTest, OnlyKiosksNumberAlone) {
    connect();
    EXPECT_EQ(boss->post("/api/v1/kiosks/series", R"({"store":"d"})").status, 403);
    EXPECT_EQ(boss->post("/api/v1/tickets/offline", "{}").status, 403);
}

TEST_F(OfflineContractTest, CounterThatWasAloneCallsNobodyTwice) {
    connect();
    Client counter(server->url(), makeToken(data(), "counter", "counter 1", 1));
    counter.post("/api/v1/counters/1/open");
    const auto first = issue("ho-tich"), second = issue();
    const auto visit = [](const Answer& ticket) {
        return R"({"ticket":")" + std::string(ticket["id"].as_string()) +
               R"(","result":"finished","called_at":"2026-11-23T09:00:01+07:00"})";
    };
    boss->post("/api/v1/tickets/" + std::string(second["id"].as_string()) + "/cancel");
    const auto body = R"({"visits":[)" + visit(first) + "," + visit(second) + "]}";
    const auto answer = counter.post("/api/v1/counters/1/settle", body);
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer["settled"].as_array().size(), 1u);
    EXPECT_EQ(answer["doubtful"].at(0).at("state"), "cancelled");
    EXPECT_EQ(counter.post("/api/v1/counters/1/settle", body)["settled"].as_array().size(), 1u);
    EXPECT_EQ(counter.post("/api/v1/counters/1/call-next").status, 204) << "nobody is left to be called";
    EXPECT_EQ(counter.post("/api/v1/counters/2/settle", body).status, 403);
    const auto events = boss->get("/api/v1/events");
    EXPECT_EQ(events.text.find("ticket_called"), std::string::npos);
    EXPECT_NE(events.text.find("ticket_settled"), std::string::npos);
}

}  // namespace
}  // namespace luot::tests
