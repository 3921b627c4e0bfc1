#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "Functions.hpp"
#include "Source.hpp"

namespace luot::tidy {
namespace {

bool isThisTest(const Source& source) { return source.path.starts_with("tests/tidy/"); }

TEST(RulesTest, NothingRunsDetached) {
    Violations violations;
    for (const auto& source : tree())
        if (source.isProduction())
            for (const auto place : wordsIn(source.code, "detached"))
                violations.push_back(at(source, lineOf(source.code, place), "who hears of its failure?"));
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

/// Tests may: their lambdas capture by reference alone, and to destroy such a one twice does nothing.
TEST(RulesTest, NoOperandOfCoAwaitHoldsABraceOrALambda) {
    Violations violations;
    for (const auto& source : tree())
        if (source.isProduction())
            for (const auto line : bracedAwaits(source.code))
                violations.push_back(at(source, line, "name the operand on the line before (docs/adr/0005)"));
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

TEST(RulesTest, NothingIsLeftToDo) {
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.isCode() || isThisTest(source)) continue;
        for (const auto* word : {"TODO", "FIXME", "XXX", "HACK"})
            for (const auto place : wordsIn(source.text, word))
                violations.push_back(at(source, lineOf(source.text, place), word));
    }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

TEST(RulesTest, NoFileNamesAMachinesPath) {
    // In two pieces each, so that this file does not find itself.
    const std::array<std::string, 4> paths{std::string("/wo") + "rk/", std::string("/ro") + "ot/",
                                           std::string("/ho") + "me/", std::string("/tmp/") + "studio"};
    Violations violations;
    for (const auto& source : tree())
        for (const auto& path : paths)
            for (auto found = source.text.find(path); found != std::string::npos;
                 found = source.text.find(path, found + 1)) {
                const bool wholeStart =
                    found == 0 || std::isalnum(static_cast<unsigned char>(source.text[found - 1])) == 0;
                if (wholeStart) violations.push_back(at(source, lineOf(source.text, found), path));
            }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

TEST(RulesTest, HeadersBeginWithPragmaOnce) {
    Violations violations;
    for (const auto& source : tree())
        if (source.isHeader() && !source.text.starts_with("#pragma once\n"))
            violations.push_back(at(source, 1, "must begin with #pragma once"));
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

TEST(RulesTest, NamespacesFollowFolders) {
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.isProduction() || source.path.ends_with("/main.cpp")) continue;
        auto folder = source.topFolder();
        std::erase(folder, '-');
        if (source.code.find("namespace luot::" + folder) == std::string::npos)
            violations.push_back(at(source, 1, "has no namespace luot::" + folder));
    }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

TEST(RulesTest, FileNamesSayWhatTheirTypeIs) {
    constexpr std::array<std::string_view, 5> empty{"Manager", "Helper", "Util", "Data", "Info"};
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.isProduction()) continue;
        const auto name = std::filesystem::path(source.path).stem().string();
        for (const auto word : empty) {
            const auto found = name.find(word);
            const auto end = found + word.size();
            if (found != std::string::npos &&
                (end >= name.size() || std::islower(static_cast<unsigned char>(name[end])) == 0))
                violations.push_back(at(source, 1, "a name with " + std::string(word) + " says nothing"));
        }
    }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

/// First code point at `i` of UTF-8 text; one of two or three bytes, others count as none.
char32_t codePoint(std::string_view text, std::size_t i) {
    const auto byte = [&](std::size_t at) {
        return static_cast<unsigned char>(at < text.size() ? text[at] : 0);
    };
    if ((byte(i) & 0xE0U) == 0xC0U) return ((byte(i) & 0x1FU) << 6U) | (byte(i + 1) & 0x3FU);
    if ((byte(i) & 0xF0U) == 0xE0U)
        return ((byte(i) & 0x0FU) << 12U) | ((byte(i + 1) & 0x3FU) << 6U) | (byte(i + 2) & 0x3FU);
    return 0;
}

bool isVietnameseLetter(char32_t c) {
    const bool latin = c >= 0xC0 && c <= 0x1B0 && c != 0xD7 && c != 0xF7;
    return latin || (c >= 0x1EA0 && c <= 0x1EF9);
}

TEST(RulesTest, KnowsVietnameseLetters) {
    for (const auto* letter : {"đ", "ư", "ơ", "ă", "â", "é", "ợ", "Ỹ"})
        EXPECT_TRUE(isVietnameseLetter(codePoint(letter, 0)));
    for (const auto* sign : {"×", "→", "·", "–", "a"}) EXPECT_FALSE(isVietnameseLetter(codePoint(sign, 0)));
}

TEST(RulesTest, WordsForPeopleStandInWordingFiles) {
    constexpr std::string_view productName = "Lượt";  // a name, the same in every language
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.isProduction()) continue;
        auto text = source.uncommented;
        for (auto name = text.find(productName); name != std::string::npos; name = text.find(productName))
            text.replace(name, productName.size(), productName.size(), ' ');
        int lastLine = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const int line = isVietnameseLetter(codePoint(text, i)) ? lineOf(text, i) : 0;
            if (line > lastLine)
                violations.push_back(at(source, lastLine = line, "put the words into config/wording"));
        }
    }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

}  // namespace
}  // namespace luot::tidy
