#include "base/settings/ProgramOptions.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace luot::base::settings {
namespace {

using testing::HasSubstr;

Program server() {
    Program program;
    program.name = "luot-x";
    program.version = "1.2.3";
    program.summary = "Does things";
    program.settings = SettingsTable({textSetting("listen", "127.0.0.1:1", "Where."),
                                      integerSetting("size", {3, {1, 9}, ""}, "How big."),
                                      boolSetting("headless", false, "No window.")});
    program.options = {{"--centre", "FILE", "The centre", ""}};
    program.subcommands = {{"run",
                            "Runs",
                            {{"--data", "DIR", "Where data lie", "", true},
                             {"--listen", "ADDR:PORT", "Where", "listen"},
                             {"--headless", "", "No window", "headless"},
                             {"--size", "N", "How big", "size"}}},
                           {"verify", "Verifies", {{"--data", "DIR", "Where data lie", "", true}}}};
    return program;
}

std::filesystem::path fileWith(const std::string& name, const std::string& text) {
    auto file = std::filesystem::path(testing::TempDir()) / ("options_" + name + ".toml");
    std::ofstream(file) << text;
    return file;
}

TEST(ProgramOptionsTest, ReadsSubcommandWithItsOptionsAndOverrides) {
    const auto arguments = parseProgram(server(), {"run", "--data", "d", "--listen", "0.0.0.0:0",
                                                   "--headless", "--size=4", "--centre", "c.toml"});
    ASSERT_TRUE(arguments) << arguments.error().err;
    EXPECT_EQ(arguments->subcommand, "run");
    EXPECT_EQ(arguments->required("--data"), "d");
    EXPECT_EQ(arguments->value("--centre"), "c.toml");
    EXPECT_EQ(arguments->settings.text("listen"), "0.0.0.0:0");
    EXPECT_TRUE(arguments->settings.boolean("headless"));
    EXPECT_EQ(arguments->settings.integer("size"), 4);
}

TEST(ProgramOptionsTest, TakesTwoSubcommandsWithAnOptionOfOneName) {
    const auto arguments = parseProgram(server(), {"verify", "--data", "there"});
    ASSERT_TRUE(arguments) << arguments.error().err;
    EXPECT_EQ(arguments->required("--data"), "there");
    EXPECT_FALSE(arguments->has("--listen"));
}

TEST(ProgramOptionsTest, DoesWhatItIsForWithoutASubcommandWhereThatIsOptional) {
    auto program = server();
    program.subcommandOptional = true;
    const auto arguments = parseProgram(program, {"--centre", "c.toml"});
    ASSERT_TRUE(arguments) << arguments.error().err;
    EXPECT_EQ(arguments->subcommand, "");
    EXPECT_EQ(arguments->value("--centre"), "c.toml");
}

/// The subcommand's own meaning of an option counts, not the program's.
TEST(ProgramOptionsTest, TakesTheSubcommandsOptionBeforeTheProgramsOfThatName) {
    auto program = server();
    program.options.push_back({"--size", "N", "How big", "size"});
    program.subcommands[1].options.push_back({"--size", "WORD", "Another size", ""});
    const auto arguments = parseProgram(program, {"verify", "--data", "d", "--size", "large"});
    ASSERT_TRUE(arguments) << arguments.error().err;
    EXPECT_EQ(arguments->value("--size"), "large");
    EXPECT_EQ(arguments->settings.integer("size"), 3);
}

TEST(ProgramOptionsTest, EndsWithOneSentenceAndExit2OnWrongArguments) {
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
        {{}, "luot-x: say what to do: run, verify; see --help\n"},
        {{"run"}, "luot-x: --data DIR is missing; see --help\n"},
        {{"run", "--data", "d", "--size", "x"}, "--size: 'x' must be a whole number\n"},
        {{"run", "--data", "d", "--nonsense"}, "--nonsense"},
        {{"fly"}, "fly"},
        {{"run", "--data"}, "--data"},
        {{"run", "--data", "d", "--config", "/no/such.toml"}, "/no/such.toml: there is no such file"},
    };
    for (const auto& [given, expected] : cases) {
        const auto arguments = parseProgram(server(), given);
        ASSERT_FALSE(arguments) << expected;
        EXPECT_EQ(arguments.error().exitCode, 2);
        EXPECT_EQ(arguments.error().out, "");
        EXPECT_THAT(arguments.error().err, HasSubstr(expected));
        EXPECT_EQ(std::count(arguments.error().err.begin(), arguments.error().err.end(), '\n'), 1);
    }
}

TEST(ProgramOptionsTest, PrintsHelpAndVersion) {
    const auto help = parseProgram(server(), {"--help"});
    ASSERT_FALSE(help);
    EXPECT_EQ(help.error().exitCode, 0);
    EXPECT_THAT(help.error().out, HasSubstr("--check-config"));
    EXPECT_THAT(help.error().out, HasSubstr("verify"));
    EXPECT_THAT(parseProgram(server(), {"run", "--help"}).error().out, HasSubstr("--listen"));
    EXPECT_EQ(parseProgram(server(), {"--version"}).error().out, "luot-x 1.2.3\n");
}

TEST(ProgramOptionsTest, ChecksTheConfigurationWithAndWithoutSubcommand) {
    const auto good = fileWith("good", "size = 5\n").string();
    for (const auto& given :
         std::vector<std::vector<std::string>>{{"--check-config", "--config", good},
                                               {"run", "--check-config", "--config", good},
                                               {"--check-config"}}) {
        const auto ending = parseProgram(server(), given);
        ASSERT_FALSE(ending);
        EXPECT_EQ(ending.error().exitCode, 0) << ending.error().err;
        EXPECT_EQ(ending.error().out, "ok\n");
    }
}

TEST(ProgramOptionsTest, TellsTheErrorsOfTheFileAndOfTheProgramsOwnCheckTogether) {
    const auto bad = fileWith("bad", "size = 50\nlisten = 3\n").string();
    auto program = server();
    program.alsoCheck = [](const Arguments& arguments) {
        return Complaints{{*arguments.value("--centre"), 7, "services", "none"}};
    };
    const auto ending = parseProgram(program, {"--check-config", "--config", bad, "--centre", "c.toml"});
    ASSERT_FALSE(ending);
    EXPECT_EQ(ending.error().exitCode, 2);
    EXPECT_EQ(ending.error().err, bad + ":1: size: must be from 1 to 9\n" + bad +
                                      ":2: listen: must be a text in quotes\n" +
                                      "c.toml:7: services: none\n");
}

TEST(ProgramOptionsTest, PrintsTheConfigurationThatIsInForce) {
    const auto ending = parseProgram(server(), {"--print-config", "run", "--size", "8"});
    ASSERT_FALSE(ending);
    EXPECT_EQ(ending.error().exitCode, 0);
    EXPECT_THAT(ending.error().out, HasSubstr("size = 8\n"));
}

TEST(ProgramOptionsTest, PrintsTheReferencePage) {
    const auto ending = parseProgram(server(), {"--print-reference"});
    ASSERT_FALSE(ending);
    EXPECT_EQ(ending.error().exitCode, 0);
    EXPECT_THAT(ending.error().out, HasSubstr("# Settings of luot-x"));
    EXPECT_THAT(ending.error().out, HasSubstr("| `size` | a whole number from 1 to 9 | `3` | How big. |"));
}

TEST(ProgramOptionsTest, AProgramWithoutSubcommandsNeedsNone) {
    Program display;
    display.name = "luot-display";
    display.options = {{"--server", "URL", "The server", "", true},
                       {"--screenshot", "FILE", "Render into it", ""},
                       {"--after", "SECONDS", "When", ""}};
    const auto arguments = parseProgram(display, {"--server", "http://x", "--after", "2"});
    ASSERT_TRUE(arguments) << arguments.error().err;
    EXPECT_EQ(arguments->required("--server"), "http://x");
    EXPECT_FALSE(parseProgram(display, {}));
}

}  // namespace
}  // namespace luot::base::settings
