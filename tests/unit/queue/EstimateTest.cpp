#include "queue/outlook/Estimate.hpp"

#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {
namespace {

using std::chrono::seconds;

/// Counter 1 alone is open and has served `measured` tickets of service a in `each` seconds.
HallUnderTest measured(int count, int each) {
    HallUnderTest hall;
    hall.give(TimePassed{});
    hall.give(OpenCounter{1, std::nullopt});
    for (int i = 0; i < count; ++i) {
        hall.issue("a");
        hall.callNext(1);
        hall.give(StartService{1});
        hall.pass(seconds(each));
        hall.give(FinishTicket{1, std::nullopt});
    }
    return hall;
}

std::optional<Estimate> estimateOf(HallUnderTest& hall, const std::string& id) {
    return estimateFor(hall.state, hall.ticket(id), hall.now);
}

/// (counters, rate, ahead) -> p50 and p90 of queue-references.json, "MMs_conditional_delay_Erlang".
TEST(EstimateTest, QuantilesAreThoseOfErlang) {
    struct Case {
        double s, mu, ahead, p50, p90;
    };
    for (const auto& c : {Case{1, 0.2, 0, 3.46573590279972655, 11.5129254649702284},
                          Case{5, 0.2, 4, 4.67090888279598372, 7.99358958605263044},
                          Case{10, 0.1, 9, 9.66871461471413115, 14.2059902921528166},
                          Case{10, 0.125, 30, 24.5338491101263337, 30.6520832017950967}}) {
        EXPECT_NEAR(erlangQuantile(c.ahead, 1 / (c.s * c.mu), 0.5), c.p50, 1e-9);
        EXPECT_NEAR(erlangQuantile(c.ahead, 1 / (c.s * c.mu), 0.9), c.p90, 1e-9);
    }
}

TEST(EstimateTest, CountsThosePeopleWhoGoFirstAndTheCounterThatIsBusy) {
    auto hall = measured(5, 300);
    hall.issue("a");
    hall.callNext(1);
    hall.issue("a");
    const auto id = hall.issue("a");
    const auto estimate = estimateOf(hall, id);
    ASSERT_TRUE(estimate);
    EXPECT_EQ(estimate->p50S, seconds(std::llround(erlangQuantile(1, 300, 0.5))));
    EXPECT_EQ(estimate->p90S, seconds(std::llround(erlangQuantile(1, 300, 0.9))));
}

TEST(EstimateTest, IsNothingWhenACounterIsFree) {
    auto hall = measured(5, 300);
    EXPECT_EQ(estimateOf(hall, hall.issue("a")), Estimate{});
}

TEST(EstimateTest, IsNotMadeFromFewerThanFiveMeasuredServices) {
    auto hall = measured(4, 300);
    EXPECT_EQ(estimateOf(hall, hall.issue("a")), std::nullopt);
}

TEST(EstimateTest, IsNotMadeWhereNobodyServes) {
    auto hall = measured(5, 300);
    const auto id = hall.issue("a");
    hall.give(CloseCounter{1});
    EXPECT_EQ(estimateOf(hall, id), std::nullopt);
}

TEST(EstimateTest, IsShorterForPriority) {
    auto hall = measured(5, 300);
    hall.issue("a");
    hall.callNext(1);
    for (int i = 0; i < 4; ++i) hall.issue("a");
    const auto normal = estimateOf(hall, hall.issue("a"));
    const auto priority = estimateOf(hall, hall.issue("a", true));
    ASSERT_TRUE(normal && priority);
    EXPECT_LT(priority->p90S, normal->p50S);
}

TEST(EstimateTest, AddsTheBreakBetweenSessions) {
    auto hall = measured(5, 300);
    hall.issue("a");
    hall.callNext(1);
    for (int i = 0; i < 3; ++i) hall.issue("a");
    const auto id = hall.issue("a");
    const auto before = estimateOf(hall, id);
    ASSERT_TRUE(before);
    hall.now = at(11, 15);
    const auto estimate = estimateOf(hall, id);
    ASSERT_TRUE(estimate);
    ASSERT_GT(before->p50S, seconds(15 * 60)) << "or the test says nothing";
    EXPECT_EQ(estimate->p50S, before->p50S + std::chrono::hours(2));
    EXPECT_EQ(estimate->p90S, before->p90S + std::chrono::hours(2));
    hall.now = at(12);
    EXPECT_EQ(estimateOf(hall, id)->p50S, before->p50S + std::chrono::minutes(90));
}

TEST(EstimateTest, IsNotMadeBeyondTheEndOfTheDaysQueue) {
    auto hall = measured(5, 1800);
    hall.now = at(16, 30);
    for (int i = 0; i < 8; ++i) hall.issue("a");
    EXPECT_EQ(estimateOf(hall, hall.issue("a")), std::nullopt);
}

TEST(EstimateTest, CountsThoseWhoReachTheCeilingBeforeAPriorityTicket) {
    auto hall = measured(5, 300);
    for (int i = 0; i < 4; ++i) hall.issue("a");
    hall.callNext(1);
    hall.pass(std::chrono::minutes(46));
    const auto estimate = estimateOf(hall, hall.issue("a", true));
    ASSERT_TRUE(estimate);
    EXPECT_EQ(estimate->p50S, seconds(std::llround(erlangQuantile(3, 300, 0.5))));
}

TEST(EstimateTest, CountsTheFairTurnsOfThoseWhoHaveWaitedLong) {
    auto hall = measured(5, 300);
    for (int i = 0; i < 4; ++i) hall.issue("a");
    hall.callNext(1);
    hall.pass(std::chrono::minutes(16));
    for (int i = 0; i < 2; ++i) hall.issue("a", true);
    const auto third = estimateOf(hall, hall.issue("a", true));
    ASSERT_TRUE(third);
    EXPECT_EQ(third->p50S, seconds(std::llround(erlangQuantile(3, 300, 0.5))))
        << "two priority tickets, then one that has waited long";
}

TEST(EstimateTest, IsOfTheCounterThatATicketWasSentTo) {
    auto hall = measured(5, 300);
    hall.give(OpenCounter{2, std::nullopt});
    hall.issue("a");
    hall.callNext(1);
    const auto id = hall.issue("a");
    EXPECT_EQ(estimateOf(hall, id), Estimate{}) << "counter 2 is free";
    hall.give(TransferTicket{id, std::nullopt, 1});
    EXPECT_EQ(estimateOf(hall, id)->p50S, seconds(std::llround(erlangQuantile(0, 300, 0.5))));
}

TEST(EstimateTest, IsNotMadeForBulkWhoseOwnCountersAreClosed) {
    auto rules = smallCentre();
    rules.lanes.bulkFrom = 5;
    rules.lanes.bulkNumbers.prefix = "V";
    rules.counters[1].lanes = {"bulk"};
    HallUnderTest hall(rules);
    hall.give(TimePassed{});
    hall.give(OpenCounter{1, std::nullopt});
    for (int i = 0; i < 5; ++i) {
        hall.issue("a");
        hall.callNext(1);
        hall.give(StartService{1});
        hall.pass(seconds(300));
        hall.give(FinishTicket{1, std::nullopt});
    }
    auto many = issueOf("a", "many");
    many.dossiers = 9;
    ASSERT_EQ(hall.answer(many), "ok");
    EXPECT_EQ(estimateOf(hall, "many"), std::nullopt);
}

TEST(EstimateTest, LearnsNothingFromAServiceThatTheEndOfTheDayCutOff) {
    auto hall = measured(5, 300);
    hall.issue("a");
    hall.callNext(1);
    hall.give(StartService{1});
    hall.pass(std::chrono::hours(8));
    hall.give(CloseDay{});
    EXPECT_EQ(hall.state.serviceTimes.at("a").count, 5);
}

TEST(EstimateTest, RemembersMeasuredTimesOverNight) {
    auto hall = measured(6, 300);
    hall.now = at(8, 0, 0, base::nextDay(monday));
    hall.give(TimePassed{});
    hall.give(OpenCounter{1, std::nullopt});
    EXPECT_TRUE(estimateOf(hall, hall.issue("a")));
}

}  // namespace
}  // namespace luot::queue::test
