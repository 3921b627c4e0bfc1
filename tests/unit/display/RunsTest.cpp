#include "display/scene/Runs.hpp"

#include <gtest/gtest.h>

namespace luot::display::scene {
namespace {

using Numbers = std::vector<std::string>;

TEST(RunsTest, JoinsThreeAndMoreThatFollowEachOther) {
    EXPECT_EQ(runsOf({"A046", "A047", "A048"}), Numbers{"A046 - A048"});
    EXPECT_EQ(runsOf({"A046", "A047"}), (Numbers{"A046", "A047"}));
    EXPECT_EQ(runsOf({"A998", "A999", "A1000", "B001"}), (Numbers{"A998 - A1000", "B001"}));
}

TEST(RunsTest, KeepsOrderAndWhatHasNoDigits) {
    EXPECT_EQ(runsOf({"C009", "A001", "A002", "A003", "X"}), (Numbers{"C009", "A001 - A003", "X"}));
    EXPECT_EQ(runsOf({"X", "X", "X"}), (Numbers{"X", "X", "X"}));
    EXPECT_TRUE(runsOf({}).empty());
}

}  // namespace
}  // namespace luot::display::scene
