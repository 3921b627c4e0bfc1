#include <gtest/gtest.h>

#include "SampleHall.hpp"
#include "display/scene/Notices.hpp"

namespace luot::display {
namespace {

std::string firstNotice(const std::string& language, const char* time) {
    auto hall = sampleHall();
    hall.restart = protocol::Restart{12, at("09:42:00")};
    const scene::Voice voice{wording(), language};
    return scene::noticesOf(hall, voice, at(time)).front().parts.front();
}

TEST(RestartNoticeTest, TellsTheHallThatNoNumberWasLost) {
    EXPECT_EQ(firstNotice("vi", "09:42:10"), "Đã chạy lại sau khi mất điện. Đã khôi phục 12 số đang chờ.");
    EXPECT_EQ(firstNotice("en", "09:42:10"), "Restarted after a power cut. 12 waiting numbers restored.");
}

TEST(RestartNoticeTest, IsNewsForFiveMinutes) {
    const auto told = firstNotice("vi", "09:46:59");
    EXPECT_NE(told.find("mất điện"), std::string::npos);
    EXPECT_EQ(firstNotice("vi", "09:47:00").find("mất điện"), std::string::npos);
}

}  // namespace
}  // namespace luot::display
