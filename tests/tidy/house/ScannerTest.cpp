#include <gtest/gtest.h>

#include "Functions.hpp"
#include "Source.hpp"

/// The rules are only as good as the scanner: it must see what breaks them.
namespace luot::tidy {
namespace {

std::vector<Function> functionsIn(std::string text) {
    return functionsOf(sourceOf("x.cpp", std::move(text)).code);
}

std::vector<int> awaitsIn(std::string text) { return bracedAwaits(sourceOf("x.cpp", std::move(text)).code); }

TEST(ScannerTest, BlanksCommentsAndLiteralsButKeepsLines) {
    const auto source = sourceOf("x.cpp", "a(\"{//\"); // }\n/* {\n*/ b('{', 1'000, R\"(\"{)\");\n");
    EXPECT_EQ(source.code, "a(\"   \");     \n    \n   b(' ', 1'000, R\"    \");\n");
    EXPECT_EQ(source.uncommented, "a(\"{//\");     \n    \n   b('{', 1'000, R\"(\"{)\");\n");
}

TEST(ScannerTest, FindsTheTreeWithAllItsFolders) {
    std::vector<std::string> found;
    for (const auto& folder : houseFolders())
        for (const auto& source : tree())
            if (source.topFolder() == folder && source.isCode()) {
                found.push_back(folder);
                break;
            }
    EXPECT_EQ(found, houseFolders());
}

TEST(ScannerTest, FindsIncludesWithTheirLines) {
    const auto source =
        sourceOf("x.cpp", "#include <vector>\n// #include <map>\n#  include \"queue/Hall.hpp\"\n");
    const auto includes = includesOf(source);
    ASSERT_EQ(includes.size(), 2U);
    EXPECT_EQ(includes[0].name, "vector");
    EXPECT_FALSE(includes[0].quoted);
    EXPECT_EQ(includes[1].name, "queue/Hall.hpp");
    EXPECT_TRUE(includes[1].quoted);
    EXPECT_EQ(includes[1].line, 3);
}

TEST(ScannerTest, MeasuresFunctionsFromSignatureToClosingBrace) {
    const auto functions = functionsIn("namespace a {\nint f(int x)\n{\n  if (x) {\n  }\n}\n}\n");
    ASSERT_EQ(functions.size(), 1U);
    EXPECT_EQ(functions[0].firstLine, 2);
    EXPECT_EQ(functions[0].lines(), 5);
}

TEST(ScannerTest, FindsMethodsInsideATypeAndNotTheTypeItself) {
    const auto functions = functionsIn(
        "BOOST_DESCRIBE_STRUCT(A, (), (x))\ntemplate <class T>\nclass B : public A<int(T)> {\npublic:\n"
        "    void f() const {\n    }\nprivate:\n    int x = 0;\n};\n");
    ASSERT_EQ(functions.size(), 1U);
    EXPECT_EQ(functions[0].firstLine, 4);
    EXPECT_EQ(functions[0].lastLine, 6);
}

TEST(ScannerTest, TakesNoTableForAFunction) {
    EXPECT_TRUE(
        functionsIn("constexpr std::array table{\n Row{f(1)},\n};\nconst auto x = g({1,\n 2});\n").empty());
    EXPECT_TRUE(functionsIn("const std::map<int, std::function<int(int)>> rows{\n {1, f},\n};\n").empty());
    EXPECT_TRUE(functionsIn("enum class E { a, b };\nstruct S {\n int a{0};\n};\n").empty());
}

TEST(ScannerTest, KnowsAFunctionThatOnlyReturnsATable) {
    EXPECT_TRUE(functionsIn("Rows f() {\n return {\n {1, g(2)},\n };\n}\n").at(0).table);
    EXPECT_FALSE(functionsIn("Rows f() {\n go();\n return {1};\n}\n").at(0).table);
    EXPECT_FALSE(functionsIn("Rows f() {\n return {1}; go({2});\n}\n").at(0).table);
}

TEST(ScannerTest, CountsParameters) {
    EXPECT_EQ(functionsIn("void f() {\n}\n").at(0).parameters, 0);
    EXPECT_EQ(
        functionsIn("std::map<int, int> f(std::map<int, int> a, int (*b)(int, int)) {\n}\n").at(0).parameters,
        2);
    EXPECT_EQ(functionsIn("A::A(int a, int b) : a_(a, b), b_(1, 2) {\n}\n").at(0).parameters, 2);
}

TEST(ScannerTest, FindsOperatorsAndConstructorsWithInitialisers) {
    EXPECT_EQ(functionsIn("bool operator==(const A& a, const A& b) {\n return true;\n}\n").size(), 1U);
    const auto functions = functionsIn("A::A(int x)\n    : x_(x),\n      y_(x) {\n  go();\n}\n");
    ASSERT_EQ(functions.size(), 1U);
    EXPECT_EQ(functions[0].lines(), 5);
}

TEST(ScannerTest, SeesBracesAndLambdasInTheOperandOfCoAwait) {
    EXPECT_EQ(awaitsIn("x();\nco_await f(A{1});\n"), std::vector<int>{2});
    EXPECT_EQ(awaitsIn("auto a = co_await f([&] () { return 1; });\n"), std::vector<int>{1});
    EXPECT_EQ(awaitsIn("co_await f([this] );\n"), std::vector<int>{1});
    EXPECT_EQ(awaitsIn("co_await f(\n    g(),\n    {});\n"), std::vector<int>{1});
}

TEST(ScannerTest, AllowsNamedOperandsAndSubscriptsOfCoAwait) {
    EXPECT_TRUE(awaitsIn("if (co_await f(x)) { g(); }\n").empty());
    EXPECT_TRUE(awaitsIn("while (co_await f(x[1])) {\n}\n").empty());
    EXPECT_TRUE(awaitsIn("auto [a, b] = co_await f(std::move(x), \"{\");\n{ }\n").empty());
    EXPECT_TRUE(awaitsIn("co_return A{1};\n").empty());
}

}  // namespace
}  // namespace luot::tidy
