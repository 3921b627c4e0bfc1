#include <gtest/gtest.h>

#include "counter-client/Keyboard.hpp"
#include "counter-client/Script.hpp"

namespace luot::counterclient::test {
namespace {

using desk::Key;
using desk::KeyCode;

ui::KeyDown pressed(const std::string& name) {
    ui::KeyDown key;
    key.key = name;
    return key;
}

TEST(KeyboardTest, KnowsTheKeypadAndSdlNames) {
    EXPECT_EQ(keyOf(pressed("F2")), (Key{KeyCode::f2, 0}));
    EXPECT_EQ(keyOf(pressed("Return")), (Key{KeyCode::enter, 0}));
    EXPECT_EQ(keyOf(pressed("Keypad Enter")), (Key{KeyCode::enter, 0}));
    EXPECT_EQ(keyOf(pressed("Escape")), (Key{KeyCode::escape, 0}));
    EXPECT_EQ(keyOf(pressed("Keypad 5")), desk::characterKey('5'));
    EXPECT_EQ(keyOf(pressed("A")), desk::characterKey('A'));
    EXPECT_EQ(keyOf(pressed("Left Shift")).code, KeyCode::none);
}

TEST(KeyboardTest, UndoIsControlZAlone) {
    auto key = pressed("Z");
    EXPECT_EQ(keyOf(key), desk::characterKey('Z'));
    key.control = true;
    EXPECT_EQ(keyOf(key).code, KeyCode::undo);
    key.key = "F2";
    EXPECT_EQ(keyOf(key).code, KeyCode::none);
}

TEST(KeyboardTest, AHeldKeyGivesNoSecondCommand) {
    auto key = pressed("F2");
    key.repeat = true;
    EXPECT_EQ(keyOf(key).code, KeyCode::none);
    key.key = "Down";
    EXPECT_EQ(keyOf(key).code, KeyCode::down);
}

TEST(KeyTest, CapsReadBackAsTheSameKey) {
    for (const auto* cap : {"F2", "F10", "Enter", "Esc", "Ctrl+Z", "PageDown", "7", "A"}) {
        const auto key = desk::parseKey(cap);
        ASSERT_TRUE(key) << cap;
        EXPECT_EQ(desk::capOf(*key), cap);
    }
    EXPECT_EQ(desk::parseKey("f2")->code, KeyCode::f2);
    for (const auto* word : {"", "F1", "F22", "Đ", "?"}) EXPECT_FALSE(desk::parseKey(word)) << word;
}

TEST(ScriptTest, PressesKeysInOrderAndWaitsBetween) {
    auto script = *Script::parse("F2,wait:2,F4");
    EXPECT_EQ(script.next(1000, false), (Key{KeyCode::f2, 0}));
    EXPECT_EQ(script.label(), "01-F2");
    EXPECT_FALSE(script.next(1000, false));
    EXPECT_FALSE(script.next(2999, false));
    EXPECT_EQ(script.next(3000, false), (Key{KeyCode::f4, 0}));
    EXPECT_TRUE(script.over(3000, false));
}

TEST(ScriptTest, WaitsForTheAnswerToTheKeyBefore) {
    auto script = *Script::parse("F2,F3");
    script.next(0, false);
    EXPECT_FALSE(script.next(100, true));
    EXPECT_FALSE(script.over(100, true));
    EXPECT_TRUE(script.next(Script::answeredWithin, true));
}

TEST(ScriptTest, NamesWhatItDoesNotKnow) {
    for (const auto* text : {"F2,F1", "wait:x", "wait:", "wait:-1", "F2,,F2"}) {
        const auto script = Script::parse(text);
        ASSERT_FALSE(script) << text;
        EXPECT_EQ(script.error().fault, base::Fault::invalidInput);
    }
    EXPECT_TRUE(Script::parse("")->over(0, false));
}

}  // namespace
}  // namespace luot::counterclient::test
