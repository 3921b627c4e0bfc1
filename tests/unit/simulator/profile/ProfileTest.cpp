#include "simulator/profile/Profile.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>

namespace luot::simulator::profile {
namespace {

using testing::ElementsAre;

const std::filesystem::path config = std::filesystem::path(LUOT_SOURCE_DIR) / "config";

std::string written(const std::string& name, const std::string& text) {
    const auto file = std::filesystem::path(testing::TempDir()) / ("profile_" + name + ".toml");
    std::ofstream(file) << text;
    return file.string();
}

std::vector<std::string> texts(const Complaints& complaints, const std::string& file) {
    std::vector<std::string> all;
    for (const auto& complaint : complaints) {
        auto text = complaint.text();
        if (text.starts_with(file)) text.erase(0, file.size() + 1);
        all.push_back(text);
    }
    return all;
}

Profile shipped() {
    auto profile = readProfile(config / "arrival-profile.toml");
    EXPECT_TRUE(profile) << (profile ? "" : textOf(profile.error()));
    return profile.value_or(Profile{});
}

TEST(ProfileTest, ReadsTheShippedProfileWhole) {
    const auto profile = shipped();
    EXPECT_TRUE(profile.synthetic);
    EXPECT_EQ(profile.slots.size(), 17u);
    EXPECT_EQ(profile.slots.at(3).start, "08:30");
    EXPECT_EQ(profile.slots.at(3).share, 0.11);
    EXPECT_EQ(profile.weekdayFactor.mon, 1.28);
    EXPECT_EQ(profile.weekdayFactor.sun, 0);
    EXPECT_EQ(profile.specialDays.size(), 6u);
    EXPECT_EQ(profile.specialDays.at(4).service, "dat-dai");
    EXPECT_EQ(profile.behaviour.priorityByGroup.size(), 5u);
    EXPECT_EQ(profile.behaviour.callToSitSeconds.median, 18);
    EXPECT_EQ(profile.behaviour.clerkPause.minutes.sigma, 0.6);
    EXPECT_THAT(profile.behaviour.bulk.services, ElementsAre("dat-dai"));
    EXPECT_EQ(profile.serviceTime.size(), 14u);
    EXPECT_EQ(profile.dailyTickets.at("commune-merged").busy, 330);
    EXPECT_EQ(profile.anchors.size(), 11u);
    EXPECT_EQ(profile.distributionSources.size(), 4u);
}

TEST(ProfileTest, ServiceTimesAgreeWithTheirMeanAndVariation) {
    for (const auto& [service, time] : shipped().serviceTime) {
        const double variance = std::log(1 + time.cv * time.cv);
        EXPECT_NEAR(time.sigma, std::sqrt(variance), 0.0002) << service;
        EXPECT_NEAR(time.mu, std::log(time.meanMinutes) - variance / 2, 0.0002) << service;
        EXPECT_NEAR(time.p50, std::exp(time.mu), 0.06) << service;
    }
}

TEST(ProfileTest, ReadsTheDemandOfEveryShippedCentre) {
    const auto profile = shipped();
    for (const auto& [name, tickets] : {std::pair{"small", 70}, {"merged", 230}}) {
        const auto demand = readDemand(config / (std::string("centre-commune-") + name + ".toml"), profile);
        ASSERT_TRUE(demand) << textOf(demand.error());
        EXPECT_EQ(demand->typicalDailyTickets, tickets);
        EXPECT_EQ(demand->mix.size(), 13u);
    }
    EXPECT_EQ(readDemand(config / "centre-province.toml", profile)->mix.size(), 14u);
}

TEST(ProfileTest, TellsEveryErrorWithItsLine) {
    const auto file = written("bad",
                              "sinthetic = true\n"
                              "[[slots]]\nstart = \"08:00\"\nminutes = 30\nshare = 0.5\n"
                              "[[slots]]\nstart = \"8h\"\nminutes = 0\nshare = 0.2\n"
                              "[[slots]]\nstart = \"08:15\"\nminutes = 30\n"
                              "[weekday_factor]\nmon = -1\n"
                              "[behaviour]\npatience_minutes = 75\n"
                              "[service_time.chung-thuc]\nmu = 1.8\n");
    const auto profile = readProfile(file);
    ASSERT_FALSE(profile);
    EXPECT_THAT(texts(profile.error(), file),
                testing::UnorderedElementsAre(
                    "1: sinthetic: unknown key; did you mean 'synthetic'?",
                    "2: slots: the shares make 0.700 together; they must make 1",
                    "7: slots[1].start: '8h' is not a time of day; write it as 07:30",
                    "8: slots[1].minutes: must be from 1 to 1440", "10: slots[2].share: is missing; add it",
                    "11: slots[2].start: begins before the slot before it ends; put them in order",
                    "14: weekday_factor.mon: must be from 0 to 100",
                    "16: behaviour.patience_minutes: must be a table",
                    "17: service_time.chung-thuc.sigma: is missing; add it"));
}

TEST(ProfileTest, TellsWhatIsWrongWithACentresDemand) {
    const auto file = written("demand",
                              "[centre]\nid = \"x\"\n[demand]\ntypical_daily_tickets = 10\n"
                              "[demand.mix]\nchung-thuc = 0.5\nxyz = 0.4\n");
    const auto demand = readDemand(file, shipped());
    ASSERT_FALSE(demand);
    EXPECT_THAT(texts(demand.error(), file),
                ElementsAre("7: demand.mix.xyz: the arrival profile has no [service_time.xyz]; add it",
                            "5: demand.mix: the shares make 0.900 together; they must make 1"));
}

TEST(ProfileTest, SaysThatAFileIsMissing) {
    const auto profile = readProfile("/no/such.toml");
    ASSERT_FALSE(profile);
    EXPECT_EQ(profile.error().at(0).text(), "/no/such.toml: there is no such file; check its name");
}

}  // namespace
}  // namespace luot::simulator::profile
