#include "base/settings/Settings.hpp"

#include <gmock/gmock.h>

namespace luot::base::settings {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

SettingsTable table() {
    return SettingsTable({
        textSetting("listen", "127.0.0.1:8080", "Address and port."),
        boolSetting("headless", false, "Without a window."),
        integerSetting("sessions_max", {1024, {1, 10000}, "sessions"}, "How many at once."),
        numberSetting("scale", {1.5, {0.5, 4}, ""}, "Of the picture."),
        durationSetting("stop_within", 5, {0, 60}, "The longest stop."),
        choiceSetting("theme", "light", {"light", "dark"}, "Colours."),
        textsSetting("languages", {"vi", "en"}, "Which ones."),
        pathSetting("printer.file", "", "Where tickets go."),
        integerSetting("printer.paper_mm", {80, {58, 80}, "mm"}, "Width of the paper."),
    });
}

Complaints take(Settings& settings, const std::string& text) {
    const auto document = toml::parse(text, "/etc/luot/x.toml");
    return document ? settings.take(*document) : document.error();
}

std::vector<std::string> texts(const Complaints& complaints) {
    std::vector<std::string> all;
    for (const auto& complaint : complaints) all.push_back(complaint.text());
    return all;
}

TEST(SettingsTest, HoldsDefaultsUntilAFileIsLoaded) {
    const Settings settings(table());
    EXPECT_EQ(settings.text("listen"), "127.0.0.1:8080");
    EXPECT_FALSE(settings.boolean("headless"));
    EXPECT_EQ(settings.integer("sessions_max"), 1024);
    EXPECT_EQ(settings.number("scale"), 1.5);
    EXPECT_EQ(settings.duration("stop_within"), Milliseconds(5000));
    EXPECT_EQ(settings.text("theme"), "light");
    EXPECT_THAT(settings.texts("languages"), ElementsAre("vi", "en"));
    EXPECT_TRUE(settings.path("printer.file").empty());
}

TEST(SettingsTest, TakesEveryTypeFromAFile) {
    Settings settings(table());
    const auto complaints = take(settings,
                                 "listen = \"0.0.0.0:9\"\nheadless = true\nsessions_max = 7\nscale = 2\n"
                                 "stop_within = 0.25\ntheme = \"dark\"\nlanguages = []\n"
                                 "[printer]\nfile = \"out/t.bin\"\npaper_mm = 58\n");
    ASSERT_THAT(texts(complaints), ElementsAre());
    EXPECT_EQ(settings.number("scale"), 2.0);
    EXPECT_EQ(settings.duration("stop_within"), Milliseconds(250));
    EXPECT_EQ(settings.text("theme"), "dark");
    EXPECT_TRUE(settings.texts("languages").empty());
    EXPECT_EQ(settings.path("printer.file"), "/etc/luot/out/t.bin");
    EXPECT_EQ(settings.integer("printer.paper_mm"), 58);
}

TEST(SettingsTest, TellsAllErrorsOfMeaningTogetherAndTakesNothing) {
    Settings settings(table());
    const auto complaints = take(settings,
                                 "sesions_max = 5\n"
                                 "scale = \"big\"\n"
                                 "stop_within = 61\n"
                                 "theme = \"blue\"\n"
                                 "headless = true\n"
                                 "languages = [\"vi\", 3]\n"
                                 "\n[printer]\npaper_mm = 57\ncolour = true\n");
    EXPECT_THAT(
        texts(complaints),
        ElementsAre(
            "/etc/luot/x.toml:1: sesions_max: there is no such setting; did you mean 'sessions_max'?",
            "/etc/luot/x.toml:2: scale: must be a number",
            "/etc/luot/x.toml:3: stop_within: must be from 0 to 60 seconds",
            "/etc/luot/x.toml:4: theme: must be one of light, dark",
            "/etc/luot/x.toml:6: languages: must be a list of texts",
            "/etc/luot/x.toml:9: printer.paper_mm: must be from 58 to 80 mm",
            "/etc/luot/x.toml:10: printer.colour: there is no such setting; --print-config shows all"));
    EXPECT_FALSE(settings.boolean("headless"));
}

TEST(SettingsTest, TellsTheFirstErrorOfSyntaxWithItsLine) {
    Settings settings(table());
    const auto complaints = take(settings, "headless = true\nscale = = 3\n");
    ASSERT_EQ(complaints.size(), 1u);
    EXPECT_EQ(complaints[0].line, 2);
    EXPECT_THAT(complaints[0].text(), HasSubstr("/etc/luot/x.toml:2: not TOML: "));
}

TEST(SettingsTest, SaysThatAFileIsMissing) {
    Settings settings(table());
    EXPECT_THAT(texts(settings.load("/no/such/file.toml")),
                ElementsAre("/no/such/file.toml: there is no such file; check its name"));
}

TEST(SettingsTest, AnOverrideWinsOverTheFile) {
    Settings settings(table());
    EXPECT_TRUE(settings.setOverride("sessions_max", "12").empty());
    EXPECT_TRUE(settings.setOverride("languages", "en,vi").empty());
    EXPECT_TRUE(take(settings, "sessions_max = 7\n").empty());
    EXPECT_EQ(settings.integer("sessions_max"), 12);
    EXPECT_THAT(settings.texts("languages"), ElementsAre("en", "vi"));
}

TEST(SettingsTest, RefusesAWrongOverride) {
    Settings settings(table());
    EXPECT_THAT(texts(settings.setOverride("sessions_max", "12x")),
                ElementsAre("sessions_max: '12x' must be a whole number"));
    EXPECT_THAT(texts(settings.setOverride("sessions_max", "0")),
                ElementsAre("sessions_max: '0' must be from 1 to 10000 sessions"));
    EXPECT_EQ(settings.integer("sessions_max"), 1024);
}

TEST(SettingsTest, PrintsACommentedConfigurationThatLoadsToTheSameValues) {
    Settings settings(table());
    ASSERT_TRUE(take(settings,
                     "listen = \"a \\\"b\\\" \\\\ \\u0007 Lượt\"\nscale = 1.25\nlanguages = [\"x\"]\n"
                     "[printer]\nfile = \"t.bin\"\n")
                    .empty());
    const auto printed = settings.printConfig();
    EXPECT_THAT(printed,
                HasSubstr("# How many at once.\n# a whole number from 1 to 10000 sessions; default 1024\n"));
    EXPECT_THAT(printed, HasSubstr("\n[printer]\n"));
    EXPECT_THAT(printed, testing::StartsWith("# Which programs can read this file.\nformat = 1\n"));
    Settings again(table());
    ASSERT_THAT(texts(take(again, printed)), ElementsAre());
    for (const auto& key : settings.table().keys()) EXPECT_EQ(again.value(key), settings.value(key)) << key;
}

TEST(SettingsTest, MakesAReferencePageWithEveryKey) {
    const auto page = referencePage("luot-x", table());
    for (const auto& key : table().keys()) EXPECT_THAT(page, HasSubstr("| `" + key + "` |"));
    EXPECT_THAT(page, HasSubstr("| `theme` | one of light, dark | `\"light\"` | Colours. |"));
}

TEST(SettingsDeathTest, AskingForAnUnknownKeyOrAnotherTypeIsABug) {
    const Settings settings(table());
    EXPECT_DEATH(settings.text("no_such_key"), "");
    EXPECT_DEATH(settings.integer("listen"), "");
}

TEST(SettingsDeathTest, ATableWithTwoSettingsOfOneKeyIsABug) {
    EXPECT_DEATH(SettingsTable({boolSetting("a", true, ""), boolSetting("a", false, "")}), "");
    EXPECT_DEATH(SettingsTable({integerSetting("a", {5, {6, 7}, ""}, "")}), "");
}

}  // namespace
}  // namespace luot::base::settings
