#include "server/api/HallProjection.hpp"

#include <gtest/gtest.h>

#include "protocol/HallView.hpp"
#include "queue/event/EventCodec.hpp"
#include "server/api/wire/Outlook.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::server::api {
namespace {

using queue::test::at;
using queue::test::issueOf;

/// A hall that works, with the standing that its events make and a client's view that follows them.
class HallProjectionTest : public testing::Test {
protected:
    HallProjectionTest() : HallProjectionTest(queue::test::smallCentre()) {}
    explicit HallProjectionTest(queue::Rules rules) {
        give(queue::ChangeSettings{std::move(rules)});
        give(queue::TimePassed{});
        for (const auto& place : standing.hall.rules.counters) give(queue::OpenCounter{place.number, {}});
        for (const auto& part : inParts(wire())) parts.push_back(part);
        for (std::size_t i = 0; i < parts.size(); ++i)
            EXPECT_TRUE(view.apply(protocol::Snapshot{standing.seq, static_cast<int>(i + 1),
                                                      static_cast<int>(parts.size()), parts[i]}));
    }

    void give(const queue::Command& command) {
        const auto decided = queue::decide(standing.hall, command, now);
        ASSERT_TRUE(decided) << static_cast<int>(decided.error().code) << ' ' << decided.error().subject;
        for (const auto& event : *decided) {
            standing.apply(event, now);
            if (!view.complete()) continue;
            auto data = base::json::parse(queue::encodeEvent(event))->as_object();
            const auto done =
                view.apply(protocol::EventFrame{standing.seq, now, queue::eventName(event), std::move(data)});
            ASSERT_TRUE(done) << done.error().what;
        }
    }
    void issue(const std::string& service, bool priority = false, const std::string& lane = "normal") {
        auto command = issueOf(service, "t" + std::to_string(++issued));
        command.priority = priority;
        command.lane = lane;
        give(command);
    }
    protocol::Hall wire() const { return wireHall(standing, {"feed", now, true, 1}); }

    /// What the view shows must be what the server would show, but for what only a status tells.
    void expectSameHall() {
        view.apply(wire::status(standing, {"feed", now, true, 1}));
        auto truth = wire();
        for (auto& ticket : truth.waiting) {
            EXPECT_EQ(ticket.ahead, view.ahead(ticket)) << ticket.id;
            EXPECT_EQ(ticket.ahead, standing.hall.ahead(*standing.hall.ticket(ticket.id))) << ticket.id;
            ticket.ahead.reset();
            ticket.estimate.reset();
        }
        auto shown = view.hall();
        shown.now = truth.now;
        EXPECT_EQ(base::json::encodeText(shown), base::json::encodeText(truth));
    }

    base::Instant now = at(8);
    hall::Standing standing;
    std::vector<protocol::Hall> parts;
    protocol::HallView view;
    int issued = 0;
};

TEST_F(HallProjectionTest, AViewThatFollowsTheEventsShowsTheServersHall) {
    issue("a");
    issue("a", true);
    issue("b", false, "late_result");
    issue("a");
    issue("b");
    expectSameHall();
    give(queue::PrepareTickets{1, 3});
    give(queue::TransferTicket{"t4", std::nullopt, 3});
    give(queue::ChangeDossiers{"t1", 3, "H1"});
    expectSameHall();
    now += base::Minutes(4);
    give(queue::CallNext{1});
    give(queue::CallNext{3});
    give(queue::RecordClockJump{base::Milliseconds(90'500)});
    give(queue::HoldTicket{3});
    expectSameHall();
    EXPECT_EQ(view.hall().clockFault->jumpS, 90.5);
    now += base::Minutes(40);
    give(queue::StartService{1});
    give(queue::FinishTicket{1, std::nullopt});
    expectSameHall();
    EXPECT_EQ(view.hall().alerts.front().code, "held_too_long");
}

TEST_F(HallProjectionTest, WaitsAreSummedWithoutTheGapBetweenSessions) {
    now = at(11, 20);
    issue("a");
    now = at(13, 40);
    give(queue::CallNext{1});
    EXPECT_EQ(wire().waitSumS, 20 * 60) << "ten minutes before lunch and ten after it";
    EXPECT_EQ(wire().called.front().waitedS, 20 * 60);
    expectSameHall();
}

TEST_F(HallProjectionTest, SaysWhenAServiceGivesNumbersAgain) {
    now = at(12);
    const auto closed = wire();
    EXPECT_FALSE(closed.services[0].open);
    EXPECT_EQ(closed.services[0].opensAt, at(13, 15));
    EXPECT_FALSE(closed.services[0].estimate);
    now = at(14);
    EXPECT_TRUE(wire().services[0].open);
    EXPECT_FALSE(wire().services[0].opensAt);
}

TEST_F(HallProjectionTest, ToldQuotaClosesTheService) {
    auto rules = standing.hall.rules;
    rules.services[0].quota = 1;
    standing.hall.rules = rules;
    EXPECT_TRUE(wire().services[0].open);
    issue("a");
    EXPECT_FALSE(wire().services[0].open);
}

TEST_F(HallProjectionTest, EstimatesOnceServicesAreMeasuredAndNotBefore) {
    for (int i = 0; i < 12; ++i) issue("a");
    EXPECT_FALSE(wire().waiting.back().estimate) << "it would be a guess";
    standing.hall.serviceTimes["a"] = {20, base::Milliseconds(20 * 300'000)};
    for (const int counter : {1, 2, 9}) give(queue::CallNext{counter});
    const auto shown = wire();
    ASSERT_TRUE(shown.waiting.front().estimate && shown.waiting.back().estimate);
    EXPECT_LT(shown.waiting.front().estimate->p50S, shown.waiting.back().estimate->p50S);
    EXPECT_LT(shown.waiting.back().estimate->p50S, shown.waiting.back().estimate->p90S);
    ASSERT_TRUE(shown.services[0].estimate);
    EXPECT_GT(shown.services[0].estimate->p50S, shown.waiting.back().estimate->p50S);
}

TEST_F(HallProjectionTest, EveryPartFitsAFrameHoweverLongTheTextsAre) {
    for (int i = 0; i < 300; ++i) {
        auto command = issueOf("a", "t" + std::to_string(i));
        command.procedure = command.dossierCode = std::string(200, 'x');
        give(command);
    }
    std::size_t waiting = 0;
    const auto cut = inParts(wire());
    for (const auto& part : cut) {
        const protocol::Snapshot snapshot{standing.seq, 1, static_cast<int>(cut.size()), part};
        EXPECT_LE(protocol::encodeMessage(protocol::ServerMessage(snapshot)).size(), protocol::maxFrameBytes);
        EXPECT_LE(part.waiting.size(), 80U);
        waiting += part.waiting.size();
    }
    EXPECT_EQ(waiting, 300U);
}

TEST_F(HallProjectionTest, TellsAStatusAnewOnlyWhenItMatters) {
    const api::Surroundings around{"feed", now, true, 1};
    const auto told = wire::status(standing, around);
    EXPECT_FALSE(wire::differ(told, told));
    auto later = told;
    (*later.services)[0].estimate = protocol::Estimate{60, 90};
    EXPECT_TRUE(wire::differ(told, later)) << "one where there was none";
    auto bit = later;
    (*bit.services)[0].estimate = protocol::Estimate{90, 150};
    EXPECT_FALSE(wire::differ(later, bit));
    (*bit.services)[0].estimate = protocol::Estimate{90, 600};
    EXPECT_TRUE(wire::differ(later, bit));
    auto alerted = told;
    alerted.alerts.push_back({"service_unserved", std::nullopt, "a", std::nullopt});
    EXPECT_TRUE(wire::differ(told, alerted));
    EXPECT_TRUE(wire::differ(protocol::Status{}, told));
}

TEST_F(HallProjectionTest, SkillsNarrowWhatACounterServes) {
    standing.hall.rules.clerks = {{"Lan", "", {"b"}, false}};
    give(queue::CloseCounter{2});
    give(queue::OpenCounter{2, "Lan"});
    const auto counter = wireCounter(standing.hall.desks.at(2), standing.hall);
    EXPECT_EQ(counter.services, std::vector<std::string>{"b"});
    EXPECT_EQ(counter.allServices, (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(wireCounter(standing.hall.desks.at(9), standing.hall).callingServes);
}

}  // namespace
}  // namespace luot::server::api
