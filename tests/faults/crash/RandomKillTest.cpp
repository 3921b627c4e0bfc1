#include <gtest/gtest.h>

#include <csignal>
#include <random>
#include <thread>

#include "../harness/Load.hpp"
#include "Tally.hpp"

namespace luot::faults {
namespace {

/// So many kills one centre lives through before a new one takes its place.
constexpr int killsACentre = 45;
/// A restart that takes longer than ten times the bound of two seconds.
constexpr double longestRestart = 20'000;

/// Lets the load run for a random time and kills the server, sometimes while it starts.
void loadAndKill(Centre& centre, Load& load, std::mt19937& random) {
    const bool whileStarting = random() % 4 == 0;
    if (whileStarting) {
        centre.kill();
        centre.launch();
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 120'000));
    } else {
        load.begin();
        std::this_thread::sleep_for(std::chrono::microseconds(5'000 + random() % 80'000));
    }
    centre.kill();
    Tally::whole().kill();
    load.end();
}

/// After the restart everybody asks again for what was not answered, and then all must be right.
testing::AssertionResult isWhole(Centre& centre, Load& load) {
    const auto ready = centre.start();
    if (!ready) return testing::AssertionFailure() << "no restart: " << centre.errors();
    Tally::whole().restarted(*ready);
    if (*ready > longestRestart) return testing::AssertionFailure() << "the restart took " << *ready << " ms";
    if (!load.settle()) return testing::AssertionFailure() << "the server went away: " << centre.errors();
    const auto verdict = centre.check(true);
    if (!Tally::whole().add(verdict)) return testing::AssertionFailure() << verdict.text();
    for (const auto& counter : load.counters)
        if (counter->feed().gaps() + counter->feed().doubles() > 0)
            return testing::AssertionFailure() << counter->feed().gaps() << " gaps and "
                                               << counter->feed().doubles() << " doubles in a feed";
    return testing::AssertionSuccess();
}

void killACentre(unsigned seed, int kills) {
    std::mt19937 random(seed);
    Centre centre;
    Load load(centre, 3, 4);
    ASSERT_TRUE(centre.start()) << centre.errors();
    for (int i = 0; i < kills; ++i) {
        loadAndKill(centre, load, random);
        ASSERT_TRUE(isWhole(centre, load)) << "seed " << seed << ", kill " << i;
        const auto findings = i % 5 == 0 ? centre.findings() : "";
        ASSERT_EQ(findings, "") << "seed " << seed << ", kill " << i;
    }
    EXPECT_EQ(centre.findings(), "") << "seed " << seed;
}

TEST(RandomKillTest, NothingIsLostDoubledOrCalledTwiceWheneverTheServerDies) {
    const unsigned seed = std::random_device{}();
    std::atomic<int> left = killsOf(70);
    std::vector<std::jthread> running;
    for (int lane = 0; lane < lanes(); ++lane)
        running.emplace_back([&, lane] {
            for (unsigned round = 0; !testing::Test::HasFailure(); ++round) {
                const int before = left.fetch_sub(killsACentre);
                if (before <= 0) break;
                killACentre(seed + round * 100 + static_cast<unsigned>(lane), std::min(before, killsACentre));
            }
        });
}

}  // namespace
}  // namespace luot::faults
