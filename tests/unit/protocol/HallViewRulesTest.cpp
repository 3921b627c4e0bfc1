#include <gtest/gtest.h>

#include "HallFrames.hpp"
#include "protocol/Ahead.hpp"
#include "protocol/HallView.hpp"
#include "protocol/MinuteRange.hpp"

/// What the rules of a real centre bring to the view: who is told to come, skills, the clock, who goes first.
namespace luot::protocol {

namespace {

class HallViewRulesTest : public ::testing::Test {
protected:
    void SetUp() override {
        auto message = decodeServerMessage(
            snapshotText(1, 1,
                         ticketText("t1", "waiting", 1) + "," + ticketText("t2", "waiting", 2) + "," +
                             ticketText("t3", "waiting", 3, R"(,"slot":"2026-11-23T08:00:00+07:00")")));
        ASSERT_TRUE(message) << message.error().what;
        auto snapshot = std::get<Snapshot>(*message);
        snapshot.hall.clerks = {{"Lan", "", {"chung-thuc"}, false}, {"Minh", "", {}, false}};
        snapshot.hall.counters[0].services = {"chung-thuc", "ho-tich"};
        snapshot.hall.centre.headStarts = {86400, 43200, 21600};
        ASSERT_TRUE(view.apply(snapshot));
    }

    void event(const std::string& name, const std::string& data) {
        auto message = decodeServerMessage(eventText(static_cast<int>(view.hall().seq) + 1, name, data));
        ASSERT_TRUE(message) << message.error().what;
        const auto done = view.apply(std::get<EventFrame>(*message));
        EXPECT_TRUE(done) << done.error().what;
    }
    void ticketIs(const std::string& name, const std::string& ticket) {
        event(name, R"({"ticket":)" + ticket + "}");
    }

    HallView view;
};

TEST_F(HallViewRulesTest, KeepsWhoWasToldToComeWhileTheyWait) {
    event("tickets_prepared", R"({"numbers":["A001","A002"],"counter":1})");
    event("tickets_prepared", R"({"numbers":["A003"],"zone":"B"})");
    ASSERT_EQ(view.hall().prepared.size(), 2U);
    EXPECT_EQ(view.hall().prepared[0].zone, "B") << "newest first";
    ticketIs("ticket_called", calledText("t1", 1, 1));
    EXPECT_EQ(view.hall().prepared[1].numbers, std::vector<std::string>{"A002"});
    event("tickets_prepared", R"({"numbers":["A002"],"counter":1})");
    EXPECT_EQ(view.hall().prepared.size(), 2U) << "one of each counter";
    ticketIs("ticket_cancelled", ticketText("t3", "cancelled", 3));
    ASSERT_EQ(view.hall().prepared.size(), 1U);
    EXPECT_EQ(view.hall().prepared[0].counter, 1);
}

TEST_F(HallViewRulesTest, ServesWhatTheClerkMay) {
    const auto opened = [&](const std::string& clerk) {
        event("counter_opened", R"({"counter":{"number":1,"state":"open","clerk":")" + clerk + R"("}})");
    };
    using Services = std::vector<std::string>;
    opened("Lan");
    EXPECT_EQ(view.counter(1)->services, Services{"chung-thuc"});
    EXPECT_EQ(view.counter(1)->allServices, (Services{"chung-thuc", "ho-tich"}));
    opened("Minh");
    EXPECT_EQ(view.counter(1)->services, (Services{"chung-thuc", "ho-tich"}));
    EXPECT_FALSE(view.counter(1)->allServices);
    opened("Lan");
    event("counter_closed", R"({"counter":{"number":1,"state":"closed"}})");
    EXPECT_EQ(view.counter(1)->services, (Services{"chung-thuc", "ho-tich"}));
}

TEST_F(HallViewRulesTest, ShowsAClockFaultUntilTheDayEnds) {
    event("clock_jumped", R"({"jump":-86400.5})");
    ASSERT_TRUE(view.hall().clockFault);
    EXPECT_EQ(view.hall().clockFault->jumpS, -86400.5);
    EXPECT_EQ(base::formatClock(view.hall().clockFault->at), "08:02");
    event("day_closed", R"({"day":"2026-11-23","by_command":false})");
    EXPECT_FALSE(view.hall().clockFault);
}

TEST_F(HallViewRulesTest, ShowsAClockFaultUntilTheClockIsRightAgain) {
    event("clock_jumped", R"({"jump":3600.0})");
    ASSERT_TRUE(view.hall().clockFault);
    event("clock_jumped", R"({"jump":0})");
    EXPECT_FALSE(view.hall().clockFault);
}

TEST_F(HallViewRulesTest, TellsOfARestartUntilTheNextDay) {
    event("server_restarted", R"({"waiting":12,"down_since":"2026-11-23T08:00:00+07:00"})");
    ASSERT_TRUE(view.hall().restart);
    EXPECT_EQ(view.hall().restart->waiting, 12);
    EXPECT_EQ(base::formatClock(view.hall().restart->at), "08:02");
    event("day_closed", R"({"day":"2026-11-23","by_command":false})");
    event("day_opened", R"({"day":"2026-11-24","by_command":false})");
    EXPECT_FALSE(view.hall().restart);
}

TEST_F(HallViewRulesTest, GoesOnWithRulesThatHoldFromALaterDayAndWithoutNewsOfAppointments) {
    event("settings_changed", R"({"rules":{},"from":"2026-12-01"})");
    event("appointments_imported", R"({"appointments":[]})");
    event("dossiers_changed", R"({"ticket":)" + ticketText("t1", "waiting", 1, R"(,"dossiers":4)") + "}");
    EXPECT_TRUE(view.complete());
    EXPECT_EQ(view.ticket("t1")->dossiers, 4);
}

TEST_F(HallViewRulesTest, TakesServicesAlertsAndTheClockFromTheStatus) {
    Status status;
    status.services = {{"chung-thuc", false, base::Instant(base::Seconds(1795400000)), Estimate{60, 120}}};
    status.alerts = {{"service_unserved", std::nullopt, "chung-thuc", std::nullopt}};
    view.apply(status);
    EXPECT_FALSE(view.service("chung-thuc")->open);
    EXPECT_TRUE(view.service("chung-thuc")->opensAt);
    EXPECT_EQ(view.service("chung-thuc")->estimate->p90S, 120);
    EXPECT_EQ(view.hall().alerts, status.alerts);
    view.apply(Status{});
    EXPECT_EQ(view.hall().alerts, status.alerts) << "an older server says nothing of them";
    event("day_opened", R"({"day":"2026-11-23","by_command":true})");
    EXPECT_TRUE(view.service("chung-thuc")->open);
    EXPECT_FALSE(view.service("chung-thuc")->opensAt);
}

TEST_F(HallViewRulesTest, CountsWhoGoesBeforeByClassAndPlace) {
    EXPECT_EQ(view.ahead(*view.ticket("t1")), 1) << "the booked one goes before";
    EXPECT_EQ(view.ahead(*view.ticket("t3")), 0);
    auto priority = ticketText("t4", "waiting", 4);
    priority.replace(priority.find(R"("priority":false)"), 16, R"("priority":true)");
    ticketIs("ticket_issued", priority);
    EXPECT_EQ(view.ahead(*view.ticket("t2")), 3);
    EXPECT_EQ(view.ahead(*view.ticket("t3")), 1);
    EXPECT_EQ(view.ahead(*view.ticket("t4")), 0);
    ticketIs("ticket_transferred", ticketText("t1", "waiting", 1, R"(,"only_counter":2)"));
    EXPECT_EQ(view.ahead(*view.ticket("t1")), 0) << "waits at its counter alone";
    EXPECT_EQ(view.ahead(*view.ticket("t2")), 2);
    auto all = view.hall().waiting;
    putAhead(all, view.hall().centre.headStarts);
    for (const auto& ticket : all) EXPECT_EQ(ticket.ahead, view.ahead(ticket)) << ticket.id;
}

TEST_F(HallViewRulesTest, ALeavingTicketLeavesNobodyAhead) {
    ticketIs("ticket_called", calledText("t1", 1, 1));
    EXPECT_EQ(view.ahead(*view.ticket("t1")), 0);
    EXPECT_EQ(view.ahead(*view.ticket("t2")), 1);
}

TEST(MinuteRangeTest, RoundsUpToWholeMinutesAndAboveFifteenToStepsOfFive) {
    EXPECT_EQ(minuteRange({0, 0}), (MinuteRange{0, 0}));
    EXPECT_EQ(minuteRange({1, 60}), (MinuteRange{1, 1}));
    EXPECT_EQ(minuteRange({61, 900}), (MinuteRange{2, 15}));
    EXPECT_EQ(minuteRange({901, 1201}), (MinuteRange{20, 25}));
}

}  // namespace

}  // namespace luot::protocol
