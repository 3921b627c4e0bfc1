#include "tests/unit/queue/HallUnderTest.hpp"

/// Shared, wrapping and never-ending series, and numbers of printed rolls.
namespace luot::queue::test {
namespace {

using std::chrono::minutes;

constexpr auto tuesday = base::Date{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)};

TEST(SeriesTest, IsSharedByServicesOfOneId) {
    auto rules = smallCentre();
    for (auto& service : rules.services) service.numbers = {"all", "S", 1, std::nullopt, 3, false, true};
    auto hall = HallUnderTest::working(rules);
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "S001");
    EXPECT_EQ(hall.ticket(hall.issue("b")).number, "S002");
}

TEST(SeriesTest, MayHaveDigitsInsteadOfLetters) {
    auto rules = smallCentre();
    rules.services[0].numbers = {"", "1", 1, 999, 3, false, true};
    auto hall = HallUnderTest::working(rules);
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "1001");
}

TEST(SeriesTest, WrapsOverNumbersThatNobodyHasToday) {
    auto rules = smallCentre();
    rules.services[0].numbers = {"", "A", 1, 3, 3, true, false};
    auto hall = HallUnderTest::working(rules);
    hall.issue("a");
    hall.issue("a");
    hall.now = at(8, 0, 0, tuesday);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A003") << "goes on from the day before";
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A001");
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A002");
    EXPECT_EQ(hall.answer(issueOf("a")), "series_used_up") << "each once a day";
}

TEST(SeriesTest, BeginsAnewEachDayUnlessSetOtherwise) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.now = at(8, 0, 0, tuesday);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A001");
}

AddPaperTickets roll(std::vector<AddPaperTickets::Slip> slips) { return {"a", std::move(slips)}; }

TEST(PaperTest, NumbersStandWhereTheirTimePutsThem) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.pass(minutes(10));
    hall.issue("a");
    hall.pass(minutes(10));
    EXPECT_EQ(
        hall.answer(roll({{"p1", "A101", at(8, 5)}, {"p2", "A102", at(8, 6)}, {"p3", "A103", at(8, 20)}})),
        "ok");
    EXPECT_TRUE(hall.ticket("p1").paper);
    for (const auto* number : {"A001", "A101", "A102", "A002", "A103"}) EXPECT_EQ(hall.serveNext(1), number);
}

TEST(PaperTest, NumbersAreNotGivenByTheMachineAgain) {
    auto hall = HallUnderTest::working();
    hall.give(roll({{"p1", "A001", at(8)}, {"p2", "A002", at(8)}}));
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A003");
    EXPECT_EQ(hall.answer(roll({{"p3", "A003", at(8)}})), "number_taken");
}

TEST(PaperTest, TimesMustBeOfTodayAndNotToCome) {
    auto hall = HallUnderTest::working();
    EXPECT_EQ(hall.answer(roll({{"p1", "A101", at(8, 1)}})), "bad_argument");
    EXPECT_EQ(hall.answer(roll({{"p1", "A101", at(8, 0, 0, tuesday)}})), "bad_argument");
    EXPECT_EQ(hall.answer(roll({})), "bad_argument");
    EXPECT_EQ(hall.answer(roll({{"p1", "A101", at(8)}, {"p2", "A101", at(8)}})), "number_taken");
    EXPECT_EQ(hall.state.waiting(), 0u) << "all or none";
}

}  // namespace
}  // namespace luot::queue::test
