#include "tests/unit/queue/HallUnderTest.hpp"

/// What counters take, who may serve, and the map that the head changes.
namespace luot::queue::test {
namespace {

using std::chrono::minutes;

/// Counter 1 of the small centre as a priority window for all services, falling back on a and b.
Rules withWindow() {
    auto rules = smallCentre();
    auto& window = rules.counters[0];
    window.services = {{"a", 1}, {"b", 1}, {"c", 1}};
    window.priority = TakesPriority::only;
    window.idleFallback = {"a", "b"};
    return rules;
}

TEST(PriorityWindowTest, ServesPriorityOfEveryService) {
    auto hall = HallUnderTest::working(withWindow());
    hall.issue("a");
    hall.issue("c", true);
    EXPECT_EQ(hall.callNext(1), "C001");
}

TEST(PriorityWindowTest, TakesTheBusiestFallbackServiceWhenNoPriorityTicketWaits) {
    auto hall = HallUnderTest::working(withWindow());
    hall.issue("a");
    hall.issue("b");
    hall.issue("b");
    hall.issue("c");
    EXPECT_EQ(hall.callNext(1), "B001");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::fallback);
}

TEST(PriorityWindowTest, LeavesWhatIsNoFallback) {
    auto hall = HallUnderTest::working(withWindow());
    hall.issue("c");
    EXPECT_EQ(hall.callNext(1), "nobody_waiting");
}

TEST(CounterPlaceTest, WithoutPriorityLeavesThoseTickets) {
    auto rules = smallCentre();
    rules.counters[0].priority = TakesPriority::no;
    auto hall = HallUnderTest::working(rules);
    hall.issue("a", true);
    hall.issue("a");
    EXPECT_EQ(hall.callNext(1), "A002");
    EXPECT_EQ(hall.callNext(2), "A001");
}

TEST(CounterPlaceTest, IdleCounterTakesItsFallback) {
    auto rules = smallCentre();
    rules.counters[0].idleFallback = {"b"};
    auto hall = HallUnderTest::working(rules);
    hall.issue("b");
    hall.issue("a");
    EXPECT_EQ(hall.serveNext(1), "A001") << "its own service first, whoever came earlier";
    EXPECT_EQ(hall.serveNext(1), "B001");
}

TEST(CounterPlaceTest, FallbackIsWhereMostWaitWhomItMayTake) {
    auto rules = smallCentre();
    rules.counters[0].priority = TakesPriority::no;
    rules.counters[0].idleFallback = {"b", "c"};
    auto hall = HallUnderTest::working(rules);
    hall.issue("b", true);
    hall.issue("b", true);
    hall.issue("c");
    EXPECT_EQ(hall.callNext(1), "C001");
}

TEST(ClerkTest, FallsBackOnlyOnWhatHeIsSkilledFor) {
    auto rules = smallCentre();
    rules.counters[0].idleFallback = {"b", "c"};
    rules.clerks = {{"lan", "post", {"a", "c"}, true}};
    auto hall = HallUnderTest(rules);
    hall.give(TimePassed{});
    hall.give(OpenCounter{1, "lan"});
    hall.issue("b");
    EXPECT_EQ(hall.callNext(1), "nobody_waiting");
    EXPECT_EQ(hall.answer(CallNumber{1, "B001"}), "not_served_here");
    hall.issue("c");
    EXPECT_EQ(hall.callNext(1), "C001");
}

TEST(ClerkTest, ServesOnlyWhatHeIsSkilledFor) {
    auto rules = smallCentre();
    rules.clerks = {{"lan", "post", {"b"}, true}};
    auto hall = HallUnderTest(rules);
    hall.give(TimePassed{});
    hall.give(OpenCounter{2, "lan"});
    hall.issue("a");
    hall.issue("b");
    EXPECT_EQ(hall.callNext(2), "B001");
    hall.give(StartService{2});
    EXPECT_EQ(hall.answer(CallNumber{2, "A001"}), "not_served_here");
}

TEST(ClerkTest, WhomNobodyNamedMayServeAll) {
    auto rules = smallCentre();
    rules.clerks = {{"lan", "", {"b"}, false}};
    auto hall = HallUnderTest(rules);
    hall.give(TimePassed{});
    hall.give(OpenCounter{2, "minh"});
    hall.issue("a");
    EXPECT_EQ(hall.callNext(2), "A001");
}

TEST(ClerkTest, OpensCountersOfHisOwnOfficeAndASpareOneAnys) {
    auto rules = smallCentre();
    rules.units = {{"post", {"Bưu điện", "Post office"}}, {"police", {"Công an", "Police"}}};
    rules.counters[0].unit = "post";
    rules.counters[1].unit = "police";
    rules.clerks = {{"lan", "post", {}, false}, {"binh", "post", {}, true}, {"minh", "", {}, false}};
    auto hall = HallUnderTest(rules);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.answer(OpenCounter{2, "lan"}), "other_unit");
    EXPECT_EQ(hall.answer(OpenCounter{1, "lan"}), "ok");
    EXPECT_EQ(hall.answer(OpenCounter{2, "binh"}), "ok") << "a spare clerk";
    EXPECT_EQ(hall.answer(OpenCounter{3, "lan"}), "ok") << "of no office";
    hall.give(CloseCounter{1});
    EXPECT_EQ(hall.answer(OpenCounter{1, "minh"}), "ok") << "whom no office sends";
}

MapChange mapOf(int counter, std::vector<RankedService> services) {
    return {{{counter, std::move(services), std::nullopt, std::nullopt}}, "12/QĐ"};
}

TEST(MapTest, HoldsFromNowAndLosesNobody) {
    auto hall = HallUnderTest::working();
    hall.issue("c");
    hall.issue("a");
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(1, {{"c", 1}})}), "ok");
    EXPECT_EQ(hall.callNext(1), "C001");
    EXPECT_EQ(hall.callNext(2), "A001") << "what counter 1 no longer serves";
}

TEST(MapTest, MustLeaveEveryServiceACounter) {
    auto hall = HallUnderTest::working();
    const auto refused = hall.give(ChangeMap{mapOf(3, {{"b", 1}})});
    ASSERT_FALSE(refused);
    EXPECT_EQ(word(refused.error().code), "service_unserved");
    EXPECT_EQ(refused.error().subject, "c");
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(7, {{"b", 1}})}), "unknown_counter");
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(1, {{"z", 1}})}), "unknown_service");
}

TEST(MapTest, NamesAServiceOnceAtACounterAndACounterOnce) {
    auto hall = HallUnderTest::working();
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(1, {{"a", 1}, {"b", 2}, {"a", 2}})}), "named_twice");
    auto map = mapOf(1, {{"a", 1}});
    map.counters.push_back(map.counters.front());
    EXPECT_EQ(hall.answer(ChangeMap{map}), "named_twice");
    EXPECT_EQ(hall.state.rules, smallCentre());
}

TEST(MapTest, FallsBackOnServicesThatTheCentreHas) {
    auto hall = HallUnderTest::working();
    auto map = mapOf(1, {{"a", 1}});
    map.counters[0].idleFallback = {"b", "nowhere"};
    const auto refused = hall.give(ChangeMap{map});
    ASSERT_FALSE(refused);
    EXPECT_EQ(word(refused.error().code), "unknown_service");
    EXPECT_EQ(refused.error().subject, "nowhere");
    map.counters[0].idleFallback = {"b", "b"};
    EXPECT_EQ(hall.answer(ChangeMap{map}), "named_twice");
    map.counters[0].idleFallback = {"a", "b"};
    EXPECT_EQ(hall.answer(ChangeMap{map}), "ok") << "a priority window falls back on its own services";
}

TEST(MapTest, TellsAllThatIsWrongWithItsPlace) {
    auto hall = HallUnderTest::working();
    auto map = mapOf(77, {{"nowhere", 0}});
    map.counters.push_back({1, {{"a", 1}}, std::nullopt, std::nullopt});
    map.counters.push_back({2, {{"a", 1}, {"a", 2}}, std::nullopt, {{"moon"}}});
    std::vector<std::string> told;
    for (const auto& [place, refusal] : wrongElements(hall.state, ChangeMap{map}, hall.now))
        told.push_back(std::to_string(place) + ' ' + word(refusal.code) + ' ' + refusal.subject);
    EXPECT_EQ(told, (std::vector<std::string>{"0 unknown_counter 77", "0 bad_argument rank",
                                              "0 unknown_service nowhere", "2 named_twice a",
                                              "2 unknown_service moon"}));
}

TEST(MapTest, MustLeaveSomebodyForPriorityTicketsToo) {
    auto hall = HallUnderTest::working();
    auto map = mapOf(3, {{"b", 1}, {"c", 1}});
    map.counters[0].priority = TakesPriority::no;
    EXPECT_EQ(hall.answer(ChangeMap{map}), "service_unserved");
    map.counters[0].priority = TakesPriority::only;
    EXPECT_EQ(hall.answer(ChangeMap{map}), "service_unserved");
}

TEST(MapTest, IsRefusedWhenItWouldLeaveAServiceAloneWithWhatIsPlanned) {
    auto hall = HallUnderTest::working();
    const auto tomorrow = base::nextDay(monday), later = base::nextDay(tomorrow);
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(2, {{"a", 1}}), later}), "ok") << "b has counter 3 still";
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(3, {{"c", 1}}), tomorrow}), "service_unserved");
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(3, {{"c", 1}})}), "service_unserved");
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(1, {{"b", 1}}), later}), "ok");
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(3, {{"c", 1}}), later}), "ok");
    hall.now = at(8, 0, 0, later);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.state.place(1)->services.front().service, "b");
}

/// After midnight and before the opening today's plan does not hold yet.
TEST(MapTest, IsRefusedWhenOnlyWhatIsPlannedForTodayWouldServe) {
    auto hall = HallUnderTest::working();
    const auto tomorrow = base::nextDay(monday);
    ASSERT_EQ(hall.answer(ChangeMap{mapOf(1, {{"c", 1}}), tomorrow}), "ok");
    hall.give(CloseDay{});
    hall.now = at(5, 0, 0, tomorrow);
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(3, {{"b", 1}})}), "service_unserved");
}

TEST(MapTest, PlannedOnesBeginInTheOrderOfTheirDays) {
    auto hall = HallUnderTest::working();
    const auto tomorrow = base::nextDay(monday), later = base::nextDay(tomorrow);
    hall.give(ChangeMap{mapOf(1, {{"c", 1}}), later});
    hall.give(ChangeMap{mapOf(1, {{"b", 1}}), tomorrow});
    hall.now = at(8, 0, 0, later);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.state.place(1)->services.front().service, "c");
}

TEST(MapTest, HoldsFromADayOn) {
    auto hall = HallUnderTest::working();
    const auto tomorrow = base::nextDay(monday);
    EXPECT_EQ(hall.answer(ChangeMap{mapOf(1, {{"c", 1}}), tomorrow}), "ok");
    hall.issue("a");
    EXPECT_EQ(hall.callNext(1), "A001") << "today as before";
    hall.give(StartService{1});
    hall.give(FinishTicket{1, std::nullopt});
    hall.now = at(8, 0, 0, tomorrow);
    hall.give(TimePassed{});
    EXPECT_TRUE(hall.state.planned.empty());
    hall.give(OpenCounter{1, std::nullopt});
    hall.issue("c");
    EXPECT_EQ(hall.callNext(1), "C001");
}

TEST(MapTest, StaysWhenTheCentresFileComesAgain) {
    auto hall = HallUnderTest::working();
    hall.give(ChangeMap{mapOf(1, {{"c", 1}})});
    EXPECT_EQ(hall.answer(ChangeSettings{smallCentre()}), "nothing") << "the same file as before";
    hall.now = at(8, 0, 0, base::nextDay(monday));
    hall.give(TimePassed{});
    EXPECT_EQ(hall.answer(ChangeSettings{smallCentre()}), "nothing") << "on the next day too";
    EXPECT_EQ(hall.state.place(1)->services.front().service, "c");
}

TEST(MapTest, RulesOfALaterDayHoldThenAndComeOnce) {
    auto hall = HallUnderTest::working();
    auto rules = smallCentre();
    rules.order.ceiling = minutes(60);
    const auto tomorrow = base::nextDay(monday);
    EXPECT_EQ(hall.answer(ChangeSettings{rules, tomorrow}), "ok");
    EXPECT_EQ(hall.answer(ChangeSettings{rules, tomorrow}), "nothing");
    EXPECT_EQ(hall.state.rules.order.ceiling, minutes(45));
    hall.now = at(8, 0, 0, tomorrow);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.state.rules.order.ceiling, minutes(60));
}

TEST(MapTest, RulesOfALaterDayAreWithdrawnByTheFileThatHoldsNow) {
    auto hall = HallUnderTest::working();
    auto rules = smallCentre();
    rules.order.ceiling = minutes(60);
    const auto tomorrow = base::nextDay(monday);
    hall.give(ChangeSettings{rules, tomorrow});
    EXPECT_EQ(hall.answer(ChangeSettings{smallCentre()}), "ok");
    hall.now = at(8, 0, 0, tomorrow);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.state.rules.order.ceiling, minutes(45));
}

}  // namespace
}  // namespace luot::queue::test
