#include "simulator/people/Dice.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace luot::simulator::people {
namespace {

constexpr int draws = 20'000;

template <class Draw>
std::vector<double> sorted(Draw draw) {
    std::vector<double> values;
    for (int i = 0; i < draws; ++i) values.push_back(draw());
    std::sort(values.begin(), values.end());
    return values;
}

double meanOf(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

TEST(DiceTest, DrawsTheSameNumbersOnEveryMachine) {
    // What this code drew when it was written: a change makes every seed another day.
    EXPECT_DOUBLE_EQ(Dice(1, 1).uniform(), 0.9461437974713846);
    EXPECT_NE(Dice(1, 1).uniform(), Dice(1, 2).uniform());
    EXPECT_NE(Dice(1, 1).uniform(), Dice(2, 1).uniform());
}

TEST(DiceTest, LogNormalHasItsMedianAndItsUpperTenth) {
    Dice dice(5, 0);
    const auto values = sorted([&] { return dice.logNormal(6.1, 0.63); });
    EXPECT_NEAR(values[draws / 2], 6.1, 0.2);
    EXPECT_NEAR(values[draws * 9 / 10], 6.1 * std::exp(1.2816 * 0.63), 0.5);
}

TEST(DiceTest, PoissonHasItsMeanAndVariance) {
    Dice dice(6, 0);
    const auto values = sorted([&] { return static_cast<double>(dice.poisson(4)); });
    double squares = 0;
    for (const double value : values) squares += (value - 4) * (value - 4);
    EXPECT_NEAR(meanOf(values), 4, 0.1);
    EXPECT_NEAR(squares / draws, 4, 0.2);
}

TEST(DiceTest, GeometricBeginsAtOneAndHasItsMean) {
    Dice dice(7, 0);
    const auto values = sorted([&] { return static_cast<double>(dice.geometric(6)); });
    EXPECT_EQ(values.front(), 1);
    EXPECT_NEAR(meanOf(values), 6, 0.25);
    EXPECT_EQ(dice.geometric(1), 1);
}

TEST(DiceTest, PicksByWeightAndNeverWhatWeighsNothing) {
    Dice dice(8, 0);
    int b = 0;
    for (int i = 0; i < draws; ++i) {
        const auto& picked = dice.pick({{"a", 3}, {"b", 1}, {"never", 0}});
        ASSERT_NE(picked, "never");
        b += picked == "b";
    }
    EXPECT_NEAR(static_cast<double>(b) / draws, 0.25, 0.02);
}

}  // namespace
}  // namespace luot::simulator::people
