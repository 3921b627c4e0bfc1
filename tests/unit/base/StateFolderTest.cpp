#include "base/program/StateFolder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>

namespace luot::base {
namespace {

namespace fs = std::filesystem;

/// The environment as the test says, and afterwards as it was.
class StateFolderTest : public testing::Test {
protected:
    StateFolderTest() {
        for (const auto* name : {"STATE_DIRECTORY", "XDG_STATE_HOME", "HOME"}) {
            if (const char* value = std::getenv(name)) before_[name] = value;
            unsetenv(name);
        }
    }
    ~StateFolderTest() override {
        for (const auto* name : {"STATE_DIRECTORY", "XDG_STATE_HOME", "HOME"}) unsetenv(name);
        for (const auto& [name, value] : before_) setenv(name.c_str(), value.c_str(), 1);
    }
    static void set(const char* name, const std::string& value) { setenv(name, value.c_str(), 1); }
    static fs::path counters() { return stateFolder({}, "counter", "secret"); }

private:
    std::map<std::string, std::string> before_;
};

TEST_F(StateFolderTest, LiesWhereTheSystemKeepsWhatProgramsMustNotForget) {
    EXPECT_EQ(counters(), "") << "nobody's home";
    set("HOME", "/lan");
    EXPECT_EQ(counters().parent_path(), "/lan/.local/state/luot");
    set("XDG_STATE_HOME", "/state");
    EXPECT_EQ(counters().parent_path(), "/state/luot");
    set("STATE_DIRECTORY", "/var/lib/luot-kiosk:/var/lib/other");
    EXPECT_EQ(counters().parent_path(), "/var/lib/luot-kiosk");
}

TEST_F(StateFolderTest, IsOneForEachProgramAndToken) {
    set("HOME", "/lan");
    EXPECT_EQ(counters(), counters());
    EXPECT_NE(counters(), stateFolder({}, "dispenser", "secret"));
    EXPECT_NE(counters(), stateFolder({}, "counter", "another"));
    EXPECT_EQ(counters().string().find("secret"), std::string::npos);
}

TEST_F(StateFolderTest, IsTheOneThatWasGivenOrNone) {
    set("HOME", "/lan");
    EXPECT_EQ(stateFolder("/srv/kiosk", "dispenser", "secret"), "/srv/kiosk");
    EXPECT_EQ(stateFolder("none", "dispenser", "secret"), "");
    EXPECT_EQ(stateFolder("/etc/luot/none", "dispenser", "secret"), "") << "as a file has it";
}

TEST_F(StateFolderTest, IsMadeWhenItIsMissingAndNamedWhenItCannotBe) {
    const auto place = fs::path(testing::TempDir()) / "luot-state-folder";
    fs::remove_all(place);
    EXPECT_TRUE(prepareStateFolder(place / "luot" / "counter"));
    EXPECT_TRUE(fs::is_directory(place / "luot" / "counter"));
    std::ofstream(place / "file") << "in the way";
    const auto refused = prepareStateFolder(place / "file" / "counter");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find((place / "file" / "counter").string()), std::string::npos);
    EXPECT_FALSE(prepareStateFolder({}));
}

}  // namespace
}  // namespace luot::base
