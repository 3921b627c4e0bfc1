#include <gtest/gtest.h>

#include "draw/Painter.hpp"
#include "draw/text/Breaking.hpp"
#include "draw/text/Measure.hpp"

namespace luot::draw::text {
namespace {

Text sample(std::string words, double width, Fit fit = {}) {
    return {.box = {10, 10, width, 20}, .text = std::move(words), .size = 4, .fit = fit};
}

TEST(TextFitTest, LeavesATextThatFitsAsItIs) {
    const Placed placed = place(sample("Chứng thực", 60, {.floor = 0.5, .lines = 2}));
    EXPECT_EQ(placed.size, 4);
    EXPECT_EQ(placed.lines, 1);
    EXPECT_FALSE(placed.cut);
}

TEST(TextFitTest, ShrinksInStepsOfFourPercentBeforeItWraps) {
    const double natural = width(sample("Chứng thực", 100));
    const Placed placed = place(sample("Chứng thực", natural * 0.95, {.floor = 0.7, .lines = 2}));
    EXPECT_NEAR(placed.size, 4 * 0.96 * 0.96, 1e-9);
    EXPECT_EQ(placed.lines, 1);
}

TEST(TextFitTest, WrapsAtItsFloorThenEndsInAnEllipsis) {
    const std::string words = "Đăng ký kinh doanh hộ gia đình và hợp tác xã";
    const double natural = width(sample(words, 100));
    const Placed wrapped = place(sample(words, natural * 0.6, {.floor = 0.9, .lines = 2}));
    EXPECT_NEAR(wrapped.size, 3.6, 1e-9);
    EXPECT_EQ(wrapped.lines, 2);
    EXPECT_FALSE(wrapped.cut);
    const Placed cut = place(sample(words, natural * 0.3, {.floor = 0.9, .lines = 2}));
    EXPECT_EQ(cut.lines, 2);
    EXPECT_TRUE(cut.cut);
    EXPECT_LE(cut.logical.w, natural * 0.3 + 0.1);
}

TEST(TextFitTest, CutsASingleWordThatIsTooLong) {
    const double natural = width(sample("Certification", 100));
    for (const Align align : {Align::left, Align::centre, Align::right}) {
        Text text = sample("Certification", natural * 0.6, {.floor = 0.8});
        text.align = align;
        const Placed placed = place(text);
        EXPECT_TRUE(placed.cut);
        EXPECT_TRUE(text.box.encloses(placed.ink, 0.1));
    }
}

TEST(TextFitTest, WrapsBeforeItShrinksWhenAskedTo) {
    const std::string words = "Đăng ký kinh doanh hộ gia đình";
    const double natural = width(sample(words, 100));
    const Placed placed = place(sample(words, natural * 0.6, {.floor = 0.7, .lines = 2, .wrapFirst = true}));
    EXPECT_EQ(placed.size, 4);
    EXPECT_EQ(placed.lines, 2);
}

TEST(TextFitTest, BalancesWrappedLines) {
    const std::string words = "Tiếp nhận hồ sơ và trả kết quả giải quyết";
    const double natural = width(sample(words, 100));
    const Placed placed = place(sample(words, natural * 0.8, {.floor = 1, .lines = 2}));
    EXPECT_EQ(placed.lines, 2);
    EXPECT_LT(placed.logical.w, natural * 0.62) << "both lines are about half of the whole";
}

TEST(TextFitTest, GivesTheSameLayoutOnEveryScreen) {
    const Text text = sample("Mời Ông/Bà chuẩn bị sẵn giấy tờ", 40, {.floor = 0.7});
    const DrawList list{.design = {192, 108}, .ground = Token::surface, .commands = {text}};
    const Canvas small = paintNew(list, lightTheme(), {960, 540});
    const Canvas large = paintNew(list, lightTheme(), {3840, 2160});
    const auto inked = [](const Canvas& canvas, double unit) {
        double left = 1e9;
        double right = 0;
        for (int y = 0; y < canvas.height(); ++y) {
            for (int x = 0; x < canvas.width(); ++x) {
                if ((canvas.pixel(x, y) & 0xFF) > 200) continue;
                left = std::min(left, x / unit);
                right = std::max(right, (x + 1) / unit);
            }
        }
        return std::pair(left, right);
    };
    EXPECT_NEAR(inked(small, 5).first, inked(large, 20).first, 0.25);
    EXPECT_NEAR(inked(small, 5).second, inked(large, 20).second, 0.25);
}

TEST(TextPlaceTest, CentresTheCapitalsOfANumber) {
    const Text number{.box = {0, 0, 100, 50},
                      .text = "H",
                      .size = 40,
                      .weight = 700,
                      .align = Align::centre,
                      .valign = VAlign::cap};
    const Placed placed = place(number);
    EXPECT_NEAR(placed.ink.centre().y, 25, 0.1);
    EXPECT_NEAR(placed.ink.h, 40 * capHeight, 0.2);
    EXPECT_NEAR(placed.ink.centre().x, 50, 0.5);
}

TEST(TextPlaceTest, DigitsAreOfOneWidth) {
    const auto wide = [](const char* digits) {
        return width({.box = {}, .text = digits, .size = 10, .weight = 700});
    };
    EXPECT_NEAR(wide("1111"), wide("0808"), 0.01);
}

// The tallest and deepest letters of Vietnamese and of the minorities' alphabets.
TEST(TextPlaceTest, LettersWithMarksStayInsideALineOfTheirHeight) {
    for (const int weight : {400, 500, 600, 700, 800}) {
        const Text text{
            .box = {0, 0, 100, 4 * lineHeight}, .text = "ẾẬỮỖ Ẵ ỹ ợ Êđê Ƀ", .size = 4, .weight = weight};
        const Placed placed = place(text);
        EXPECT_TRUE(text.box.encloses(placed.ink, 0.05))
            << weight << ": " << placed.ink.y << " to " << placed.ink.bottom();
    }
}

// The mask of a thickened text is kept; a second picture must come out as the first, in whatever colour.
TEST(TextPaintTest, ShowsAThickenedTextAlikeEveryTime) {
    const Text text = sample("Thời gian chờ trung bình", 60);
    const DrawList list{.design = {192, 108}, .ground = Token::surface, .commands = {text}};
    const Canvas first = paintNew(list, lightTheme(), {960, 540});
    const Canvas second = paintNew(list, lightTheme(), {960, 540});
    const Canvas dark = paintNew(list, darkTheme(), {960, 540});
    int inked = 0;
    for (int y = 0; y < 540; ++y) {
        for (int x = 0; x < 960; ++x) {
            ASSERT_EQ(first.pixel(x, y), second.pixel(x, y));
            const bool isInk = first.pixel(x, y) != 0xFFFFFFFF;
            ASSERT_EQ(isInk, dark.pixel(x, y) != 0xFF152038) << x << ' ' << y;
            inked += isInk ? 1 : 0;
        }
    }
    EXPECT_GT(inked, 1'000);
}

TEST(BreakingTest, KeepsTogetherWhatMustNotPart) {
    EXPECT_EQ(withoutBadBreaks("Mời Ông/Bà"), "Mời Ông/\u2060Bà");
    EXPECT_EQ(withoutBadBreaks("khoảng 12 phút"), "khoảng 12\u00A0phút");
    EXPECT_EQ(withoutBadBreaks("Tài chính - Phí"), "Tài chính\u00A0- Phí");
    EXPECT_EQ(withoutBadBreaks("23/11/2026"), "23/11/2026");
    EXPECT_EQ(withAllBreaks("khoảng\u00A020-30 phút"), "khoảng 20-30 phút");
}

TEST(BreakingTest, PartsWhatWasJoinedBeforeItTearsAWord) {
    Text text{.box = {0, 0, 150, 400},
              .text = "09:42\u00A0ngày\u00A023/11/2026",
              .size = 20,
              .fit = {.floor = 1, .lines = 9, .wrapFirst = true}};
    EXPECT_EQ(place(text).lines, 2);
    EXPECT_FALSE(place(text).torn);
    text.box.w = 60;
    EXPECT_TRUE(place(text).torn) << "the date alone is wider";
}

}  // namespace
}  // namespace luot::draw::text
