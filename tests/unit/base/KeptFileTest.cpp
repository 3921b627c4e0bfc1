#include "base/program/KeptFile.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace luot::base {
namespace {

class KeptFileTest : public testing::Test {
protected:
    KeptFileTest() {
        std::string name = (std::filesystem::temp_directory_path() / "luot-kept-XXXXXX").string();
        folder = ::mkdtemp(name.data());
    }
    ~KeptFileTest() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
};

TEST_F(KeptFileTest, HoldsWhatWasKeptLastAndLeavesNoDraft) {
    const auto file = folder / "deep" / "state.json";
    EXPECT_FALSE(keptText(file));
    ASSERT_TRUE(keepText(file, "first and longer"));
    ASSERT_TRUE(keepText(file, "second"));
    EXPECT_EQ(keptText(file), "second");
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".new"));
}

TEST_F(KeptFileTest, SaysSoWhenItCannotBeWrittenAndKeepsWhatWasThere) {
    const auto file = folder / "state.json";
    ASSERT_TRUE(keepText(file, "before"));
    // Where the draft should go there is a folder.
    std::filesystem::create_directory(file.string() + ".new");
    EXPECT_FALSE(keepText(file, "after"));
    EXPECT_EQ(keptText(file), "before");
}

}  // namespace
}  // namespace luot::base
