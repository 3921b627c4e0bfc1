#include "simulator/people/Citizens.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>

namespace luot::simulator::people {
namespace {

using testing::Each;
using testing::Field;
using testing::Ge;
using testing::Le;
using testing::SizeIs;

using base::Minutes;

constexpr base::Date monday{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(23)};
constexpr base::Date sunday{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(22)};

/// Three slots with a lunch between the second and the third.
profile::Profile threeSlots() {
    profile::Profile profile;
    profile.slots = {{"08:00", 30, 0.2, ""}, {"08:30", 30, 0.5, ""}, {"13:30", 60, 0.3, ""}};
    profile.weekdayFactor.mon = 1.5;
    auto& how = profile.behaviour;
    how.priorityShare = 0.25;
    how.secondServiceShare = 0.5;
    how.patienceMinutes = {60, 0.5};
    how.bulk = {0, {"land"}, 0.5, 4, 1};
    return profile;
}

Demand dayOf(double typical) {
    Demand demand;
    demand.date = monday;
    demand.from = base::instantAt(monday, Minutes(0));
    demand.typicalTickets = typical;
    demand.mix = {{"copies", 0.7}, {"land", 0.3}};
    return demand;
}

std::vector<Citizen> drawn(const profile::Profile& profile, Demand demand, std::uint64_t seed) {
    return Citizens(profile, std::move(demand), seed).day();
}

std::map<int, int> countsByHalfHour(const std::vector<Citizen>& citizens) {
    std::map<int, int> counts;
    for (const auto& citizen : citizens) ++counts[static_cast<int>(base::timeOfDay(citizen.at).count()) / 30];
    return counts;
}

/// Five deviations of a Poisson count: a right program fails once in two million slots.
testing::Matcher<int> near(double expected) {
    const double slack = 5 * std::sqrt(expected);
    return testing::AllOf(Ge(static_cast<int>(expected - slack)), Le(static_cast<int>(expected + slack)));
}

TEST(CitizensTest, ComeBySlotAsTheProfileSays) {
    const auto counts = countsByHalfHour(drawn(threeSlots(), dayOf(20'000), 7));
    const double total = 20'000 * 1.5;
    ASSERT_THAT(counts, SizeIs(4));
    EXPECT_THAT(counts.at(16), near(total * 0.2));
    EXPECT_THAT(counts.at(17), near(total * 0.5));
    EXPECT_THAT(counts.at(27), near(total * 0.15));
    EXPECT_THAT(counts.at(28), near(total * 0.15));
}

TEST(CitizensTest, PlaysASundayAsATypicalDay) {
    auto profile = threeSlots();
    auto demand = dayOf(10'000);
    demand.date = sunday;
    demand.from = base::instantAt(sunday, Minutes(0));
    EXPECT_THAT(static_cast<int>(drawn(profile, demand, 7).size()), near(10'000));
}

TEST(CitizensTest, VariesTheDaysTotalByItsNoise) {
    auto profile = threeSlots();
    profile.arrivals.dayNoiseCv = 0.2;
    constexpr int days = 400;
    double sum = 0, squares = 0;
    for (int day = 0; day < days; ++day) {
        const auto count =
            static_cast<double>(drawn(profile, dayOf(2000), static_cast<std::uint64_t>(day)).size());
        sum += count;
        squares += count * count;
    }
    const double mean = sum / days;
    const double deviation = std::sqrt(squares / days - mean * mean);
    EXPECT_NEAR(mean, 3000, 100);
    // sqrt(0.2^2 + 1/3000), the noise and the Poisson process together.
    EXPECT_NEAR(deviation / mean, 0.201, 0.03);
}

TEST(CitizensTest, TheSameSeedGivesTheSameDay) {
    EXPECT_EQ(drawn(threeSlots(), dayOf(300), 42), drawn(threeSlots(), dayOf(300), 42));
}

TEST(CitizensTest, AnotherSeedGivesAnotherDay) {
    EXPECT_NE(drawn(threeSlots(), dayOf(300), 42), drawn(threeSlots(), dayOf(300), 43));
}

TEST(CitizensTest, AFixedNumberComesExactlyAndNobodyTakesASecondNumber) {
    auto demand = dayOf(300);
    demand.exactly = 57;
    const auto citizens = drawn(threeSlots(), demand, 3);
    EXPECT_THAT(citizens, SizeIs(57));
    EXPECT_THAT(citizens, Each(Field(&Citizen::thenService, testing::Eq(std::nullopt))));
}

TEST(CitizensTest, NobodyComesBeforeTheRunBegins) {
    auto demand = dayOf(3000);
    demand.from = base::instantAt(monday, Minutes(8 * 60 + 45));
    const auto citizens = drawn(threeSlots(), demand, 3);
    EXPECT_THAT(citizens, Each(Field(&Citizen::at, Ge(demand.from))));
    const auto counts = countsByHalfHour(citizens);
    EXPECT_FALSE(counts.contains(16));
    EXPECT_THAT(counts.at(17), near(3000 * 1.5 * 0.25));
}

TEST(CitizensTest, AFixedNumberComesEvenWhenTheDayIsOver) {
    auto demand = dayOf(300);
    demand.from = base::instantAt(monday, Minutes(20 * 60));
    demand.exactly = 5;
    const auto citizens = drawn(threeSlots(), demand, 3);
    ASSERT_THAT(citizens, SizeIs(5));
    EXPECT_THAT(citizens, Each(Field(&Citizen::at, Le(demand.from + Minutes(60)))));
}

TEST(CitizensTest, HaveTheSharesOfTheProfile) {
    const auto citizens = drawn(threeSlots(), dayOf(20'000), 11);
    std::map<std::string, double> share;
    for (const auto& citizen : citizens) {
        share[citizen.service] += 1;
        if (citizen.priority) share["priority"] += 1;
        if (citizen.service == "land" && citizen.dossiers > 1) share["bulk"] += 1;
        if (citizen.service == "copies" && citizen.dossiers > 1) share["wrong bulk"] += 1;
        if (citizen.patience > Minutes(60)) share["patient"] += 1;
        if (citizen.thenService) share["second"] += 1;
    }
    const auto all = static_cast<double>(citizens.size());
    EXPECT_NEAR(share["copies"] / all, 0.7, 0.02);
    EXPECT_NEAR(share["priority"] / all, 0.25, 0.02);
    EXPECT_NEAR(share["bulk"] / share["land"], 0.5, 0.03);
    EXPECT_EQ(share["wrong bulk"], 0);
    EXPECT_NEAR(share["patient"] / all, 0.5, 0.02);
    // Half would, and of them those whose other service is another: 2 * 0.7 * 0.3.
    EXPECT_NEAR(share["second"] / all, 0.21, 0.02);
}

}  // namespace
}  // namespace luot::simulator::people
