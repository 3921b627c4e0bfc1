#include "draw/Theme.hpp"

#include <gtest/gtest.h>

namespace luot::draw {
namespace {

TEST(ThemeTest, EveryPairOfEveryThemeHasItsContrast) {
    for (const Theme* theme : {&lightTheme(), &darkTheme(), &highContrastTheme()}) {
        EXPECT_EQ(complaints(*theme), std::vector<std::string>{}) << theme->name;
    }
}

TEST(ThemeTest, NamesThePairThatIsTooWeak) {
    Theme theme = lightTheme();
    theme[Token::ink2] = {0x90, 0x98, 0xA8};
    const auto found = complaints(theme);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_NE(found.front().find("ink2 #9098A8 on bg #F5F3EE"), std::string::npos) << found.front();
}

// The figures of the design's table, so that a changed hex shows.
TEST(ThemeTest, HasTheMeasuredContrasts) {
    const Theme& light = lightTheme();
    EXPECT_NEAR(contrast(light[Token::ink], light[Token::bg]), 14.40, 0.01);
    EXPECT_NEAR(contrast(light[Token::ok], light[Token::okSoft]), 6.25, 0.01);
    EXPECT_NEAR(contrast(light[Token::lineStrong], light[Token::bg]), 3.71, 0.01);
    const Theme& dark = darkTheme();
    EXPECT_NEAR(contrast(dark[Token::primary], dark[Token::primarySoft]), 7.27, 0.01);
    EXPECT_NEAR(contrast(dark[Token::call], dark[Token::bar]), 12.48, 0.01);
    const Theme& high = highContrastTheme();
    EXPECT_NEAR(contrast(high[Token::danger], high[Token::surface]), 12.36, 0.01);
    EXPECT_NEAR(contrast(high[Token::off], high[Token::bg]), 15.91, 0.01);
}

TEST(ColorTest, ReadsAndRefuses) {
    EXPECT_EQ(parseColor("#14213d").value(), (Color{0x14, 0x21, 0x3D}));
    for (const char* wrong : {"14213D", "#14213", "#14213DG", "#1421 D", ""}) {
        EXPECT_FALSE(parseColor(wrong).has_value()) << wrong;
    }
}

}  // namespace
}  // namespace luot::draw
