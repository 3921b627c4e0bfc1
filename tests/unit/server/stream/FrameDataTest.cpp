#include "server/stream/FrameData.hpp"

#include <gtest/gtest.h>

namespace luot::server::stream {
namespace {

TEST(FrameDataTest, LeavesUsualDataAsItIs) {
    const std::string data = R"({"ticket":{"number":"A001"},"counter":2})";
    EXPECT_EQ(frameData("ticket_called", data), data);
}

TEST(FrameDataTest, KeepsWhatADayLeavesToTheNextInTheJournal) {
    EXPECT_EQ(frameData("day_opened", R"({"day":"2026-11-23","by_command":false,"carried":{"given":{}}})"),
              R"({"day":"2026-11-23","by_command":false})");
}

TEST(FrameDataTest, EmptiesListsAndObjectsOfDataThatNoFrameHolds) {
    const auto much = R"({"rules":{"x":")" + std::string(70'000, 'x') + R"("},"from":"2026-12-01"})";
    EXPECT_EQ(frameData("settings_changed", much), R"({"rules":{},"from":"2026-12-01","too_large":true})");
}

}  // namespace
}  // namespace luot::server::stream
