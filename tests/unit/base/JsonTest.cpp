#include "base/json/Json.hpp"

#include <gtest/gtest.h>

namespace luot::base::json {
namespace {

enum class Colour { darkRed, blue };
BOOST_DESCRIBE_ENUM(Colour, darkRed, blue)

struct Inner {
    int countOfThings = 0;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (countOfThings))

struct Outer {
    std::string name;
    std::optional<int> maybe;
    Colour colour = Colour::blue;
    std::vector<Inner> inners;
    std::map<std::string, int> byName;
    Minutes wait{};
    Milliseconds jump{};
    bool late = false;
    static bool mayMiss(std::string_view member) { return member == "late"; }
};
BOOST_DESCRIBE_STRUCT(Outer, (), (name, maybe, colour, inners, byName, wait, jump, late))

constexpr auto whole =
    R"({"name":"Lượt","colour":"dark_red","inners":[{"count_of_things":3}],"by_name":{"a":1},"wait":120,"jump":-3.5,"late":true})";

std::string problemOf(std::string_view text) {
    const auto result = decodeText<Outer>(text);
    return result ? "none" : result.error().what;
}

TEST(JsonTest, StructsComeBackInSnakeCaseWithoutAbsentMembers) {
    const auto outer = decodeText<Outer>(whole);
    ASSERT_TRUE(outer) << outer.error().what;
    EXPECT_EQ(outer->colour, Colour::darkRed);
    EXPECT_EQ(outer->inners.at(0).countOfThings, 3);
    EXPECT_EQ(outer->wait, Minutes(2));
    EXPECT_EQ(outer->jump, Milliseconds(-3500));
    EXPECT_EQ(outer->maybe, std::nullopt);
    EXPECT_EQ(encode(*outer), parse(whole).value());
    EXPECT_EQ(
        encodeText(Outer{"\"\\\n\x1f", 0, {}, {}, {}, {}, {}, {}}),
        R"({"name":"\"\\\u000a\u001f","maybe":0,"colour":"dark_red","inners":[],"by_name":{},"wait":0,"jump":0,"late":false})");
}

TEST(JsonTest, EscapesWhatStandsBetweenPlainLetters) {
    const std::string text = "\"tay\\phải\t\"của\x01 Lượt\"";
    const auto written = encodeText(text);
    EXPECT_EQ(written, "\"\\\"tay\\\\phải\\u0009\\\"của\\u0001 Lượt\\\"\"");
    EXPECT_EQ(decodeText<std::string>(written), text);
}

struct Holder {
    Boxed<Inner> kept;
    std::optional<Boxed<Inner>> maybe;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (kept, maybe))

TEST(JsonTest, WhatIsBoxedStandsThereAsItself) {
    const auto holder = decodeText<Holder>(R"({"kept":{"count_of_things":3}})");
    ASSERT_TRUE(holder) << holder.error().what;
    EXPECT_EQ(holder->kept->countOfThings, 3);
    EXPECT_FALSE(holder->maybe);
    EXPECT_EQ(encodeText(Holder{Inner{4}, Inner{5}}),
              R"({"kept":{"count_of_things":4},"maybe":{"count_of_things":5}})");
    EXPECT_EQ(decodeText<Holder>(R"({"kept":{}})").error().what, "'kept.count_of_things' is missing");
}

TEST(JsonTest, UnknownMembersAreIgnoredAndNullIsAbsent) {
    const auto outer = decodeText<Outer>(
        R"({"more":[1],"maybe":null,"name":"","colour":"blue","inners":[],"by_name":{},"wait":0,"jump":0})");
    ASSERT_TRUE(outer) << outer.error().what;
    EXPECT_FALSE(outer->maybe);
    EXPECT_FALSE(outer->late) << "may be missing";
}

TEST(JsonTest, MissingAndWrongMembersAreNamedWithTheirPath) {
    EXPECT_EQ(problemOf("{}"), "'name' is missing");
    EXPECT_EQ(problemOf("[]"), "the document must be an object");
    EXPECT_EQ(problemOf(R"({"name":3})"), "'name' must be a text");
    EXPECT_EQ(problemOf(R"({"name":"","colour":"green"})"), "'colour' must be one of \"dark_red\", \"blue\"");
    EXPECT_EQ(problemOf(R"({"name":"","colour":"blue","inners":[{"count_of_things":1},{}]})"),
              "'inners[1].count_of_things' is missing");
    EXPECT_EQ(problemOf(R"({"name":"","colour":"blue","inners":[{"count_of_things":2147483648}]})"),
              "'inners[0].count_of_things' must be a whole number in range");
    EXPECT_EQ(problemOf(R"({"name":"","colour":"blue","inners":[{"count_of_things":1.5}]})"),
              "'inners[0].count_of_things' must be a whole number");
    EXPECT_NE(
        problemOf(R"({"name":"","colour":"blue","inners":[],"by_name":{},"wait":90})").find("whole minutes"),
        std::string::npos);
}

TEST(JsonTest, DamagedDeepAndLargeDocumentsAreRefused) {
    for (const auto* text : {"", "{", "{\"a\":}", "nul", "{} {}", "\"\xff\""}) {
        const auto result = parse(text);
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().fault, Fault::invalidInput);
    }
    EXPECT_TRUE(parse(std::string(32, '[') + std::string(32, ']')));
    EXPECT_FALSE(parse(std::string(33, '[') + std::string(33, ']')));
    EXPECT_TRUE(parse("[1,2]", 5));
    EXPECT_FALSE(parse("[1,2]", 4));
}

}  // namespace
}  // namespace luot::base::json
