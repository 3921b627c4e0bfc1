#include <gmock/gmock.h>

#include "tests/unit/server/centre/CentreText.hpp"

namespace luot::server::centre {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// One line of the smallest centre is changed, and these are the complaints, with their lines.
struct Case {
    std::string name;
    std::size_t line;
    std::string text;
    std::vector<std::string> complaints;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class CentreFileTest : public CentreFolder, public testing::WithParamInterface<Case> {};

TEST_P(CentreFileTest, NamesTheErrorWithItsLine) {
    auto lines = smallestCentre;
    lines.at(GetParam().line - 1) = GetParam().text;
    EXPECT_THAT(complaintsOf(lines), testing::UnorderedElementsAreArray(GetParam().complaints));
}

const Case keyCases[] = {
    {"UnknownKey",
     16,
     "prefix = \"A\"\nprefx = \"A\"",
     {"c.toml:17: services[0].prefx: unknown key; did you mean 'prefix'?"}},
    {"UnknownTable", 1, "[kentre]\n[centre]", {"c.toml:1: kentre: unknown key; did you mean 'centre'?"}},
    {"StrangeKey",
     23,
     "number = 1\nzzzzzzzzzz = 3",
     {"c.toml:24: counters[0].zzzzzzzzzz: unknown key; delete it or see the shipped files"}},
    {"WrongType", 23, "number = \"one\"", {"c.toml:23: counters[0].number: must be a whole number"}},
    {"WrongTypeOfList",
     7,
     "mon = \"07:30-11:30\"",
     {"c.toml:7: calendar.week.mon: must be a list in brackets",
      "c.toml:6: calendar.week: has no session on any day; add the working hours"}},
    {"WrongTypeOfTable", 3, "name = \"Trung tâm\"", {"c.toml:3: centre.name: must be a table"}},
    {"MissingName", 3, "name = { vi = \"Trung tâm\" }", {"c.toml:3: centre.name.en: is missing; add it"}},
    {"EmptyName",
     17,
     "label = { vi = \"\", en = \"x\" }",
     {"c.toml:17: services[0].label.vi: is empty; fill it in"}},
    {"MissingId", 2, "", {"c.toml:1: centre.id: is missing; add it"}},
    {"MissingCounterLabel", 32, "", {"c.toml:30: counters[1].label: is missing; add it"}},
    {"UnknownLanguage",
     5,
     "languages = [\"vi\", \"fr\"]",
     {"c.toml:5: centre.languages[1]: 'fr' is not known; use one of: vi, en"}},
    {"NotToml",
     9,
     "warn_wait_minutes = = 3",
     {"c.toml:9: not TOML: Error while parsing value: could not determine value type"}},
};
INSTANTIATE_TEST_SUITE_P(Keys, CentreFileTest, testing::ValuesIn(keyCases),
                         [](const auto& test) { return test.param.name; });

const Case hallCases[] = {
    {"DuplicatePrefix",
     20,
     "prefix = \"A\"",
     {"c.toml:20: services[1].prefix: 'A' stands already in line 16; give another one"}},
    {"LowerCasePrefix",
     16,
     "prefix = \"a\"",
     {"c.toml:16: services[0].prefix: 'a' must be one or two letters A to Z"}},
    {"LongPrefix",
     16,
     "prefix = \"ABC\"",
     {"c.toml:16: services[0].prefix: 'ABC' must be one or two letters A to Z"}},
    {"VietnamesePrefix",
     16,
     "prefix = \"Đ\"",
     {"c.toml:16: services[0].prefix: 'Đ' must be one or two letters A to Z"}},
    {"DuplicateService",
     19,
     "id = \"chung-thuc\"",
     {"c.toml:19: services[1].id: 'chung-thuc' stands already in line 15; give another one",
      "c.toml:28: counters[0].services[1].service: 'ho-tich' is not known; use one of: chung-thuc, "
      "chung-thuc",
      "c.toml:33: counters[1].services[0].service: 'ho-tich' is not known; use one of: chung-thuc, "
      "chung-thuc",
      "c.toml:36: demand.mix.ho-tich: 'ho-tich' is not known; use one of: chung-thuc, chung-thuc"}},
    {"DuplicateCounter",
     31,
     "number = 1",
     {"c.toml:31: counters[1].number: '1' stands already in line 23; give another one"}},
    {"CounterThatServesNothing",
     33,
     "services = []",
     {"c.toml:30: counters[1]: counter 2 serves nothing; give it services"}},
    {"CounterWithoutServices",
     33,
     "",
     {"c.toml:30: counters[1]: counter 2 serves nothing; give it services"}},
    {"ServiceThatNoCounterServes",
     27,
     "",
     {"c.toml:15: services[0].id: no counter serves 'chung-thuc'; add it to a counter or delete it"}},
    {"UnknownServiceAtACounter",
     33,
     "services = [{ service = \"ho-tch\", rank = 1 }]",
     {"c.toml:33: counters[1].services[0].service: 'ho-tch' is not known; did you mean 'ho-tich'?"}},
    {"ServiceTwiceAtACounter",
     28,
     "{ service = \"chung-thuc\", rank = 2 },",
     {"c.toml:28: counters[0].services[1].service: 'chung-thuc' stands twice in this counter; delete one"}},
    {"RankUnder1",
     28,
     "    { service = \"ho-tich\", rank = 0 },",
     {"c.toml:28: counters[0].services[1].rank: must be from 1 to 99"}},
    {"CounterNumber0", 31, "number = 0", {"c.toml:31: counters[1].number: must be from 1 to 999"}},
    {"UnknownZone", 25, "zone = \"B\"", {"c.toml:25: counters[0].zone: 'B' is not known; use one of: A"}},
    {"UnknownPriority",
     25,
     "priority = \"maybe\"",
     {"c.toml:25: counters[0].priority: 'maybe' is not known; use one of: yes, no, only"}},
    {"PriorityServicesWithoutWindow",
     25,
     "priority_services = [\"*\"]",
     {"c.toml:25: counters[0].priority_services: counts only with priority = \"only\"; delete one of the "
      "two"}},
    {"SeriesThatEndsBeforeItBegins",
     20,
     "prefix = \"B\"\nfirst_number = 50\nlast_number = 10",
     {"c.toml:22: services[1].last_number: the series ends with 10 before its first number 50"}},
    {"UnknownServiceInTheMix",
     36,
     "ho-tic = 0.4",
     {"c.toml:36: demand.mix.ho-tic: 'ho-tic' is not known; did you mean "
      "'ho-tich'?"}},
    {"SharesThatDoNotMake1",
     36,
     "ho-tich = 0.5",
     {"c.toml:34: demand.mix: the shares make 1.100 together; they must make 1"}},
};
INSTANTIATE_TEST_SUITE_P(Hall, CentreFileTest, testing::ValuesIn(hallCases),
                         [](const auto& test) { return test.param.name; });

const Case timeCases[] = {
    {"OverlappingSessions",
     7,
     "mon = [\"07:30-11:30\", \"11:00-17:00\"]",
     {"c.toml:7: calendar.week.mon[1]: '11:00-17:00' begins before the one before it ends; put the sessions "
      "apart and in "
      "order"}},
    {"BackwardsSession",
     7,
     "mon = [\"11:30-07:30\"]",
     {"c.toml:7: calendar.week.mon[0]: '11:30-07:30' ends before it begins; turn it round"}},
    {"BadTime",
     7,
     "mon = [\n\"7h30-11:30\"]",
     {"c.toml:8: calendar.week.mon[0]: '7h30-11:30' is not a session; write it as 07:30-11:30"}},
    {"TimeBeyond24",
     7,
     "mon = [\"07:30-25:00\"]",
     {"c.toml:7: calendar.week.mon[0]: '07:30-25:00' is not a session; write it as 07:30-11:30"}},
    {"NoSessionAtAll", 7, "", {"c.toml:6: calendar.week: has no session on any day; add the working hours"}},
    {"UnknownWeekday",
     7,
     "mon = [\"07:30-11:30\"]\nmonday = []",
     {"c.toml:8: calendar.week.monday: unknown key; did you mean 'mon'?"}},
    {"BadDate",
     8,
     "[[calendar.overrides]]\ndate = \"2026-13-01\"\n[targets]",
     {"c.toml:9: calendar.overrides[0].date: '2026-13-01' is not a day; write it as 2026-11-23"}},
    {"UnknownDayToWorkAs",
     8,
     "[[calendar.overrides]]\ndate = 2026-08-22\nopen = true\nuse_day = \"fry\"\n[targets]",
     {"c.toml:11: calendar.overrides[0].use_day: 'fry' is not known; did you mean 'fri'?"}},
    {"OneDayTwice",
     8,
     "[[calendar.overrides]]\ndate = 2026-08-22\n[[calendar.overrides]]\ndate = 2026-08-22\n[targets]",
     {"c.toml:11: calendar.overrides[1].date: '2026-08-22' stands already in line 9; give another one"}},
    {"OverrideWithoutDate",
     8,
     "[[calendar.overrides]]\nopen = true\n[targets]",
     {"c.toml:8: calendar.overrides[0].date: is missing; add it"}},
    {"LastTicketsOfAnUnknownService",
     8,
     "[calendar.last_ticket_minutes_before_session_end]\nxyz = 10\n[targets]",
     {"c.toml:9: calendar.last_ticket_minutes_before_session_end.xyz: is no service of this centre; use its "
      "id or "
      "'default'"}},
    {"BadCutoff",
     6,
     "[calendar]\nsame_day_cutoff = \"3pm\"\n[calendar.week]",
     {"c.toml:7: calendar.same_day_cutoff: '3pm' is not a time of day; write it as 07:30"}},
    {"TargetsOutOfOrder",
     9,
     "warn_wait_minutes = 16",
     {"c.toml:10: targets.target_wait_minutes: 15 is less than warn_wait_minutes 16; the order is warn, "
      "target, breach, "
      "severe"}},
    {"NegativeTarget",
     9,
     "warn_wait_minutes = -1",
     {"c.toml:9: targets.warn_wait_minutes: must be from 1 to 1440"}},
    {"LabelsThatDoNotFitTheScale",
     8,
     "[rating]\nscale = 3\nlabels = { vi = [\"a\"], en = [\"a\", \"b\", \"c\"] }\n[targets]",
     {"c.toml:10: rating.labels.vi: has 1 labels for a scale of 3"}},
};
INSTANTIATE_TEST_SUITE_P(Times, CentreFileTest, testing::ValuesIn(timeCases),
                         [](const auto& test) { return test.param.name; });

class SmallestCentreTest : public CentreFolder {};

TEST_F(SmallestCentreTest, NeedsNoMoreThanNamesHoursServicesAndCounters) {
    ASSERT_THAT(complaintsOf(smallestCentre), IsEmpty());
    const auto rules = readCentre(folder_ / "c.toml")->rules;
    EXPECT_EQ(rules.services.at(1).labelVi, "Hộ tịch");
    EXPECT_EQ(rules.services.at(1).digits, 3);
    EXPECT_EQ(rules.counters.at(0).services.at(1).rank, 2);
    EXPECT_EQ(rules.order, queue::OrderRules{});
    EXPECT_TRUE(rules.calendar.overrides.empty());
}

TEST_F(SmallestCentreTest, EveryRuleThatIsWrittenArrives) {
    auto lines = smallestCentre;
    const std::vector<std::string> more{"[ticketing]",
                                        "first_number = 100",
                                        "digits = 4",
                                        "last_number = 900",
                                        "[calling]",
                                        "rank_handicap_minutes = 7",
                                        "undo_seconds = 20",
                                        "late_return_minutes = 40",
                                        "late_return_behind_tickets = 1",
                                        "[priority]",
                                        "max_consecutive_priority_per_counter = 0",
                                        "cap_applies_when_normal_wait_exceeds_minutes = 25",
                                        "asked_at_kiosk = false"};
    lines.insert(lines.end(), more.begin(), more.end());
    lines.at(22) = "number = 1\ncalling_serves = true";
    lines.at(15) = "prefix = \"A\"\nfirst_number = 1\ndigits = 2\nkiosk_order = 9";
    ASSERT_THAT(complaintsOf(lines), IsEmpty());
    const auto rules = readCentre(folder_ / "c.toml")->rules;
    EXPECT_EQ(rules.services.at(0),
              (queue::Service{"chung-thuc", "A", "Chứng thực", "Certification", 9, 1, 2, 900}));
    EXPECT_EQ(rules.services.at(1),
              (queue::Service{"ho-tich", "B", "Hộ tịch", "Civil status", 0, 100, 4, 900}));
    EXPECT_EQ(rules.order, (queue::OrderRules{0, base::Minutes(25), base::Minutes(7)}));
    EXPECT_EQ(rules.calling, (queue::CallingRules{base::Seconds(20), base::Minutes(40), 1}));
    EXPECT_FALSE(rules.centre.asksPriority);
    EXPECT_TRUE(rules.counters.at(0).callingServes);
    EXPECT_FALSE(rules.counters.at(1).callingServes);
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
