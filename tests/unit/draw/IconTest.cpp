#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "draw/Painter.hpp"
#include "draw/icon/Icon.hpp"
#include "draw/icon/Path.hpp"

namespace luot::draw::icon {
namespace {

TEST(IconTest, EveryDrawingCanBeReadAndStaysInItsBox) {
    std::set<std::string_view> names;
    for (const Drawing& drawing : all()) {
        EXPECT_TRUE(names.insert(drawing.name).second) << drawing.name << " stands there twice";
        const auto path = parsePath(drawing.path);
        ASSERT_TRUE(path.has_value()) << path.error().what;
        for (const Segment& s : *path) {
            const Rect box{0, 0, drawing.box, drawing.box};
            EXPECT_TRUE(box.encloses({s.to.x, s.to.y, 0, 0}, 0.01)) << drawing.name;
        }
    }
    EXPECT_EQ(names.size(), 50U);
    EXPECT_EQ(find("nothing"), nullptr);
}

/// The shape of a state as dots on a grid, to compare outlines without colours.
std::vector<bool> outlineOf(State state) {
    DrawList list{.design = {24, 24}, .ground = Token::surface, .commands = {}};
    list.add(Shape{.box = {0, 0, 24, 24}, .state = state});
    const Canvas canvas = paintNew(list, paperTheme(), {24, 24});
    std::vector<bool> dots;
    for (int i = 0; i < 24 * 24; ++i) dots.push_back((canvas.pixel(i % 24, i / 24) & 0xFF) < 128);
    return dots;
}

TEST(StateShapeTest, EveryStateCanBeToldApartWithoutColour) {
    for (int a = 0; a < 14; ++a) {
        const auto one = outlineOf(static_cast<State>(a));
        EXPECT_GT(std::count(one.begin(), one.end(), true), 20) << stateName(static_cast<State>(a));
        for (int b = a + 1; b < 14; ++b) {
            const auto other = outlineOf(static_cast<State>(b));
            int different = 0;
            for (std::size_t i = 0; i < one.size(); ++i) different += one[i] != other[i] ? 1 : 0;
            EXPECT_GT(different, 30) << stateName(static_cast<State>(a)) << " and "
                                     << stateName(static_cast<State>(b));
        }
    }
}

TEST(PathTest, DrawsARoundArc) {
    const auto path = parsePath("M 4 12 a 8 8 0 1 0 16 0 a 8 8 0 1 0 -16 0 z");
    ASSERT_TRUE(path.has_value());
    for (const Segment& s : *path) {
        if (s.kind != Segment::Kind::curve) continue;
        EXPECT_NEAR(std::hypot(s.to.x - 12, s.to.y - 12), 8, 1e-6);
    }
}

TEST(PathTest, ReadsNumbersWithoutSpaces) {
    const auto path = parsePath("M24 11c4 4.5 5.5 9 5.5 13S27.5-31.5 24 34v-.9");
    ASSERT_TRUE(path.has_value());
    ASSERT_EQ(path->size(), 4U);
    EXPECT_EQ((*path)[2].control1, (Point{29.5, 28}));
    EXPECT_NEAR((*path)[3].to.y, 33.1, 1e-9);
}

TEST(PathTest, RefusesWhatIsNoPath) {
    for (const char* wrong :
         {"M 1", "Q 1 2 3 4", "M 1 2 L x", "12 3", "M 0 0 a 1 1 0 2 0 3 3", "M 0 0 a 0 1 0 0 0 3 3"}) {
        EXPECT_FALSE(parsePath(wrong).has_value()) << wrong;
    }
}

}  // namespace
}  // namespace luot::draw::icon
