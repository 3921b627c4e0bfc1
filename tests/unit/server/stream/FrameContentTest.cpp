#include "server/stream/FrameContent.hpp"

#include <gtest/gtest.h>

namespace luot::server::stream {
namespace {

TEST(FrameContentTest, LeavesUsualDataAsItIs) {
    const std::string data = R"({"ticket":{"number":"A001"},"counter":2})";
    EXPECT_EQ(frameContent("ticket_called", data), data);
}

TEST(FrameContentTest, KeepsWhatADayLeavesToTheNextInTheJournal) {
    EXPECT_EQ(frameContent("day_opened", R"({"day":"2026-11-23","by_command":false,"carried":{"given":{}}})"),
              R"({"day":"2026-11-23","by_command":false})");
}

TEST(FrameContentTest, EmptiesListsAndObjectsOfDataThatNoFrameHolds) {
    const auto much = R"({"rules":{"x":")" + std::string(70'000, 'x') + R"("},"from":"2026-12-01"})";
    EXPECT_EQ(frameContent("settings_changed", much), R"({"rules":{},"from":"2026-12-01","too_large":true})");
}

}  // namespace
}  // namespace luot::server::stream
