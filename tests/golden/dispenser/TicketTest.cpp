#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

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

/// "vi+en": English under the Vietnamese.
struct Paper {
    std::string language;
    int width;
    std::string form = "full";
};

class TicketTest : public testing::TestWithParam<Paper> {
protected:
    print::TicketPaper paper() const { return paperOf(GetParam().form, GetParam().width); }
    print::TicketText text(const print::TicketOccasion& occasion = {}) const {
        return print::ticketText(exampleTicket(), exampleHall(), words(), occasion);
    }
    print::TicketWords words() const {
        const auto& language = GetParam().language;
        return {wording(), language.substr(0, 2), language.size() > 3 ? language.substr(3) : ""};
    }
    draw::image::Raster raster() const { return ticketRaster(text(), paper()); }
    std::string name() const {
        const auto form = GetParam().form == "full" ? "" : GetParam().form + "-";
        return fmt::format("ticket-{}{}-{}", form, GetParam().width, GetParam().language);
    }
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
    const auto list = print::ticketLayout(text(), paper());
    const std::filesystem::path file = LUOT_SOURCE_DIR "/tests/golden/dispenser/lists/" + name() + ".txt";
    if (const char* folder = std::getenv("LUOT_PICTURES")) {
        EXPECT_TRUE(
            draw::image::toCanvas(raster()).writePng(std::filesystem::path(folder) / (name() + ".png")));
    }
    if (std::getenv("LUOT_REWRITE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << list.dump();
    EXPECT_EQ(readFile(file), list.dump()) << "look at the change; LUOT_REWRITE_GOLDEN=1 accepts it";
}

/// Where GS P is obeyed; elsewhere white rows are sent, because nobody knows how far ESC J moves.
TEST_P(TicketTest, FeedsOnlyWhereAUnitIsKnownToBeADot) {
    hardware::printer::profile::Profile epson;
    epson.abilities.motionUnits = true;
    const auto fed = print::ticketJob({"B019", 1, epson}, raster());
    const auto sent = print::ticketJob({"B019", 1}, raster());
    const auto own = Decoder(fed.bytes, GetParam().width).decode();
    const auto other = Decoder(sent.bytes, GetParam().width).decode();
    EXPECT_EQ(own.commands[1], "units 203");
    EXPECT_EQ(own.rows, other.rows);
    for (const auto& command : other.commands) EXPECT_FALSE(command.starts_with("feed")) << command;
    fmt::print("{}: {} bytes fed, {} bytes sent\n", name(), fed.bytes.size(), sent.bytes.size());
}

TEST_P(TicketTest, IsTheSameOnAWiderPrinter) {
    const auto picture = raster();
    const auto job = print::ticketJob({"B019", 1}, picture);
    const auto own = Decoder(job.bytes, picture.width).decode();
    const auto wider = Decoder(job.bytes, picture.width + 64).decode();
    ASSERT_EQ(wider.error, "");
    ASSERT_EQ(own.rows.size(), wider.rows.size());
    int differences = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) differences += own.black(x, y) != wider.black(x, y) ? 1 : 0;
    EXPECT_EQ(differences, 0);
}

/// 16 mm, so that the last row is beyond the edge at which people tear.
TEST_P(TicketTest, IsFedWhereThereIsNoCutter) {
    hardware::printer::profile::Profile torn;
    torn.abilities.cutter = false;
    torn.abilities.motionUnits = true;
    const auto job = print::ticketJob({"B019", 1, torn}, raster());
    EXPECT_FALSE(job.cutter);
    const auto commands = Decoder(job.bytes, GetParam().width).decode().commands;
    EXPECT_EQ(commands[commands.size() - 2], "feed 127");
    EXPECT_EQ(std::count(commands.begin(), commands.end(), "cut 3"), 0);
}

TEST_P(TicketTest, SoundsOnlyWhereItIsWantedAndKnownHow) {
    print::JobPlan plan{"B019", 1};
    const auto soundsIn = [&] {
        const auto commands =
            Decoder(print::ticketJob(plan, raster()).bytes, GetParam().width).decode().commands;
        return std::count(commands.begin(), commands.end(), "buzzer 1 2");
    };
    plan.sounds = true;
    EXPECT_EQ(soundsIn(), 0);
    plan.printer.abilities.buzzer = "clone";
    EXPECT_EQ(soundsIn(), 1);
    plan.sounds = false;
    EXPECT_EQ(soundsIn(), 0);
}

TEST_P(TicketTest, ReachesThePaperDotForDot) {
    const auto picture = raster();
    hardware::escpos::Encoder encoder;
    encoder.raster({picture.width, picture.height, picture.bytes});
    const int masked = encoder.maskedDots();
    const auto job = print::ticketJob({"B019", 1}, picture);
    const auto printed = Decoder(job.bytes, picture.width).decode();
    ASSERT_EQ(printed.error, "");
    int differences = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (picture.black(x, y) != printed.black(x, y)) ++differences;
    EXPECT_EQ(differences, masked);
    EXPECT_EQ(printed.commands.front(), "init");
    EXPECT_EQ(printed.commands[1], fmt::format("width {}", picture.width));
    EXPECT_EQ(printed.commands[printed.commands.size() - 2], "cut 3");
    EXPECT_EQ(printed.commands.back(), "id 0001");
}

/// With a margin over what it takes today; the aims are 20 and 12 KB. docs/benchmarks.md says what the full
/// form is made of.
TEST_P(TicketTest, StaysUnderItsSizeInBytes) {
    const bool wide = GetParam().width == print::dotsOf80mm;
    const bool twice = GetParam().language.size() > 2;
    const std::size_t full = wide ? 44'000 : 25'000;
    const std::size_t least = wide ? 20'000 : 12'000;
    const auto most = (GetParam().form == "short" ? least : full) + (twice ? 8'000 : 0);
    hardware::printer::profile::Profile enlarging;
    enlarging.raster.enlarge = true;
    const auto plain = print::ticketJob({"B019", 1}, raster()).bytes.size();
    const auto enlarged = print::ticketJob({"B019", 1, enlarging}, raster()).bytes.size();
    EXPECT_LT(plain, most);
    EXPECT_LE(enlarged, plain);
    fmt::print("{}: {} bytes, {} where the printer enlarges, {:.0f} mm\n", name(), plain, enlarged,
               raster().height / print::dotsPerMm);
}

/// Only where nothing stands beside it; what is above and below it keeps its place.
TEST_P(TicketTest, LeavesALoneCodeToAPrinterThatDrawsCodes) {
    const auto picture = raster();
    const auto code = print::sheet::loneCode(print::ticketLayout(text(), paper()), picture);
    ASSERT_EQ(code.has_value(), GetParam().form == "short");
    if (!code) return;
    EXPECT_EQ(code->rows % code->module, 0);
    EXPECT_GE(code->above, 4 * code->module);
    print::JobPlan plan{"B019", 1};
    plan.printer.abilities.motionUnits = true;
    plan.code = code;
    const auto job = print::ticketJob(plan, picture);
    EXPECT_LT(job.bytes.size(), print::ticketJob({"B019", 1}, picture).bytes.size() - 1500);
    const std::string bytes(job.bytes.begin(), job.bytes.end());
    const auto at = bytes.find("\x1D(k");
    ASSERT_NE(at, bytes.npos);
    const auto end = bytes.rfind("\x1D(k") + 8;
    const std::vector<std::uint8_t> before(job.bytes.begin(), job.bytes.begin() + static_cast<long>(at));
    auto after = hardware::escpos::Encoder().motionUnits(203).take();
    after.insert(after.end(), job.bytes.begin() + static_cast<long>(end), job.bytes.end());
    const auto top = Decoder(before, picture.width).decode();
    const auto bottom = Decoder(after, picture.width).decode();
    ASSERT_EQ(top.error + bottom.error, "");
    EXPECT_EQ(static_cast<int>(top.rows.size()), code->top);
    int differences = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            if (y < code->top) differences += picture.black(x, y) != top.black(x, y) ? 1 : 0;
            const int below = y - code->top - code->rows;
            if (below >= 0) differences += picture.black(x, y) != bottom.black(x, below) ? 1 : 0;
        }
    EXPECT_EQ(differences, 0);
}

TEST_P(TicketTest, IsAsLongAsItsForm) {
    if (GetParam().width != print::dotsOf80mm || GetParam().language != "vi") return;
    const double mm = raster().height / print::dotsPerMm;
    EXPECT_NEAR(mm, GetParam().form == "full" ? 164 : 90, 6);
}

TEST_P(TicketTest, HasACodeThatAReaderUnderstands) {
    if (std::system("command -v zbarimg >/dev/null 2>&1") != 0)
        GTEST_FAIL() << "install zbar-tools, as scripts/test does";
    const auto picture = temporary(".png");
    ASSERT_TRUE(draw::image::toCanvas(raster()).writePng(picture));
    const auto read = outputOf("zbarimg -q --raw '" + picture.string() + "' 2>/dev/null");
    std::filesystem::remove(picture);
    EXPECT_EQ(read, *exampleTicket().trackingUrl + "\n");
}

TEST_P(TicketTest, CutsNoWordAndKeepsItsMargins) {
    const auto list = print::ticketLayout(text(), paper());
    for (const auto& command : list.commands) {
        const auto* one = std::get_if<draw::Text>(&command);
        if (one == nullptr) continue;
        const auto placed = draw::text::place(*one);
        EXPECT_FALSE(placed.cut) << one->text;
        EXPECT_GE(placed.ink.x, 10) << one->text;
        EXPECT_LE(placed.ink.right(), GetParam().width - 10) << one->text;
        EXPECT_GE(placed.size, GetParam().width == print::dotsOf80mm ? 24 : 18) << one->text;
    }
}

INSTANTIATE_TEST_SUITE_P(AllPapers, TicketTest,
                         testing::Values(Paper{"vi", 576}, Paper{"en", 576}, Paper{"vi+en", 576},
                                         Paper{"vi", 384}, Paper{"en", 384}, Paper{"vi+en", 384},
                                         Paper{"vi", 576, "short"}, Paper{"en", 576, "short"},
                                         Paper{"vi", 384, "short"}, Paper{"en", 384, "short"}),
                         [](const auto& tested) {
                             auto name = fmt::format("{}{}_{}", tested.param.form, tested.param.width,
                                                     tested.param.language);
                             std::replace(name.begin(), name.end(), '+', '_');
                             return name;
                         });

/// "23/11/202" and "6" on two lines, or "20-30 p-" and "hút", are read wrong.
TEST(TicketWidthTest, TearsNoWordAndNoDateOnPaperOfAnyWidth) {
    for (int width = 320; width <= 832; width += 16)
        for (const auto* form : {"full", "short"})
            for (const auto* language : {"vi", "en"})
                for (const auto* second : {"", "vi", "en"}) {
                    const auto text =
                        print::ticketText(exampleTicket(), exampleHall(), {wording(), language, second}, {});
                    for (const auto& command : print::ticketLayout(text, paperOf(form, width)).commands)
                        if (const auto* one = std::get_if<draw::Text>(&command)) {
                            const auto placed = draw::text::place(*one);
                            EXPECT_FALSE(placed.torn || placed.cut)
                                << width << ' ' << form << ' ' << language << second << ": " << one->text;
                        }
                }
}

TEST(PrintThreadTest, LeavesTheBytesAndThePictureSideBySide) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "luot-print-thread-test";
    std::filesystem::remove_all(folder);
    std::mutex mutex;
    std::condition_variable woken;
    bool done = false;
    print::PrintSettings settings;
    settings.paper = paperOf("full", print::dotsOf80mm);
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
    const auto news = thread.poll();
    ASSERT_TRUE(news);
    const auto& result = std::get<print::PrintResult>(*news);
    EXPECT_EQ(result.ticket, "t1");
    EXPECT_TRUE(result.report.confirmed());
    EXPECT_TRUE(std::filesystem::exists(folder / "B019.escpos"));
    EXPECT_TRUE(std::filesystem::exists(folder / "B019.png"));
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace luot::dispenser::test
