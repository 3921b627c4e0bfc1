#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "dispenser/print/ExpectedWait.hpp"
#include "dispenser/print/PrintThread.hpp"
#include "dispenser/print/TicketJob.hpp"
#include "dispenser/print/TicketLayout.hpp"
#include "draw/text/Measure.hpp"
#include "hardware/escpos/Encoder.hpp"
#include "tests/golden/dispenser/Example.hpp"
#include "tests/unit/hardware/Decoder.hpp"

namespace luot::dispenser::test {
namespace {

using hardware::escpos::test::Decoder;
using print::ticketRaster;

struct Paper {
    std::string language;
    int width;
};

class TicketTest : public testing::TestWithParam<Paper> {
protected:
    print::TicketText text() const {
        return print::ticketText(exampleTicket(), exampleHall(), {wording(), GetParam().language});
    }
    std::string name() const { return fmt::format("ticket-{}-{}", GetParam().width, GetParam().language); }
    std::filesystem::path temporary(const std::string& extension) const {
        return std::filesystem::path(testing::TempDir()) / ("luot-" + name() + extension);
    }
};

/// What a program prints.
std::string outputOf(const std::string& command) {
    std::FILE* pipe = ::popen(command.c_str(), "r");
    std::string output;
    char part[256];
    while (pipe != nullptr && std::fgets(part, sizeof part, pipe) != nullptr) output += part;
    if (pipe != nullptr) ::pclose(pipe);
    return output;
}

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_P(TicketTest, IsLaidOutAsKept) {
    const auto list = print::ticketLayout(text(), GetParam().width);
    const std::filesystem::path file = LUOT_SOURCE_DIR "/tests/golden/dispenser/lists/" + name() + ".txt";
    if (const char* folder = std::getenv("LUOT_PICTURES")) {
        EXPECT_TRUE(draw::image::toCanvas(ticketRaster(text(), GetParam().width))
                        .writePng(std::filesystem::path(folder) / (name() + ".png")));
    }
    if (std::getenv("LUOT_REWRITE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << list.dump();
    EXPECT_EQ(readFile(file), list.dump()) << "look at the change; LUOT_REWRITE_GOLDEN=1 accepts it";
}

TEST_P(TicketTest, ReachesThePaperDotForDot) {
    const auto raster = ticketRaster(text(), GetParam().width);
    hardware::escpos::Encoder encoder;
    encoder.raster({raster.width, raster.height, raster.bytes});
    const int masked = encoder.maskedDots();
    const auto job = print::ticketJob("B019", raster, 1);
    const auto paper = Decoder(job.bytes, raster.width).decode();
    ASSERT_EQ(paper.error, "");
    int differences = 0;
    for (int y = 0; y < raster.height; ++y)
        for (int x = 0; x < raster.width; ++x)
            if (raster.black(x, y) != paper.black(x, y)) ++differences;
    EXPECT_EQ(differences, masked);
    EXPECT_EQ(paper.commands.front(), "init");
    EXPECT_EQ(paper.commands[paper.commands.size() - 2], "cut 3");
    EXPECT_EQ(paper.commands.back(), "id 0001");
}

TEST_P(TicketTest, StaysUnderItsSizeInBytes) {
    const auto job = print::ticketJob("B019", ticketRaster(text(), GetParam().width), 1);
    const std::size_t most = GetParam().width == print::dotsOf80mm ? 52 * 1024 : 30 * 1024;
    EXPECT_LT(job.bytes.size(), most);
    RecordProperty("bytes", std::to_string(job.bytes.size()));
}

TEST_P(TicketTest, HasACodeThatAReaderUnderstands) {
    if (std::system("command -v zbarimg >/dev/null 2>&1") != 0)
        GTEST_FAIL() << "install zbar-tools, as scripts/test does";
    const auto picture = temporary(".png");
    ASSERT_TRUE(draw::image::toCanvas(ticketRaster(text(), GetParam().width)).writePng(picture));
    const auto read = outputOf("zbarimg -q --raw '" + picture.string() + "' 2>/dev/null");
    std::filesystem::remove(picture);
    EXPECT_EQ(read, *exampleTicket().trackingUrl + "\n");
}

TEST_P(TicketTest, CutsNoWordAndKeepsItsMargins) {
    const auto list = print::ticketLayout(text(), GetParam().width);
    for (const auto& command : list.commands) {
        const auto* one = std::get_if<draw::Text>(&command);
        if (one == nullptr) continue;
        const auto placed = draw::text::place(*one);
        EXPECT_FALSE(placed.cut) << one->text;
        EXPECT_GE(placed.ink.x, 12) << one->text;
        EXPECT_LE(placed.ink.right(), GetParam().width - 12) << one->text;
    }
}

INSTANTIATE_TEST_SUITE_P(AllPapers, TicketTest,
                         testing::Values(Paper{"vi", 576}, Paper{"en", 576}, Paper{"vi", 384},
                                         Paper{"en", 384}),
                         [](const auto& tested) {
                             return fmt::format("dots{}_{}", tested.param.width, tested.param.language);
                         });

TEST(TicketTextTest, LeavesOutWhatIsNotKnown) {
    auto ticket = exampleTicket();
    ticket.estimate.reset();
    ticket.trackingUrl.reset();
    ticket.priority = false;
    const auto text = print::ticketText(ticket, exampleHall(), {wording(), "vi"});
    EXPECT_EQ(text.turn, "");
    EXPECT_EQ(text.turnLabel, "");
    EXPECT_EQ(text.priorityMark, "");
    EXPECT_EQ(text.trackingLine, "");
    EXPECT_EQ(text.ahead, "6");
    EXPECT_GT(ticketRaster(text, print::dotsOf58mm).height, 400);
}

TEST(TicketTextTest, SaysTheExpectedTurnAndTheWaitAsRanges) {
    const auto text = print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi"});
    EXPECT_EQ(text.turn, "10:00 - 10:10");
    EXPECT_EQ(text.wait, "khoảng\u00A020-30\u00A0phút");
    auto ticket = exampleTicket();
    ticket.estimate = protocol::Estimate{0, 0};
    const auto none = print::ticketText(ticket, exampleHall(), {wording(), "vi"});
    EXPECT_EQ(none.turn, "Không phải chờ");
    EXPECT_EQ(none.wait, "");
}

TEST(TicketTextTest, SaysThatTheResultComesTheNextDayInTheCentresWords) {
    auto ticket = exampleTicket();
    auto hall = exampleHall();
    hall.centre.nextDayNoticeVi = "Nộp sau 15 giờ: mai trả";
    EXPECT_EQ(print::ticketText(ticket, hall, {wording(), "vi"}).nextDay, "");
    ticket.nextDay = true;
    EXPECT_EQ(print::ticketText(ticket, hall, {wording(), "vi"}).nextDay, "Nộp sau 15 giờ: mai trả");
    EXPECT_EQ(print::ticketText(ticket, hall, {wording(), "en"}).nextDay,
              "The result is ready on the next working day");
}

TEST(TicketTextTest, NamesTheTimeOfAnAppointment) {
    auto ticket = exampleTicket();
    EXPECT_EQ(print::ticketText(ticket, exampleHall(), {wording(), "vi"}).laneMark, "");
    ticket.slot = *base::parseInstant("2026-11-23T10:30:00+07:00");
    const auto text = print::ticketText(ticket, exampleHall(), {wording(), "vi"});
    EXPECT_EQ(text.laneMark, "LỊCH HẸN 10:30");
    const auto plain = print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi"});
    EXPECT_GT(ticketRaster(text, print::dotsOf80mm).height, ticketRaster(plain, print::dotsOf80mm).height);
}

TEST(TicketTextTest, TellsTheCentresNumberOfCallsBeforeANoShow) {
    auto hall = exampleHall();
    hall.centre.noShowAfterCalls = 2;
    const auto text = print::ticketText(exampleTicket(), hall, {wording(), "en"});
    EXPECT_TRUE(text.notices.front().starts_with("After 2\u00A0call(s)")) << text.notices.front();
}

TEST(ExpectedWaitTest, HasWordsForEveryRange) {
    const auto about = [](int from, int to) { return print::aboutWait({from, to}, wording(), "en"); };
    EXPECT_EQ(about(0, 0), "No wait");
    EXPECT_EQ(about(0, 4), "under\u00A04\u00A0min");
    EXPECT_EQ(about(10, 10), "about\u00A010 minutes");
    EXPECT_EQ(about(10, 20), "about\u00A010-20\u00A0min");
}

TEST(TicketTextTest, NamesCountersByNumberAndTheExpectedTurnToFiveMinutes) {
    auto hall = exampleHall();
    hall.counters.front().label = "Bàn hướng dẫn";
    EXPECT_EQ(print::counterList(hall, "ho-tich", "vi"), "Bàn hướng dẫn, 2, 3, 10");
    EXPECT_EQ(print::counterList(hall, "ho-tich", "en"), "1, 2, 3, 10");
    EXPECT_EQ(print::expectedTurn(exampleTicket()), "10:00 - 10:10");
    EXPECT_EQ(print::serviceName(hall, "ho-tich", "en"), "Civil status");
}

TEST(PrintThreadTest, LeavesTheBytesAndThePictureSideBySide) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "luot-print-thread-test";
    std::filesystem::remove_all(folder);
    std::mutex mutex;
    std::condition_variable woken;
    bool done = false;
    print::PrintSettings settings;
    settings.keepIn = folder;
    auto printer = hardware::printer::openPrinter("file:" + folder.string());
    ASSERT_TRUE(printer);
    print::PrintThread thread(settings, std::move(*printer), [&] {
        const std::lock_guard lock(mutex);
        done = true;
        woken.notify_all();
    });
    ASSERT_TRUE(thread.print({"t1", print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi"})}));
    {
        std::unique_lock lock(mutex);
        ASSERT_TRUE(woken.wait_for(lock, std::chrono::seconds(20), [&] { return done; }));
    }
    const auto result = thread.poll();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->ticket, "t1");
    EXPECT_EQ(result->outcome, "confirmed");
    EXPECT_TRUE(std::filesystem::exists(folder / "B019.escpos"));
    EXPECT_TRUE(std::filesystem::exists(folder / "B019.png"));
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace luot::dispenser::test
