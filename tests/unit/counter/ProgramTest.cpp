#include "counter-client/Program.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/program/StateFolder.hpp"

namespace luot::counterclient::test {
namespace {

class ProgramTest : public testing::Test {
protected:
    ProgramTest() { std::ofstream(tokenFile_) << "secret\n"; }
    ~ProgramTest() override { std::filesystem::remove(tokenFile_); }

    base::Result<LaunchPlan> plan(std::vector<std::string> arguments) {
        const auto parsed = base::settings::parseProgram(programOf("1.0"), arguments);
        if (!parsed) return base::fail(base::Fault::internal, parsed.error().err);
        return planOf(*parsed);
    }
    std::vector<std::string> enough() const {
        return {"--counter", "2", "--token-file", tokenFile_.string()};
    }

    std::filesystem::path tokenFile_ =
        std::filesystem::path(testing::TempDir()) /
        (std::string("token-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(ProgramTest, ReadsTheTokenWithoutItsLineEnd) {
    const auto made = plan(enough());
    ASSERT_TRUE(made) << made.error().what;
    EXPECT_EQ(made->app.token, "secret");
    EXPECT_EQ(made->app.desk.counter, 2);
    EXPECT_EQ(made->app.pixels, (draw::Size{360, 560}));
}

TEST_F(ProgramTest, KeepsWhatItMustNotForgetUnlessItIsToldNotTo) {
    const auto made = plan(enough());
    ASSERT_TRUE(made);
    EXPECT_EQ(made->stateFolder, base::stateFolder({}, "counter", "secret"));
    EXPECT_FALSE(made->stateFolder.empty());
    auto arguments = enough();
    arguments.insert(arguments.end(), {"--state-dir", "none"});
    EXPECT_EQ(plan(arguments)->stateFolder, "");
}

TEST_F(ProgramTest, ScalesTheWindow) {
    auto arguments = enough();
    arguments.insert(arguments.end(), {"--scale", "150"});
    const auto made = plan(arguments);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->app.pixels, (draw::Size{540, 840}));
}

TEST_F(ProgramTest, SaysWhatIsMissing) {
    const auto noCounter = plan({"--token-file", tokenFile_.string()});
    ASSERT_FALSE(noCounter);
    EXPECT_EQ(noCounter.error().fault, base::Fault::invalidInput);
    EXPECT_NE(noCounter.error().what.find("counter"), std::string::npos);
    const auto noToken = plan({"--counter", "2"});
    ASSERT_FALSE(noToken);
    EXPECT_NE(noToken.error().what.find("token_file"), std::string::npos);
}

TEST_F(ProgramTest, RefusesKeysAndTimesThatMakeNoSense) {
    for (const auto& [option, value] : {std::pair{"--keys", "F1"}, {"--after", "soon"}, {"--after", "-1"}}) {
        auto arguments = enough();
        arguments.insert(arguments.end(), {option, value});
        const auto made = plan(arguments);
        ASSERT_FALSE(made) << value;
        EXPECT_EQ(made.error().fault, base::Fault::invalidInput);
    }
}

TEST_F(ProgramTest, TakesEveryThemeOfItsTable) {
    for (const auto* theme : {"light", "dark", "high-contrast"}) {
        auto arguments = enough();
        arguments.insert(arguments.end(), {"--theme", theme});
        const auto made = plan(arguments);
        ASSERT_TRUE(made);
        ASSERT_TRUE(made->app.theme);
        EXPECT_EQ(made->app.theme->name, theme);
    }
}

}  // namespace
}  // namespace luot::counterclient::test
