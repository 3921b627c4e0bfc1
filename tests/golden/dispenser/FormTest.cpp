#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "dispenser/print/OpenPaper.hpp"
#include "dispenser/print/form/ReadForm.hpp"
#include "draw/Painter.hpp"
#include "draw/image/Qr.hpp"
#include "draw/text/Measure.hpp"
#include "tests/golden/dispenser/Example.hpp"

namespace luot::dispenser::test {
namespace {

using print::form::parseForm;
using testing::HasSubstr;

constexpr const char* smallest = R"(name = "small"
margin = [16, 16]
[[blocks]]
kind = "number"
size = [150, 110]
)";

std::string errorsOf(const std::string& text) {
    const auto form = parseForm(text, "my.toml", wording());
    return form ? "" : textOf(form.error());
}

TEST(FormTest, TakesASmallForm) { EXPECT_EQ(errorsOf(smallest), ""); }

TEST(FormTest, TellsAllErrorsAtOnceWithTheirLinesAndTheCure) {
    const auto errors = errorsOf(R"(name = "broken"
margin = [16, 16]
[[blocks]]
kind = "text"
says = ["athority", "ticket.no_such"]
size = [20, 18]
module = [6, 4]
[[blocks]]
kind = "picture"
[[blocks]]
kind = "code"
module = [6.5, 4]
[[blocks]]
kind = "rule"
gap = [14]
colour = "red"
)");
    EXPECT_THAT(
        errors,
        HasSubstr("my.toml:5: blocks[0].says[0]: 'athority' is not known; did you mean 'authority'?"));
    EXPECT_THAT(
        errors,
        HasSubstr("my.toml:5: blocks[0].says[1]: no sentence 'ticket.no_such' in both wording files"));
    EXPECT_THAT(errors, HasSubstr("my.toml:6: blocks[0].size: letters under 24 dots"));
    EXPECT_THAT(
        errors,
        HasSubstr("my.toml:7: blocks[0].module: means nothing in a block of kind \"text\"; delete it"));
    EXPECT_THAT(errors, HasSubstr("my.toml:9: blocks[1].kind: 'picture' is not known"));
    EXPECT_THAT(errors, HasSubstr("my.toml:10: blocks[2]: a block of kind \"code\" needs size: add it"));
    EXPECT_THAT(errors, HasSubstr("my.toml:12: blocks[2].module: must be whole dots"));
    EXPECT_THAT(errors, HasSubstr("my.toml:15: blocks[3].gap: must hold two numbers"));
    EXPECT_THAT(errors, HasSubstr("my.toml:16: blocks[3].colour"));
    EXPECT_THAT(errors, HasSubstr("no block has kind = \"number\""));
}

TEST(FormTest, TakesSentencesByTheirKeysButNoneWithGaps) {
    const auto with = [](const std::string& key) {
        return std::string(smallest) + "[[blocks]]\nkind = \"text\"\nsize = [24, 18]\nsays = [\"" + key +
               "\"]\n";
    };
    EXPECT_EQ(errorsOf(with("ticket.prepare")), "");
    EXPECT_THAT(errorsOf(with("ticket.bulk_mark")), HasSubstr("has a gap to be filled; use one without"));
    const auto form = parseForm(with("ticket.prepare"), "my.toml", wording());
    ASSERT_TRUE(form);
    const print::TicketPaper paper{*form, 576};
    EXPECT_THAT(print::wordingKeys(paper), testing::ElementsAre("ticket.prepare"));
    const auto text =
        print::ticketText(exampleTicket(), exampleHall(), {wording(), "en", "", print::wordingKeys(paper)});
    EXPECT_THAT(print::ticketLayout(text, paper).dump(), HasSubstr("Please have your documents ready"));
}

TEST(FormTest, NamesAFileThatIsNotThere) {
    const auto form = print::form::openForm("/no/such/form.toml", wording());
    ASSERT_FALSE(form);
    EXPECT_THAT(form.error().what, HasSubstr("/no/such/form.toml"));
}

TEST(FormTest, IsCheckedWithTheSettings) {
    EXPECT_TRUE(print::complaintsOn({576, "full", {}}).empty());
    EXPECT_TRUE(print::complaintsOn({576, "short", {}}).empty());
    const auto all = textOf(print::complaintsOn({576, "/no/such/form.toml", "/no/such/logo.png"}));
    EXPECT_THAT(all, HasSubstr("/no/such/form.toml"));
    EXPECT_THAT(all, HasSubstr("ticket_logo"));
    const auto paper = print::openPaper({576, "/no/such/form.toml", "/no/such/logo.png"}, wording());
    ASSERT_FALSE(paper);
    EXPECT_THAT(paper.error().what, testing::AllOf(HasSubstr("form.toml"), HasSubstr("logo.png")));
}

class AnyWidthTest : public testing::TestWithParam<std::tuple<int, const char*>> {};

/// Nothing is cut, nothing leaves the paper, and the code keeps whole modules and its quiet zone.
TEST_P(AnyWidthTest, HoldsATicketWithEveryMark) {
    const auto [width, form] = GetParam();
    auto ticket = exampleTicket();
    ticket.dossiers = 12;
    ticket.lane = "bulk";
    ticket.number = "A7-012";
    ticket.slot = exampleNow();
    ticket.nextDay = true;
    ticket.service = "lao-dong-xa-hoi";
    ticket.procedureVi = "Đăng ký kết hôn có yếu tố nước ngoài";
    const print::TicketOccasion occasion{true, exampleNow()};
    const auto text = print::ticketText(ticket, exampleHall(), {wording(), "vi", "en"}, occasion);
    const auto list = print::ticketLayout(text, paperOf(form, width));
    int codes = 0;
    for (const auto& command : list.commands) {
        if (const auto* one = std::get_if<draw::Text>(&command)) {
            const auto placed = draw::text::place(*one);
            EXPECT_FALSE(placed.cut) << one->text;
            EXPECT_GE(placed.ink.x, 0) << one->text;
            EXPECT_LE(placed.ink.right(), width) << one->text;
        }
        const auto* code = std::get_if<draw::Qr>(&command);
        if (code == nullptr) continue;
        ++codes;
        const int modules = draw::image::qrCode(code->content)->side + 2 * draw::image::QrCode::quietZone;
        EXPECT_EQ(code->box.w, modules * (width < 500 ? 4 : 6));
        EXPECT_EQ(code->box.x, std::floor(code->box.x));
    }
    EXPECT_EQ(codes, 1);
}

/// Phones need four white modules around a code; at the left and right the paper's edge may take a part.
TEST_P(AnyWidthTest, KeepsTheCodesQuietZoneWhite) {
    const auto [width, form] = GetParam();
    const auto paper = paperOf(form, width);
    for (const auto* second : {"", "en"}) {
        const auto text = print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi", second});
        const auto raster = print::ticketRaster(text, paper);
        for (const auto& command : print::ticketLayout(text, paper).commands) {
            const auto* code = std::get_if<draw::Qr>(&command);
            if (code == nullptr) continue;
            const int module = width < 500 ? 4 : 6;
            const int quiet = draw::image::QrCode::quietZone * module;
            const int modules = draw::image::qrCode(code->content)->side;
            const int left = static_cast<int>(code->box.x) + quiet;
            // Edges snap to whole dots.
            const int top = static_cast<int>(std::round(code->box.y)) + quiet;
            const int side = modules * module;
            EXPECT_TRUE(raster.black(left, top) && raster.black(left + side - 1, top));
            for (int y = top - quiet; y < top + side + quiet; ++y)
                for (int x = std::max(0, left - quiet); x < std::min(width, left + side + quiet); ++x) {
                    const bool inside = y >= top && y < top + side && x >= left && x < left + side;
                    ASSERT_TRUE(inside || !raster.black(x, y)) << x << "," << y;
                }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(AllWidths, AnyWidthTest,
                         testing::Combine(testing::Values(320, 384, 420, 512, 576, 640, 832),
                                          testing::Values("full", "short")));

TEST(LogoTest, StandsOnTopInBlackAndWhite) {
    const auto file = std::filesystem::path(testing::TempDir()) / "luot-logo.png";
    draw::Canvas grey(40, 20);
    draw::DrawList dark;
    dark.design = {40, 20};
    dark.ground = draw::Token::ink;
    draw::paint(dark, draw::lightTheme(), grey);
    ASSERT_TRUE(grey.writePng(file));
    print::PaperChoice choice{576, LUOT_SOURCE_DIR "/config/tickets/full.toml", file};
    const auto paper = print::openPaper(choice, wording());
    ASSERT_TRUE(paper) << paper.error().what;
    const auto text = print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi"});
    const auto with = print::ticketRaster(text, *paper);
    const auto without = print::ticketRaster(text, paperOf("full", 576));
    EXPECT_NEAR(with.height - without.height, 96, 1);
    EXPECT_TRUE(with.black(288, 60));
    EXPECT_FALSE(with.black(288 - 120, 60)) << "it keeps its shape: 192 wide, in the middle";
    std::filesystem::remove(file);
    choice.logo = "/no/such/logo.png";
    const auto missing = print::openPaper(choice, wording());
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().what, HasSubstr("ticket_logo"));
}

}  // namespace
}  // namespace luot::dispenser::test
