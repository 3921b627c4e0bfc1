#include <gtest/gtest.h>

#include "ui/touch/Focus.hpp"
#include "ui/touch/HitTest.hpp"
#include "ui/touch/Press.hpp"

namespace luot::ui::touch {
namespace {

TEST(PressTest, ActsOnReleaseInsideTheButton) {
    Press press;
    press.down("take", 1'000);
    EXPECT_EQ(press.pressed(), "take");
    EXPECT_EQ(press.up("take", 1'100), "take");
    EXPECT_EQ(press.pressed(), "");
}

TEST(PressTest, DoesNothingWhenReleasedOutside) {
    Press press;
    press.down("take", 1'000);
    press.move("");
    EXPECT_EQ(press.pressed(), "");
    EXPECT_EQ(press.up("home", 1'100), std::nullopt);
}

TEST(PressTest, LightsUpAgainWhenTheFingerComesBack) {
    Press press;
    press.down("take", 1'000);
    press.move("home");
    press.move("take");
    EXPECT_EQ(press.pressed(), "take");
    EXPECT_EQ(press.up("take", 1'200), "take");
}

TEST(PressTest, IgnoresASecondTouchWithinSevenHundredMilliseconds) {
    Press press;
    press.down("take", 1'000);
    press.up("take", 1'000);
    press.down("take", 1'699);
    EXPECT_EQ(press.up("take", 1'700), std::nullopt) << "the touch began too early";
    press.down("take", 1'700);
    EXPECT_EQ(press.up("take", 1'800), "take");
}

TEST(PressTest, LetsKeysOfAKeyboardFollowFast) {
    Press press;
    press.down("key-t", 1'000, true);
    EXPECT_EQ(press.up("key-t", 1'050), "key-t");
    press.down("key-t", 1'100, true);
    EXPECT_EQ(press.up("key-t", 1'150), "key-t");
}

TEST(PressTest, IgnoresTouchesJustAfterAPageChange) {
    Press press;
    press.pageChanged(1'000);
    press.down("take", 1'349);
    EXPECT_EQ(press.up("take", 1'400), std::nullopt);
    press.down("take", 1'350);
    EXPECT_EQ(press.up("take", 1'400), "take");
}

TEST(PressTest, ForgetsAFingerThatWasDownWhenThePageChanged) {
    Press press;
    press.down("take", 1'000);
    press.pageChanged(1'010);
    EXPECT_EQ(press.up("take", 2'000), std::nullopt);
}

const std::vector<Target> twoButtons = {{"left", {0, 0, 10, 10}}, {"right", {12, 0, 10, 10}}};

TEST(HitTest, FindsTheButtonThatWasDrawnThere) {
    EXPECT_EQ(targetAt(twoButtons, {5, 5}, 1)->id, "left");
    EXPECT_EQ(targetAt(twoButtons, {12, 5}, 1)->id, "right");
}

TEST(HitTest, GivesHalfTheGapToEachNeighbour) {
    EXPECT_EQ(targetAt(twoButtons, {10.9, 5}, 1)->id, "left");
    EXPECT_EQ(targetAt(twoButtons, {11.1, 5}, 1)->id, "right");
    EXPECT_EQ(targetAt(twoButtons, {5, 11.5}, 1), nullptr);
}

TEST(HitTest, PrefersWhatWasDrawnLast) {
    const std::vector<Target> layers = {{"page", {0, 0, 100, 100}}, {"card", {10, 10, 20, 20}}};
    EXPECT_EQ(targetAt(layers, {15, 15}, 0)->id, "card");
    EXPECT_EQ(targetAt(layers, {50, 50}, 0)->id, "page");
}

TEST(FocusTest, GoesRoundInReadingOrder) {
    Focus focus;
    focus.setOrder({"a", "b", "c"});
    focus.next();
    EXPECT_TRUE(focus.isVisibleOn("a"));
    focus.previous();
    EXPECT_TRUE(focus.isVisibleOn("c"));
    focus.next();
    EXPECT_TRUE(focus.isVisibleOn("a"));
}

TEST(FocusTest, HidesAfterATouchAndShowsItsPlaceAtTheNextKey) {
    Focus focus;
    focus.setOrder({"a", "b"});
    focus.set("b");
    focus.touched();
    EXPECT_FALSE(focus.isVisibleOn("b"));
    focus.next();
    EXPECT_TRUE(focus.isVisibleOn("b")) << "the first key only shows where it stands";
    focus.next();
    EXPECT_TRUE(focus.isVisibleOn("a"));
}

TEST(FocusTest, StaysOnATargetThatIsStillOnThePage) {
    Focus focus;
    focus.setOrder({"a", "b"});
    focus.set("b");
    focus.setOrder({"b", "c"});
    EXPECT_EQ(focus.current(), "b");
    focus.setOrder({"c"});
    EXPECT_EQ(focus.current(), "");
}

TEST(FocusRingTest, DrawsTwoRingsDirectlyOutsideTheBorder) {
    draw::DrawList list;
    addFocusRing(list, {10, 10, 20, 20}, 1.8);
    EXPECT_EQ(list.dump(),
              "design 192 108 ground bg\n"
              "box 9.5 9.5 21 21 radius 2.3 all stroke focusHalo 0.5\n"
              "box 9 9 22 22 radius 2.8 all stroke focus 0.5\n");
}

}  // namespace
}  // namespace luot::ui::touch
