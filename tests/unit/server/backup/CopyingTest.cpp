#include "server/backup/Copying.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "journal/SqliteJournal.hpp"

namespace luot::server::backup {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class CopyingTest : public testing::Test {
protected:
    CopyingTest() {
        fs::remove_all(place_);
        fs::create_directories(stick());
        // Hourly copies of a day that is over: one of them and the newest three need be kept.
        for (int hour = 10; hour < 19; ++hour)
            std::ofstream(stick() + "/luot-20261118T" + std::to_string(hour) + "0000.db") << "a copy";
    }
    ~CopyingTest() override { fs::remove_all(place_); }
    std::string stick() const { return (place_ / "stick").string(); }
    std::string data() const { return (place_ / "data").string(); }

    const base::Instant now_ = *base::parseInstant("2026-11-23T09:00:00+07:00");

private:
    const fs::path place_ = fs::path(testing::TempDir()) / "luot-copying";
};

TEST_F(CopyingTest, MakesRoomBeforeItCopies) {
    const auto made = makeCopy(data(), stick(), now_, {});
    ASSERT_FALSE(made) << "there is no journal";
    EXPECT_THAT(filesIn(stick()), SizeIs(3));
    EXPECT_THAT(made.error().what, HasSubstr(stick())) << "whoever reads it must know which disk";
}

TEST_F(CopyingTest, CopiesAJournalAndKeepsWhatTheRulesSay) {
    { const auto journal = journal::openSqliteJournal(data(), journal::Access::server); }
    const auto made = makeCopy(data(), stick(), now_, {});
    ASSERT_TRUE(made) << made.error().what;
    auto left = filesIn(stick());
    std::sort(left.begin(), left.end());
    EXPECT_THAT(left,
                ElementsAre("luot-20261118T170000.db", "luot-20261118T180000.db", "luot-20261123T090000.db"));
}

}  // namespace
}  // namespace luot::server::backup
