#include "display/SpokenNumber.hpp"

#include <gtest/gtest.h>

#include "base/Wording.hpp"

namespace luot::display {
namespace {

std::string spoken(std::string_view number, std::string_view language) {
    static const auto wording = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    return spokenNumber(number, wording.value(), language);
}

TEST(SpokenNumberTest, NumberOfAKioskAloneIsReadSignBySignWithAPauseAtTheDash) {
    EXPECT_EQ(spoken("A7-012", "vi"), "a bảy, không một hai");
    EXPECT_EQ(spoken("A7-012", "en"), "A seven, zero one two");
    EXPECT_EQ(spoken("X0-1005", "vi"), "ích-xì không, một không không năm");
}

TEST(SpokenNumberTest, NumberOfTheServerHasAPauseAfterEachSign) {
    EXPECT_EQ(spoken("A012", "vi"), "a, không, một, hai");
    EXPECT_EQ(spoken("1045", "vi"), "một, không, bốn, năm");
}

TEST(SpokenNumberTest, LeavesOutWhatHasNoName) { EXPECT_EQ(spoken("A/ 1", "en"), "A, one"); }

TEST(SpokenNumberTest, EveryLetterHasANameInBothLanguages) {
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        for (const auto* language : {"vi", "en"})
            EXPECT_NE(spoken(std::string(1, letter), language), "") << letter << ' ' << language;
}

}  // namespace
}  // namespace luot::display
