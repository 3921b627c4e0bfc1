#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "Functions.hpp"
#include "Source.hpp"

namespace luot::tidy {
namespace {

constexpr std::size_t productionLines = 250;
constexpr std::size_t testLines = 400;
constexpr int functionLines = 40;
constexpr int mostParameters = 4;
constexpr int mostFiles = 15;
constexpr int mostFilesOfBase = 20;  // many small things that have nothing in common but being lowest
constexpr std::size_t lineCharacters = 120;

std::size_t charactersIn(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

TEST(SizeTest, FilesStayShort) {
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.isCode()) continue;
        const auto most = source.isProduction() ? productionLines : testLines;
        const auto lines = linesOf(source.text).size();
        if (lines > most)
            violations.push_back(
                at(source, static_cast<int>(lines), "longer than " + std::to_string(most) + " lines"));
    }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

/// A function that only returns a table is one.
TEST(SizeTest, FunctionsStayShort) {
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.isProduction()) continue;
        for (const auto& function : functionsOf(source.code))
            if (!function.table && function.lines() > functionLines)
                violations.push_back(at(source, function.firstLine,
                                        std::to_string(function.lines()) + " lines: " + function.signature));
    }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

TEST(SizeTest, FunctionsTakeFewParameters) {
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.isProduction()) continue;
        for (const auto& function : functionsOf(source.code))
            if (function.parameters > mostParameters)
                violations.push_back(
                    at(source, function.firstLine,
                       std::to_string(function.parameters) + " parameters: " + function.signature));
    }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

TEST(SizeTest, FoldersStaySmall) {
    std::map<std::string, int> files;
    for (const auto& source : tree())
        if (source.isProduction()) ++files[source.path.substr(0, source.path.rfind('/'))];
    for (const auto& [folder, count] : files)
        EXPECT_LE(count, folder == "base" ? mostFilesOfBase : mostFiles) << folder;
}

/// Where clang-format is told to keep off, one row of a table is one line.
TEST(SizeTest, LinesStayShort) {
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.isProduction()) continue;
        int number = 0;
        bool table = false;
        for (const auto line : linesOf(source.text)) {
            ++number;
            if (line.starts_with("// clang-format o")) table = line == "// clang-format off";
            if (!table && charactersIn(line) > lineCharacters)
                violations.push_back(at(source, number, std::to_string(charactersIn(line)) + " characters"));
        }
    }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

}  // namespace
}  // namespace luot::tidy
