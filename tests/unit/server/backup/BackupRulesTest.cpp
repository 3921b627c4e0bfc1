#include "server/backup/BackupRules.hpp"

#include <gmock/gmock.h>

namespace luot::server::backup {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

base::Date day(unsigned dayOfMonth) {
    return std::chrono::year(2026) / std::chrono::November / std::chrono::day(dayOfMonth);
}

TEST(BackupRulesTest, NamesACopyByTheCentresTime) {
    const auto at = *base::parseInstant("2026-11-22T14:30:05.250+07:00");
    EXPECT_EQ(copyName(at), "luot-20261122T143005.db");
    EXPECT_EQ(copyTime("luot-20261122T143005.db"), base::parseInstant("2026-11-22T14:30:05+07:00").value());
}

TEST(BackupRulesTest, KnowsNoTimeInNamesOfOthers) {
    for (const auto* name : {"", "photo.jpg", "luot-20261122T143005.db.tmp-17", "luot-20261322T143005.db",
                             "luot-2026112aT143005.db", "kiosk-20261122T143005.db"})
        EXPECT_FALSE(copyTime(name)) << name;
}

TEST(BackupRulesTest, FindsTheNewestCopyAmongOtherFiles) {
    EXPECT_FALSE(newestCopy({"photo.jpg"}));
    EXPECT_EQ(newestCopy({"luot-20261121T170000.db", "luot-20261122T080000.db", "zzz"}),
              copyTime("luot-20261122T080000.db"));
}

TEST(BackupRulesTest, KeepsAllOfTodayAndYesterday) {
    EXPECT_THAT(superfluous({"luot-20261122T080000.db", "luot-20261122T090000.db", "luot-20261122T100000.db",
                             "luot-20261121T080000.db", "luot-20261121T090000.db"},
                            day(22), {}),
                IsEmpty());
}

TEST(BackupRulesTest, KeepsTheLastOfEachDayBefore) {
    EXPECT_THAT(superfluous({"luot-20261122T080000.db", "luot-20261122T090000.db", "luot-20261122T100000.db",
                             "luot-20261120T080000.db", "luot-20261120T170000.db", "luot-20261119T090000.db",
                             "luot-20261119T080000.db"},
                            day(22), {}),
                UnorderedElementsAre("luot-20261120T080000.db", "luot-20261119T080000.db"));
}

TEST(BackupRulesTest, LetsGoOfWhatIsTooOld) {
    const BackupRules rules{base::Minutes(60), 2};
    EXPECT_THAT(superfluous({"luot-20261122T080000.db", "luot-20261122T090000.db", "luot-20261122T100000.db",
                             "luot-20261120T170000.db", "luot-20261119T170000.db"},
                            day(22), rules),
                ElementsAre("luot-20261119T170000.db"));
}

TEST(BackupRulesTest, GivesUpTheOldestButForThreeWhereThereIsNoRoom) {
    EXPECT_EQ(expendable({"luot-20261122T080000.db", "luot-20261120T080000.db", "photo.jpg",
                          "luot-20261121T090000.db", "luot-20261121T080000.db"}),
              "luot-20261120T080000.db");
    EXPECT_FALSE(expendable({"luot-20261122T080000.db", "luot-20261120T080000.db", "photo.jpg",
                             "luot-20261121T090000.db", "luot-20261121T080000.db.tmp-17"}));
}

TEST(BackupRulesTest, KeepsTheNewestThreeHoweverOld) {
    EXPECT_THAT(superfluous({"luot-20250101T080000.db", "luot-20250101T090000.db", "luot-20250102T080000.db",
                             "luot-20250103T080000.db"},
                            day(22), {}),
                ElementsAre("luot-20250101T080000.db"));
}

TEST(BackupRulesTest, NeverTouchesFilesOfOthers) {
    EXPECT_THAT(superfluous({"photo.jpg", "luot-old.db", "journal.db"}, day(22), {}), IsEmpty());
}

}  // namespace
}  // namespace luot::server::backup
