#include "simulator/Options.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace luot::simulator {
namespace {

using testing::HasSubstr;

struct OptionsTest : testing::Test {
    OptionsTest() { std::ofstream(token) << "secret\n"; }

    base::Result<course::Plan> plan(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--token-file", token});
        const auto parsed = base::settings::parseProgram(simulatorProgram("1"), arguments);
        if (!parsed) return base::fail(base::Fault::invalidInput, parsed.error().err);
        return planOf(*parsed);
    }
    const std::string token = testing::TempDir() + "simulator_token";
    const std::string config = std::string(LUOT_SOURCE_DIR) + "/config/";
};

TEST_F(OptionsTest, PlaysTheWholeDayOfTheProfileAtEveryCounterByDefault) {
    const auto read = plan({});
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(read->token, "secret");
    EXPECT_EQ(read->kind, course::Kind::day);
    EXPECT_FALSE(read->tickets || read->clerks || read->limit || read->demand);
    EXPECT_FALSE(read->profile.slots.empty());
}

TEST_F(OptionsTest, TakesWhatTheCommandLineSays) {
    const auto read =
        plan({"--server", "http://10.0.0.1:80", "--centre", config + "centre-commune-small.toml", "--speed",
              "60", "--seed", "7", "--tickets", "20", "--seconds", "1.5", "--clerks", "0"});
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(read->url, "http://10.0.0.1:80");
    EXPECT_EQ(read->demand->typicalDailyTickets, 70);
    EXPECT_EQ(read->speed, 60);
    EXPECT_EQ(read->seed, 7u);
    EXPECT_EQ(read->tickets, 20);
    EXPECT_EQ(read->limit, std::chrono::milliseconds(1500));
    EXPECT_EQ(read->clerks, 0);
}

TEST_F(OptionsTest, ALoadOfCallsTakesItsCounters) {
    const auto read = plan({"--load", "call", "--counters", "12"});
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(read->kind, course::Kind::call);
    EXPECT_EQ(read->clerks, 12);
}

TEST_F(OptionsTest, NamesTheFileThatIsNoProfile) {
    const auto read = plan({"--profile", config + "catalogue.toml"});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().fault, base::Fault::invalidInput);
    EXPECT_THAT(read.error().what, HasSubstr("catalogue.toml"));
}

TEST_F(OptionsTest, CheckConfigReadsProfileAndCentreToo) {
    const auto program = simulatorProgram("1");
    const auto right = base::settings::parseProgram(
        program, {"--check-config", "--centre", config + "centre-province.toml"});
    ASSERT_FALSE(right);
    EXPECT_EQ(right.error().exitCode, 0) << right.error().err;
    const auto wrong =
        base::settings::parseProgram(program, {"--check-config", "--centre", config + "catalogue.toml"});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().exitCode, 2);
    EXPECT_THAT(wrong.error().err, HasSubstr("demand"));
}

}  // namespace
}  // namespace luot::simulator
