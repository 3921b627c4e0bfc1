#include <gtest/gtest.h>

#include <cstdlib>

#include "base/Log.hpp"
#include "tests/simulation/hall/World.hpp"

namespace luot::simulation {
namespace {

constexpr std::uint64_t usualSeeds = 200;

std::optional<std::uint64_t> numberIn(const char* variable) {
    const auto* text = std::getenv(variable);
    if (!text || !*text) return std::nullopt;
    return std::strtoull(text, nullptr, 10);
}

class SimulationTest : public testing::Test {
protected:
    void SetUp() override { base::setLogLevel(static_cast<base::LogLevel>(4)); }  // faults are wanted here

    static Report runSeed(std::uint64_t seed) { return World(Scenario::drawn(seed)).run(); }

    static std::string textOf(std::uint64_t seed, const Report& report) {
        std::string text = "seed " + std::to_string(seed) + ":\n";
        for (const auto& complaint : report.complaints) text += "  " + complaint + "\n";
        return text + "again: LUOT_SEED=" + std::to_string(seed) + " " + LUOT_BIN_DIR +
               "/test_simulation_hall --gtest_filter=SimulationTest.EveryInvariantHolds*\n" + report.tail;
    }
};

/// LUOT_SEED=n runs that seed alone and prints the end of its trace, LUOT_SEEDS=n the first n.
TEST_F(SimulationTest, EveryInvariantHoldsForEverySeed) {
    const auto only = numberIn("LUOT_SEED");
    const auto first = only.value_or(1);
    const auto last = only.value_or(numberIn("LUOT_SEEDS").value_or(usualSeeds));
    std::int64_t rows = 0;
    int tickets = 0, crashes = 0, breaks = 0, failures = 0, alone = 0;
    for (auto seed = first; seed <= last; ++seed) {
        const auto report = runSeed(seed);
        ASSERT_TRUE(report.complaints.empty()) << textOf(seed, report);
        if (only) std::printf("%s", textOf(seed, report).c_str());
        rows += report.rows;
        tickets += report.tickets;
        crashes += report.crashes;
        breaks += report.breaks;
        failures += report.failures;
        alone += report.alone;
    }
    std::printf(
        "%lld events, %d tickets (%d by kiosks alone), %d crashes, %d broken links, %d failed commits\n",
        static_cast<long long>(rows), tickets, alone, crashes, breaks, failures);
    if (only) return;
    EXPECT_GT(tickets, static_cast<int>(last) * 50) << "a hall in which nothing happens shows nothing";
    EXPECT_GT(crashes, static_cast<int>(last));
    EXPECT_GT(failures, 0);
    EXPECT_GT(alone, static_cast<int>(last) * 5);
}

TEST_F(SimulationTest, TheSameSeedGivesTheSameTraceThoughAllIdsDiffer) {
    for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
        const auto one = runSeed(seed);
        const auto other = runSeed(seed);
        EXPECT_EQ(one.traceHash, other.traceHash) << textOf(seed, one) << textOf(seed, other);
        EXPECT_EQ(one.rows, other.rows);
    }
    EXPECT_NE(runSeed(1).traceHash, runSeed(2).traceHash);
}

}  // namespace
}  // namespace luot::simulation
