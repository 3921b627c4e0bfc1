#include "base/Log.hpp"

#include <gmock/gmock.h>

#include "base/program/Paths.hpp"

namespace luot::base {
namespace {

using testing::EndsWith;
using testing::MatchesRegex;
using testing::Not;

TEST(LogTest, WritesOneLineWithItsTimeOnStderr) {
    testing::internal::CaptureStderr();
    logWarn("counter {} is {}", 3, "lost");
    EXPECT_THAT(
        testing::internal::GetCapturedStderr(),
        MatchesRegex(
            "[0-9]+-[0-9]+-[0-9]+T[0-9]+:[0-9]+:[0-9]+\\.[0-9]+[+-][0-9]+:[0-9]+ warning counter 3 is "
            "lost\n"));
}

TEST(LogTest, NobodyCanForgeALine) {
    testing::internal::CaptureStderr();
    logInfo("name: {}", std::string("a\r\n2026 error all is lost"));
    const auto text = testing::internal::GetCapturedStderr();
    EXPECT_THAT(text, EndsWith("name: a\\n2026 error all is lost\n"));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
}

TEST(LogTest, LeavesOutWhatIsBelowItsLevel) {
    setLogLevel(LogLevel::error);
    testing::internal::CaptureStderr();
    logWarn("not this");
    logError("this");
    const auto text = testing::internal::GetCapturedStderr();
    setLogLevel(LogLevel::info);
    EXPECT_THAT(text, EndsWith("error this\n"));
    EXPECT_THAT(text, Not(testing::HasSubstr("not this")));
    EXPECT_FALSE(logs(LogLevel::debug));
}

TEST(PathsTest, FindsSharedFilesOfTheSourceAndSaysWhereItLooked) {
    ASSERT_TRUE(findShared("wording/vi.toml"));
    const auto missing = findShared("no/such.file");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().fault, Fault::notFound);
    EXPECT_THAT(missing.error().what, testing::HasSubstr("/config"));
    EXPECT_THAT(missing.error().what, testing::HasSubstr("LUOT_SHARE"));
}

TEST(PathsTest, TheFolderThatLuotShareNamesGoesBeforeTheSource) {
    ASSERT_EQ(setenv("LUOT_SHARE", testing::TempDir().c_str(), 1), 0);
    const auto folders = sharedFolders();
    unsetenv("LUOT_SHARE");
    ASSERT_EQ(folders.size(), 3u);
    EXPECT_THAT(folders[0].string(), EndsWith("share/luot"));
    EXPECT_EQ(folders[1], testing::TempDir());
}

}  // namespace
}  // namespace luot::base
