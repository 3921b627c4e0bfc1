#include "display/Connection.hpp"

#include <gtest/gtest.h>

namespace luot::display {
namespace {

TEST(ConnectionTest, IsLostSixSecondsAfterTheLastWord) {
    Connection connection(0, 4'000);
    connection.heard(10'000);
    connection.broke(10'000);
    EXPECT_FALSE(connection.isLost(15'999));
    EXPECT_TRUE(connection.isLost(16'000));
    EXPECT_EQ(connection.lastWord(20'000), 10'000);
}

TEST(ConnectionTest, CountsTheSilenceBeforeTheLinkNoticed) {
    Connection connection(0, 4'000);
    connection.heard(10'000);
    connection.broke(60'000);
    EXPECT_TRUE(connection.isLost(62'000));
    EXPECT_EQ(connection.lastWord(62'000), 56'000);
}

TEST(ConnectionTest, LivesAsLongAsTheLinkHolds) {
    Connection connection(0, 4'000);
    connection.heard(1'000);
    EXPECT_FALSE(connection.isLost(3'600'000));
    EXPECT_EQ(connection.nextChange(3'600'000), std::nullopt);
}

TEST(ConnectionTest, ComesBackWithTheFirstWord) {
    Connection connection(0, 4'000);
    EXPECT_TRUE(connection.isLost(6'000));
    connection.heard(6'500);
    EXPECT_FALSE(connection.isLost(6'500));
}

TEST(ConnectionTest, KeepsItsFirstLossWhileTheLinkTriesAgain) {
    Connection connection(0, 4'000);
    connection.heard(10'000);
    connection.broke(11'000);
    connection.broke(14'000);
    connection.broke(17'000);
    EXPECT_EQ(connection.lastWord(17'000), 10'000);
}

}  // namespace
}  // namespace luot::display
