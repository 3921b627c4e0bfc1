#include "base/Wording.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace luot::base {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::filesystem::path shipped = std::filesystem::path(LUOT_SOURCE_DIR) / "config" / "wording";

class WordingTest : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(testing::TempDir()) / ("wording_" + std::string(test->name()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }

    std::filesystem::path folder_;
};

TEST_F(WordingTest, FillsPlaceholdersByName) {
    write("vi.toml", "[a]\nb = \"Số {n} tại quầy {counter}, {n}\"\n");
    write("en.toml", "[a]\nb = \"{counter}: {n}\"\n");
    const auto wording = Wording::load(folder_);
    ASSERT_TRUE(wording);
    EXPECT_EQ(wording->text("vi", "a.b", {{"n", "A001"}, {"counter", "3"}}), "Số A001 tại quầy 3, A001");
    EXPECT_EQ(wording->text("en", "a.b", {{"n", "A001"}, {"counter", "3"}}), "3: A001");
}

TEST_F(WordingTest, LeavesPlaceholdersThatNobodyFillsAndDoesNotFillTwice) {
    write("vi.toml", "x = \"{a} {b} { {\"\n");
    write("en.toml", "x = \"\\u00e9\"\n");
    const auto wording = Wording::load(folder_);
    ASSERT_TRUE(wording) << wording.error().what;
    EXPECT_EQ(wording->text("vi", "x", {{"a", "{b}"}}), "{b} {b} { {");
}

TEST_F(WordingTest, GivesSentencesApartOrJoined) {
    write("vi.toml", "x = [\"Một {n}.\", \"Hai.\"]\ny = \"Ba\"\n");
    write("en.toml", "x = \"one\"\n");
    const auto wording = Wording::load(folder_);
    ASSERT_TRUE(wording);
    EXPECT_THAT(wording->list("vi", "x", {{"n", "1"}}), ElementsAre("Một 1.", "Hai."));
    EXPECT_EQ(wording->text("vi", "x", {{"n", "1"}}), "Một 1. Hai.");
    EXPECT_THAT(wording->list("vi", "y"), ElementsAre("Ba"));
}

TEST_F(WordingTest, TakesVietnameseForAnUnknownLanguage) {
    const auto wording = Wording::load(shipped);
    ASSERT_TRUE(wording) << wording.error().what;
    EXPECT_EQ(wording->text("fr", "kiosk.back"), "Quay lại");
}

TEST_F(WordingTest, TellsEveryErrorOfAllFilesWithItsLine) {
    write("vi.toml", "a = 1\nb = \"Tiê\xCC\x81ng\"\n");
    write("en.toml", "a = \"fine\"\nb = \"\"\n");
    const auto wording = Wording::load(folder_);
    ASSERT_FALSE(wording);
    EXPECT_EQ(wording.error().fault, Fault::invalidInput);
    EXPECT_THAT(wording.error().what, HasSubstr("vi.toml:1: a: must be a text"));
    EXPECT_THAT(wording.error().what, HasSubstr("vi.toml:2: b: has a mark apart"));
    EXPECT_THAT(wording.error().what, HasSubstr("en.toml:2: b: must be a text"));
}

TEST_F(WordingTest, RefusesAFolderWithoutBothLanguages) {
    write("vi.toml", "a = \"b\"\n");
    const auto wording = Wording::load(folder_);
    ASSERT_FALSE(wording);
    EXPECT_THAT(wording.error().what, HasSubstr("en.toml is missing"));
}

TEST(ShippedWordingTest, HasTheSameKeysPlaceholdersAndNumberOfSentencesInBothLanguages) {
    const auto wording = Wording::load(shipped);
    ASSERT_TRUE(wording) << wording.error().what;
    EXPECT_EQ(wording->keys("vi"), wording->keys("en"));
    EXPECT_GT(wording->keys("vi").size(), 350u);
    for (const auto& key : wording->keys("vi")) {
        const auto sorted = [&](const char* language) {
            auto names = placeholders(wording->text(language, key));
            std::sort(names.begin(), names.end());
            return names;
        };
        EXPECT_EQ(sorted("vi"), sorted("en")) << key;
        EXPECT_EQ(wording->list("vi", key).size(), wording->list("en", key).size()) << key;
    }
}

TEST(ShippedWordingTest, HasASentenceForEveryRefusalAndProblem) {
    const auto wording = Wording::load(shipped);
    ASSERT_TRUE(wording);
    for (const auto* key : {"refusal.unknown_service",
                            "refusal.unknown_counter",
                            "refusal.unknown_ticket",
                            "refusal.counter_closed",
                            "refusal.counter_busy",
                            "refusal.counter_taken",
                            "refusal.wrong_state",
                            "refusal.already_called",
                            "refusal.not_served_here",
                            "refusal.day_closed",
                            "refusal.day_open",
                            "refusal.series_used_up",
                            "refusal.nobody_waiting",
                            "refusal.too_late",
                            "refusal.bad_argument",
                            "problem.malformed_json",
                            "problem.wrong_field",
                            "problem.missing_field",
                            "problem.no_token",
                            "problem.unknown_token",
                            "problem.no_permission",
                            "problem.not_found",
                            "problem.method_not_allowed",
                            "problem.rate_limited",
                            "problem.idempotency_mismatch",
                            "problem.storage_unavailable",
                            "problem.shutting_down",
                            "problem.internal"})
        EXPECT_TRUE(wording->has("vi", key)) << key;
}

/// "kiosk.back" wherever a line of code has it in quotes; "clerk.pr_" is the beginning of keys.
std::vector<std::string> keysIn(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    const auto code = text.str();
    std::vector<std::string> found;
    for (auto open = code.find('"'); open != code.npos; open = code.find('"', open + 1)) {
        const auto close = code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.", open + 1);
        if (close == code.npos || code[close] != '"') continue;
        const auto word = code.substr(open + 1, close - open - 1);
        if (std::count(word.begin(), word.end(), '.') == 1 && word.back() != '.') found.push_back(word);
    }
    return found;
}

TEST(ShippedWordingTest, HasEveryKeyThatTheProgramsName) {
    const auto wording = Wording::load(shipped);
    ASSERT_TRUE(wording);
    const auto keys = wording->keys("vi");
    std::set<std::string> sections;
    for (const auto& key : keys) sections.insert(key.substr(0, key.find('.')));
    std::size_t seen = 0;
    // Not server/centre: its dotted words are keys of the centre's file.
    for (const auto* folder :
         {"draw", "ui", "server/api", "server/pages", "display", "dispenser", "counter-client"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(shipped / "../.." / folder)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
            for (const auto& key : keysIn(entry.path())) {
                if (!sections.contains(key.substr(0, key.find('.')))) continue;
                ++seen;
                const bool known = key.ends_with("_")
                                       ? std::any_of(keys.begin(), keys.end(),
                                                     [&](const auto& k) { return k.starts_with(key); })
                                       : wording->has("vi", key);
                EXPECT_TRUE(known) << key << " in " << entry.path();
            }
        }
    EXPECT_GT(seen, 50u) << "no keys found: does the test still look at the right folders?";
}

TEST(ShippedWordingTest, KeepsSentencesApartThatScreensShowApart) {
    const auto wording = Wording::load(shipped);
    ASSERT_TRUE(wording);
    EXPECT_EQ(wording->list("vi", "display.lunch").size(), 3u);
    EXPECT_EQ(wording->list("vi", "display.stale").size(), 2u);
    EXPECT_EQ(wording->list("vi", "error.print_failed_number").size(), 3u);
    EXPECT_EQ(wording->list("en", "common.weekdays").size(), 7u);
}

TEST(CombiningMarkTest, TellsDecomposedFromPrecomposedLetters) {
    EXPECT_FALSE(hasCombiningMark("Lượt, Ẵ ỹ ợ Êđê"));
    EXPECT_TRUE(hasCombiningMark("e\xCC\x81"));  // U+0301
    EXPECT_TRUE(hasCombiningMark("a\xCD\xA3"));  // U+0363
    EXPECT_FALSE(hasCombiningMark("\xCD\xB0"));  // U+0370, a Greek letter
}

#ifndef NDEBUG
TEST(WordingDeathTest, AMissingKeyIsABugInADebugBuild) {
    const auto wording = Wording::load(shipped);
    ASSERT_TRUE(wording);
    EXPECT_DEATH(wording->text("vi", "no.such_key"), "no.such_key");
}
#endif

}  // namespace
}  // namespace luot::base
