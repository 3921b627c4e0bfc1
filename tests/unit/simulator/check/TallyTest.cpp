#include "simulator/check/Tally.hpp"

#include <gmock/gmock.h>

namespace luot::simulator::check {
namespace {

const base::Instant nine{std::chrono::seconds(1'795'400'000)};

struct TallyTest : testing::Test {
    Tally tally;

    void tell(const char* name, protocol::Ticket ticket, double pace = 1) {
        protocol::EventFrame event;
        event.name = name;
        tally.event(event, ticket, pace);
    }
    static protocol::Ticket called(const char* service, int afterSeconds, int calls = 1) {
        protocol::Ticket ticket;
        ticket.service = service;
        ticket.issuedAt = nine;
        ticket.calledAt = nine + base::Seconds(afterSeconds);
        ticket.calls = calls;
        return ticket;
    }
    base::json::Object report() const {
        base::json::Object into;
        tally.report(into);
        return into;
    }
};

TEST_F(TallyTest, CountsTheWaitOfFirstCallsAlone) {
    for (const int seconds : {60, 120, 240, 480}) tell("ticket_called", called("copies", seconds));
    tell("ticket_called", called("copies", 9000, 2));
    const auto wait = report().at("wait").as_object();
    EXPECT_EQ(report().at("called").as_int64(), 4);
    EXPECT_EQ(wait.at("mean_s").as_int64(), 225);
    EXPECT_EQ(wait.at("p50_s").as_int64(), 120);
    EXPECT_EQ(wait.at("p90_s").as_int64(), 480);
    EXPECT_EQ(wait.at("max_s").as_int64(), 480);
}

TEST_F(TallyTest, TellsWaitsInSecondsOfThePlayedDay) {
    tell("ticket_called", called("copies", 2), 60);
    EXPECT_EQ(report().at("wait").as_object().at("max_s").as_int64(), 120);
}

TEST_F(TallyTest, KeepsServicesApart) {
    protocol::Ticket land;
    land.service = "land";
    land.priority = true;
    tell("ticket_issued", land);
    tell("ticket_missed", land);
    tell("ticket_finished", called("copies", 60));
    const auto services = report().at("by_service").as_object();
    EXPECT_EQ(services.at("land").as_object().at("no_show").as_int64(), 1);
    EXPECT_EQ(services.at("land").as_object().at("served").as_int64(), 0);
    EXPECT_EQ(services.at("copies").as_object().at("served").as_int64(), 1);
    EXPECT_EQ(report().at("priority").as_int64(), 1);
}

}  // namespace
}  // namespace luot::simulator::check
