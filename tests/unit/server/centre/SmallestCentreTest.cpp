#include <gmock/gmock.h>

#include "tests/unit/server/centre/CentreText.hpp"

namespace luot::server::centre {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class SmallestCentreTest : public CentreFolder {};

TEST_F(SmallestCentreTest, NeedsNoMoreThanNamesHoursServicesAndCounters) {
    ASSERT_THAT(complaintsOf(smallestCentre), IsEmpty());
    const auto rules = readCentre(folder_ / "c.toml")->rules;
    EXPECT_EQ(rules.services.at(1).labelVi, "Hộ tịch");
    EXPECT_EQ(rules.services.at(1).numbers.digits, 3);
    EXPECT_EQ(rules.counters.at(0).services.at(1).rank, 2);
    EXPECT_EQ(rules.order, queue::OrderRules{});
    EXPECT_TRUE(rules.calendar.overrides.empty());
}

TEST_F(SmallestCentreTest, TellsTheErrorsOfAllFilesTogether) {
    auto lines = smallestCentre;
    lines.front() = "catalogue = \"k.toml\"\nholidays = \"h.toml\"\n[centre]";
    lines.at(30) = "number = 1";
    write("k.toml",
          {"[[services]]", "id = \"chung-thuc\"", "name = { vi = \"Chứng thực\" }", "[[procedures]]",
           "id = \"p\"", "service = \"chung-thc\"", "name = { vi = \"Bản sao\" }"});
    write("h.toml",
          {"[[days]]", "date = 2026-01-01", "name = { vi = \"Tết\" }", "[[days]]", "date = 2026-01-01"});
    EXPECT_THAT(complaintsOf(lines),
                UnorderedElementsAre(
                    "c.toml:33: counters[1].number: '1' stands already in line 25; give another one",
                    "k.toml:6: procedures[0].service: 'chung-thc' is not known; did you mean 'chung-thuc'?",
                    "h.toml:4: days[1].name: is missing; add it",
                    "h.toml:5: days[1].date: '2026-01-01' stands already in line 2; give another one"));
}

TEST_F(SmallestCentreTest, SaysThatANamedFileIsMissing) {
    auto lines = smallestCentre;
    lines.front() = "catalogue = \"nowhere.toml\"\n[centre]";
    EXPECT_THAT(complaintsOf(lines), ElementsAre("nowhere.toml: there is no such file; check its name"));
}

TEST_F(SmallestCentreTest, AnEmptyFileMissesWhatEveryCentreNeeds) {
    EXPECT_THAT(complaintsOf({}),
                UnorderedElementsAre(
                    "c.toml:1: centre: is missing; add it", "c.toml:1: services: is missing; add it",
                    "c.toml:1: counters: is missing; add it", "c.toml:1: calendar: is missing; add it",
                    "c.toml:1: calendar.week: has no session on any day; add the working hours"));
}

TEST_F(SmallestCentreTest, ItsOwnOverridesWinOverTheHolidays) {
    auto lines = smallestCentre;
    lines.front() = "holidays = \"h.toml\"\n[centre]";
    lines.push_back("[[calendar.overrides]]\ndate = 2026-11-23\nopen = true\nreason = \"own\"");
    write("h.toml",
          {"[[days]]", "date = 2026-11-23", "name = { vi = \"Nghỉ\" }", "[[days]]", "date = 2026-11-30",
           "name = { vi = \"Nghỉ\" }", "[[worked_days]]", "date = 2026-11-28", "use_day = \"mon\""});
    ASSERT_THAT(complaintsOf(lines), IsEmpty());
    const auto calendar = readCentre(folder_ / "c.toml")->rules.calendar;
    ASSERT_EQ(calendar.overrides.size(), 3u);
    const auto monday = base::parseDate("2026-11-23").value();
    EXPECT_EQ(calendar.sessionsOn(monday).size(), 2u);
    EXPECT_TRUE(calendar.sessionsOn(base::parseDate("2026-11-30").value()).empty());
    EXPECT_EQ(calendar.sessionsOn(base::parseDate("2026-11-28").value()).size(), 2u);
    EXPECT_EQ(calendar.overrides.at(0).reason, "own");
}

}  // namespace
}  // namespace luot::server::centre
