#include <gtest/gtest.h>

#include <cstdio>
#include <map>

#include "server/centre/CentreFile.hpp"
#include "simulator/policies/Command.hpp"
#include "simulator/policies/Policy.hpp"
#include "simulator/policies/Table.hpp"

// The merged commune's Monday under each call order, thirty times: what docs/policies.md shows.
namespace luot::simulator::policies {
namespace {

constexpr int seeds = 30;
constexpr base::Date monday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};

const std::string config = LUOT_SOURCE_DIR "/config/";

Scene mergedCommune() {
    const auto centre = server::centre::readCentre(config + "centre-commune-merged.toml");
    if (!centre) throw std::runtime_error("the centre's file is wrong");
    Scene scene;
    scene.rules = centre->rules;
    scene.profile = *profile::readProfile(config + "arrival-profile.toml");
    scene.demand = *profile::readDemand(config + "centre-commune-merged.toml", scene.profile);
    scene.day = monday;
    return scene;
}

const std::map<std::string, Row>& rows() {
    static const auto all = [] {
        std::vector<NamedOrder> orders;
        for (const auto& name : queue::policyNames())
            orders.push_back({std::string(name), *orderNamed(name)});
        const auto scene = mergedCommune();
        const auto compared = compare(scene, orders, seeds);
        std::printf("%s\n", markdown(scene, compared, seeds).c_str());
        std::map<std::string, Row> byName;
        for (const auto& row : compared) byName.emplace(row.policy, row);
        return byName;
    }();
    return all;
}

const Row& row(const std::string& policy) { return rows().at(policy); }

TEST(MergedCommuneTest, KeepsTheDaysLongestWaitAtMostHalfOfStrictRanksByDefault) {
    EXPECT_LE(row("default").longestOfDay, 0.5 * row("strict_rank").longestOfDay);
}

/// On the fullest days the last of a service with two counters are still waiting when the house is closed.
TEST(MergedCommuneTest, CallsAllButVeryFewByDefault) {
    const auto all = row("default").waiting.all();
    EXPECT_LT(100 * all.neverCalled, all.count);
}

TEST(MergedCommuneTest, PassesNobodyOverWhereTheFirstComeGoesFirst) {
    EXPECT_EQ(row("first_come").waiting.passedOver(), 0);
    EXPECT_GT(row("strict").waiting.passedOver(), row("default").waiting.passedOver());
}

TEST(MergedCommuneTest, SparesPriorityMoreTheStricterTheOrder) {
    EXPECT_LT(row("strict").waiting.priority().mean, row("accumulating").waiting.priority().mean);
    EXPECT_LT(row("accumulating").waiting.priority().mean, row("first_come").waiting.priority().mean);
    EXPECT_LT(row("head_start").waiting.priority().mean, row("first_come").waiting.priority().mean);
}

TEST(MergedCommuneTest, PlaysTheSameDaysAgainFromTheSameSeeds) {
    const auto scene = mergedCommune();
    const std::vector<NamedOrder> one{{"default", *orderNamed("default")}};
    EXPECT_EQ(markdown(scene, compare(scene, one, 3), 3), markdown(scene, compare(scene, one, 3), 3));
    const auto today = visitorsOf(scene, 1);
    const auto other = visitorsOf(scene, 2);
    EXPECT_NE(today.front().at, other.front().at);
}

}  // namespace
}  // namespace luot::simulator::policies
