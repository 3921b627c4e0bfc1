#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "hardware/printer/line/SerialLine.hpp"
#include "hardware/printer/line/UsbLine.hpp"

/// How lines are set up, and what they say of a printer themselves.
namespace luot::hardware::printer::line {
namespace {

constexpr tcflag_t kinds = PARENB | PARODD | CRTSCTS | CSTOPB;

tcflag_t controlOf(const char* setting) { return modeOf({}, *SerialSettings::parse(setting)).c_cflag; }

TEST(SerialModeTest, SetsParityAndFlowAsTheSettingSays) {
    EXPECT_EQ(controlOf("/dev/ttyS0") & kinds, 0U);
    EXPECT_EQ(controlOf("/dev/ttyS0?parity=even") & kinds, tcflag_t{PARENB});
    EXPECT_EQ(controlOf("/dev/ttyS0?parity=odd&flow=rtscts") & kinds, tcflag_t{PARENB | PARODD | CRTSCTS});
    EXPECT_EQ(controlOf("/dev/ttyS0,38400,odd,rtscts"),
              controlOf("/dev/ttyS0?flow=rtscts&parity=odd&baud=38400"));
    EXPECT_EQ(controlOf("/dev/ttyS0?parity=odd") & CSIZE, tcflag_t{CS8});
}

TEST(SerialModeTest, HoldsAtXoffOnlyWhereAsked) {
    EXPECT_EQ(modeOf({}, *SerialSettings::parse("/dev/ttyS0")).c_iflag & (IXON | IXOFF | IXANY),
              tcflag_t{IXON});
    EXPECT_EQ(modeOf({}, *SerialSettings::parse("/dev/ttyS0?flow=none")).c_iflag & (IXON | IXOFF | IXANY),
              0U);
}

/// A pty keeps speed and flow, but knows no parity.
TEST(SerialLineTest, GivesThePortItsMode) {
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    ASSERT_GE(master, 0);
    ASSERT_EQ(::grantpt(master), 0);
    ASSERT_EQ(::unlockpt(master), 0);
    const auto settings = SerialSettings::parse(std::string(::ptsname(master)) + "?baud=38400&flow=none");
    auto handle = SerialLine(*settings).open({});
    ASSERT_TRUE(handle) << handle.error().what;
    termios mode{};
    ASSERT_EQ(::tcgetattr(handle->descriptor(), &mode), 0);
    EXPECT_EQ(::cfgetospeed(&mode), speed_t{B38400});
    EXPECT_EQ(mode.c_iflag & IXON, 0U);
    EXPECT_EQ(mode.c_lflag & (ICANON | ECHO | ISIG), 0U) << "bytes pass as they are";
    ::close(master);
}

TEST(SerialLineTest, RefusesWhatIsNoPort) {
    const auto handle = SerialLine(*SerialSettings::parse("/dev/null")).open({});
    ASSERT_FALSE(handle);
    EXPECT_EQ(handle.error().fault, PrintFault::unreachable);
    EXPECT_NE(handle.error().what.find("/dev/null"), std::string::npos);
}

TEST(UsbStatusTest, ReadsTheBitsOfThePort) {
    EXPECT_EQ(faultOfPort(0x18), PrintFault::none);
    EXPECT_EQ(faultOfPort(0x38), PrintFault::paperEnd);
    EXPECT_EQ(faultOfPort(0x20), PrintFault::paperEnd);
    EXPECT_EQ(faultOfPort(0x10), PrintFault::mechanical);
    EXPECT_EQ(faultOfPort(0x08), PrintFault::none) << "not selected alone stops no ticket";
    EXPECT_EQ(faultOfPort(0x00), std::nullopt) << "a printer that does not fill the byte in";
}

TEST(UsbLineTest, SaysNothingOfAFileThatIsNoPrinter) {
    UsbLine usb("/dev/null");
    const auto handle = usb.open({});
    ASSERT_TRUE(handle);
    EXPECT_EQ(usb.ownFault(*handle), std::nullopt);
}

TEST(UsbLineTest, TellsWhoMustHelpWhenThereIsNoDevice) {
    const auto handle = UsbLine("/dev/usb/lp-none").open({});
    ASSERT_FALSE(handle);
    EXPECT_EQ(handle.error().fault, PrintFault::unreachable);
}

}  // namespace
}  // namespace luot::hardware::printer::line
