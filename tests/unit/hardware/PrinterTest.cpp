#include "hardware/printer/Printer.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "hardware/printer/cups/CupsPrinter.hpp"

namespace luot::hardware::printer {
namespace {

using namespace std::chrono_literals;
using base::Fault;

PrintJob job() { return {"A001", {0x1B, 0x40, 0x1D, 0x56, 0x42, 0x03}, std::nullopt}; }

PrintReport printAt(const std::string& setting) { return (*openPrinter(setting))->print(job()); }

TEST(FilePrinterTest, LeavesEachJobInAFileOfItsOwn) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "luot-file-printer-test";
    std::filesystem::remove_all(folder);
    for (int i = 0; i < 2; ++i) {
        const auto report = printAt("file:" + folder.string());
        EXPECT_TRUE(report.confirmed()) << report.detail;
    }
    std::ifstream in(folder / "A001-2.escpos", std::ios::binary);
    const std::string written(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(written, std::string("\x1B\x40\x1D\x56\x42\x03", 6));
    EXPECT_TRUE(std::filesystem::exists(folder / "A001.escpos"));
    std::filesystem::remove_all(folder);
}

TEST(FilePrinterTest, FailsWhenTheFolderCannotBeMade) {
    EXPECT_EQ(printAt("file:/proc/no-such-folder").state, PrintState::failed);
}

TEST(NullPrinterTest, NeverClaimsThatPaperCameOut) {
    EXPECT_EQ(printAt("none").state, PrintState::failed);
    EXPECT_FALSE((*openPrinter("none"))->check().ready());
}

TEST(OpenPrinterTest, RefusesSettingsItDoesNotKnow) {
    for (const char* wrong : {"",
                              "tcp:",
                              "tcp:host",
                              "tcp:host:",
                              "tcp::9100",
                              "tcp:h:99999",
                              "tcp:h:91x",
                              "file:",
                              "usb:",
                              "serial:",
                              "serial:/dev/ttyS0,9600",
                              "serial:/dev/ttyS0,38400,odd,rtscts,1",
                              "serial:/dev/ttyS0?baud=9600",
                              "serial:/dev/ttyS0?parity",
                              "serial:/dev/ttyS0?parity=odd&",
                              "serial:?baud=38400",
                              "tcp://host",
                              "tcp://",
                              "cups:-d",
                              "cups:a b",
                              "lpt:1"}) {
        const auto printer = openPrinter(wrong);
        ASSERT_FALSE(printer) << wrong;
        EXPECT_EQ(printer.error().fault, Fault::invalidInput);
    }
}

TEST(OpenPrinterTest, TakesEachWayToAPrinter) {
    for (const char* right : {"tcp:192.168.1.20:9100", "tcp://192.168.1.20:9100",
                              "serial:/dev/ttyS1?baud=57600&parity=even&flow=none", "usb:/dev/usb/lp0",
                              "serial:/dev/ttyUSB0", "serial:/dev/ttyS1,38400",
                              "serial:/dev/ttyS1,57600,odd,rtscts", "cups:Phieu_80", "file:tickets", "none"})
        EXPECT_TRUE(openPrinter(right)) << right;
}

/// A program in the place of lp, which keeps what it is given.
class CupsPrinterTest : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(folder_); }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    PrintReport printWith(const std::string& script) {
        const auto program = folder_ / "lp";
        std::ofstream(program) << "#!/bin/sh\n" << script << "\n";
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        PrintDeadlines deadlines;
        deadlines.write = 500ms;
        return cups::CupsPrinter("hall", deadlines, program.string()).print(job());
    }
    std::string kept(const char* file) const {
        std::ifstream in(folder_ / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) / "luot-cups-test";
};

TEST_F(CupsPrinterTest, GivesTheQueueTheRawBytesAndClaimsNoPaper) {
    const auto report = printWith("cat > " + (folder_ / "bytes").string() + "; echo \"$@\" > " +
                                  (folder_ / "words").string());
    EXPECT_EQ(report.state, PrintState::unknown) << report.detail;
    EXPECT_EQ(kept("bytes"), std::string("\x1B\x40\x1D\x56\x42\x03", 6));
    EXPECT_EQ(kept("words"), "-d hall -o raw -t A001 -s\n");
}

TEST_F(CupsPrinterTest, TellsWhyLpRefused) {
    const auto report = printWith("cat > /dev/null; echo 'lp: no such queue' >&2; exit 1");
    EXPECT_EQ(report.state, PrintState::failed);
    EXPECT_NE(report.detail.find("no such queue"), std::string::npos) << report.detail;
}

TEST_F(CupsPrinterTest, EndsAnLpThatHangs) {
    const auto report = printWith("exec sleep 20");
    EXPECT_EQ(report.state, PrintState::unknown);
    EXPECT_EQ(report.fault, PrintFault::busy);
}

TEST_F(CupsPrinterTest, FailsWithoutCups) {
    EXPECT_EQ(cups::CupsPrinter("hall", {}, "/nowhere/lp").print(job()).state, PrintState::failed);
}

}  // namespace
}  // namespace luot::hardware::printer
