#include <gmock/gmock.h>

#include "tests/unit/server/centre/CentreText.hpp"

namespace luot::server::centre {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class RuleErrorsTest : public CentreFolder, public testing::WithParamInterface<Case> {};

TEST_P(RuleErrorsTest, AreNamedWithTheirLine) {
    EXPECT_THAT(complaintsWith(GetParam()), testing::UnorderedElementsAreArray(GetParam().complaints));
}

const Case hoursCases[] = {
    {"KioskThatOpensAfterTheSession",
     6,
     "[calendar]\nkiosk_opens_at = \"08:00\"\n[calendar.week]",
     {"c.toml:7: calendar.kiosk_opens_at: '08:00' is later than the first session on mon; make it earlier, "
      "or "
      "delete it"}},
    {"BadKioskOpening",
     6,
     "[calendar]\nkiosk_opens_at = \"5h\"\n[calendar.week]",
     {"c.toml:7: calendar.kiosk_opens_at: '5h' is not a time of day; write it as 07:30"}},
    {"LastTicketBeforeTheSessionBegins",
     8,
     "[calendar.last_ticket_minutes_before_session_end]\ndefault = 210\n[targets]",
     {"c.toml:9: calendar.last_ticket_minutes_before_session_end.default: 210 minutes leave no number for "
      "the "
      "session 13:30-17:00 on mon; make them fewer"}},
    {"TimersThatRunWhileClosed",
     6,
     "[calendar]\nno_show_timer_runs_while_closed = true\n[calendar.week]",
     {"c.toml:7: calendar.no_show_timer_runs_while_closed: can only be false; no hall does otherwise"}},
    {"OwnHoursThatBeginBeforeTheCentre",
     16,
     "prefix = \"A\"\nweek = { mon = [\"07:00-11:30\"] }",
     {"c.toml:17: services[0].week.mon[0]: '07:00-11:30' is outside the centre's own hours that day "
      "(07:30-11:30, 13:30-17:00); keep inside them, or change calendar.week"}},
    {"OwnHoursOverLunch",
     16,
     "prefix = \"A\"\nweek = { mon = [\"08:00-15:00\"] }",
     {"c.toml:17: services[0].week.mon[0]: '08:00-15:00' is outside the centre's own hours that day "
      "(07:30-11:30, 13:30-17:00); keep inside them, or change calendar.week"}},
    {"OwnHoursOnADayOff",
     16,
     "prefix = \"A\"\nweek = { tue = [\"08:00-11:00\"] }",
     {"c.toml:17: services[0].week.tue[0]: '08:00-11:00' is outside the centre's own hours that day "
      "(closed); "
      "keep inside them, or change calendar.week"}},
    {"OwnHoursThatOverlap",
     16,
     "prefix = \"A\"\nweek = { mon = [\"07:30-11:30\", \"09:00-11:00\"] }",
     {"c.toml:17: services[0].week.mon[1]: '09:00-11:00' begins before the one before it ends; put the "
      "sessions apart and in order"}},
    {"OwnWeekWithoutASession",
     16,
     "prefix = \"A\"\nweek = { mon = [] }",
     {"c.toml:17: services[0].week: has no session on any day; add its hours, or delete it for the "
      "centre's"}},
};
INSTANTIATE_TEST_SUITE_P(Hours, RuleErrorsTest, testing::ValuesIn(hoursCases),
                         [](const auto& test) { return test.param.name; });

const Case numberCases[] = {
    {"UnknownReset",
     8,
     "[ticketing]\nreset = \"weekly\"\n[targets]",
     {"c.toml:9: ticketing.reset: 'weekly' is not known; use one of: daily, never"}},
    {"UnknownWayToCount",
     8,
     "[ticketing]\nseries = \"share\"\n[targets]",
     {"c.toml:9: ticketing.series: 'share' is not known; did you mean 'shared'?"}},
    {"WrapWithoutAnEnd",
     8,
     "[ticketing]\nwrap = true\n[targets]",
     {"c.toml:8: ticketing.last_number: is missing; a series that begins again (wrap) needs its last "
      "number"}},
    {"MissingPrefix", 16, "", {"c.toml:14: services[0].prefix: is missing; add it"}},
    {"SeriesWhereNoneIs",
     16,
     "prefix = \"A\"\nseries = \"chung\"",
     {"c.toml:17: services[0].series: 'chung' is not known; this file defines none yet"}},
    {"UnknownSeries",
     14,
     "[[series]]\nid = \"chung\"\n[[services]]\nseries = \"chug\"",
     {"c.toml:17: services[0].series: 'chug' is not known; did you mean 'chung'?"}},
    {"SeriesWithThePrefixOfAnother",
     14,
     "[[series]]\nid = \"chung\"\nprefix = \"B\"\n[[services]]\nseries = \"chung\"",
     {"c.toml:16: series[0].prefix: 'B' stands already in line 24; give another one",
      "c.toml:20: services[0].prefix: the series 'chung' says it already; delete it here"}},
    {"SeriesNamedLikeAService",
     14,
     "[[series]]\nid = \"ho-tich\"\nprefix = \"Z\"\n[[services]]",
     {"c.toml:15: series[0].id: 'ho-tich' is the name of a service or lane too; give another one"}},
    {"SeriesThatEndsBeforeItBegins",
     14,
     "[[series]]\nid = \"chung\"\nfirst = 9\nlast = 3\n[[services]]\nseries = \"chung\"",
     {"c.toml:17: series[0].last: the series ends with 3 before its first number 9"}},
    {"OwnNumbersInASharedSeries",
     14,
     "[ticketing]\nseries = \"shared\"\n[[services]]\nfirst_number = 5",
     {"c.toml:17: services[0].first_number: the series 'shared' says it already; delete it here"}},
    {"BulkLaneWithThePrefixOfAService",
     8,
     "[[priority.lanes]]\nid = \"bulk\"\nprefix = \"A\"\n[targets]",
     {"c.toml:10: priority.lanes[0].prefix: 'A' stands already in line 19; give another one"}},
    {"DigitsAmongLetters",
     16,
     "prefix = \"1\"\nlast_number = 999",
     {"c.toml:21: services[1].prefix: 'B' is no digit, but '1' in line 16 is; use one kind for all"}},
    {"DigitsAndLettersInOne",
     16,
     "prefix = \"A1\"",
     {"c.toml:16: services[0].prefix: 'A1' must be one or two letters A to Z, or digits"}},
    {"QuotaOf0",
     16,
     "prefix = \"A\"\nquota_per_session = 0",
     {"c.toml:17: services[0].quota_per_session: must be from 1 to 9999"}},
    {"BulkFromTwoNumbers",
     8,
     "[ticketing]\nbulk_from_dossiers = 5\n[[priority.lanes]]\nid = \"bulk\"\nfrom_dossiers = 8\n[targets]",
     {"c.toml:12: priority.lanes[0].from_dossiers: is not the 5 of ticketing.bulk_from_dossiers in line 9; "
      "delete one of the two"}},
};
INSTANTIATE_TEST_SUITE_P(Numbers, RuleErrorsTest, testing::ValuesIn(numberCases),
                         [](const auto& test) { return test.param.name; });

const Case callingCases[] = {
    {"OutcomeTwice",
     8,
     "[calling]\noutcomes = [\n{ id = \"a\", label = { vi = \"A\", en = \"A\" } },\n{ id = \"a\", label = { "
     "vi = "
     "\"B\", en = \"B\" } },\n]\n[targets]",
     {"c.toml:11: calling.outcomes[1].id: 'a' stands already in line 10; give another one"}},
    {"OutcomeWithoutEnglish",
     8,
     "[calling]\noutcomes = [\n{ id = \"a\", label = { vi = \"A\" } },\n]\n[targets]",
     {"c.toml:10: calling.outcomes[0].label.en: is missing; add it"}},
    {"PauseReasonWithoutId",
     8,
     "[calling]\npause_reasons = [\n{ label = { vi = \"A\", en = \"A\" } },\n]\n[targets]",
     {"c.toml:10: calling.pause_reasons[0].id: is missing; add it"}},
    {"TransferThatChangesTheNumber",
     8,
     "[calling]\ntransfer_keeps_number = false\n[targets]",
     {"c.toml:9: calling.transfer_keeps_number: can only be true; no hall does otherwise"}},
    {"UnknownMode",
     8,
     "[priority]\nmode = \"strct\"\n[targets]",
     {"c.toml:9: priority.mode: 'strct' is not known; did you mean 'strict'?"}},
    {"NegativeRate",
     8,
     "[priority]\nrate = -1\n[targets]",
     {"c.toml:9: priority.rate: must be from 0 to 100"}},
    {"UnknownLane",
     8,
     "[[priority.lanes]]\nid = \"vip\"\n[targets]",
     {"c.toml:9: priority.lanes[0].id: 'vip' is not known; use one of: appointment, supplement, results, "
      "late_result, bulk"}},
    {"KeyOfAnotherLane",
     8,
     "[[priority.lanes]]\nid = \"supplement\"\nfrom_minutes_before = 5\n[targets]",
     {"c.toml:10: priority.lanes[0].from_minutes_before: means nothing for the lane 'supplement'; it belongs "
      "to: appointment"}},
};
INSTANTIATE_TEST_SUITE_P(Calling, RuleErrorsTest, testing::ValuesIn(callingCases),
                         [](const auto& test) { return test.param.name; });

const Case counterCases[] = {
    {"PriorityThatNoCounterTakes",
     25,
     "priority = \"no\"",
     {"c.toml:15: services[0].id: no counter takes priority tickets of 'chung-thuc'; set priority = \"yes\" "
      "at "
      "one of them"}},
    {"ServiceOfAPriorityWindowAlone",
     25,
     "priority = \"only\"",
     {"c.toml:15: services[0].id: only a priority window serves 'chung-thuc'; add it to another counter "
      "too"}},
    {"UnknownServiceAtAPriorityWindow",
     30,
     "[[counters]]\npriority = \"only\"\npriority_services = [\"ho-tch\"]",
     {"c.toml:32: counters[1].priority_services[0]: 'ho-tch' is not known; use the id of a service, or \"*\" "
      "for all"}},
    {"LaneWithoutCountersOfItsOwn",
     22,
     "[[priority.lanes]]\nid = \"supplement\"\n[[counters]]\nlanes = [\"supplement\"]",
     {"c.toml:25: counters[0].lanes[0]: 'supplement' has no counters of its own; only 'bulk' has"}},
    {"LaneWhereNoneIs",
     25,
     "lanes = [\"bulk\"]",
     {"c.toml:25: counters[0].lanes[0]: 'bulk' is not known; this file defines none yet"}},
    {"UnknownFallback",
     25,
     "idle_fallback = [\"ho-tch\"]",
     {"c.toml:25: counters[0].idle_fallback[0]: 'ho-tch' is not known; did you mean 'ho-tich'?"}},
    {"UnknownUnit",
     22,
     "[[units]]\nid = \"vnpost\"\nlabel = { vi = \"Bưu điện\" }\n[[counters]]\nunit = \"vnpst\"",
     {"c.toml:26: counters[0].unit: 'vnpst' is not known; did you mean 'vnpost'?"}},
    {"UnitWithoutName",
     22,
     "[[units]]\nid = \"vnpost\"\n[[counters]]",
     {"c.toml:22: units[0].label: is missing; add it"}},
    {"ClerkOfAnUnknownUnit",
     34,
     "[[clerks]]\nid = \"lan\"\nunit = \"vnpost\"\n[demand.mix]",
     {"c.toml:36: clerks[0].unit: 'vnpost' is not known; this file defines none yet"}},
    {"UnknownSkill",
     34,
     "[[clerks]]\nid = \"lan\"\nskills = [\"ho-tch\"]\n[demand.mix]",
     {"c.toml:36: clerks[0].skills[0]: 'ho-tch' is not known; did you mean 'ho-tich'?"}},
    {"ClerkTwice",
     34,
     "[[clerks]]\nid = \"lan\"\n[[clerks]]\nid = \"lan\"\n[demand.mix]",
     {"c.toml:37: clerks[1].id: 'lan' stands already in line 35; give another one"}},
};
INSTANTIATE_TEST_SUITE_P(Counters, RuleErrorsTest, testing::ValuesIn(counterCases),
                         [](const auto& test) { return test.param.name; });

class DigitPrefixTest : public CentreFolder {
protected:
    static std::vector<std::string> withPrefixes(const std::string& first, const std::string& second) {
        auto lines = smallestCentre;
        lines.at(15) = "prefix = \"" + first + "\"";
        lines.at(19) = "prefix = \"" + second + "\"";
        return lines;
    }
};

TEST_F(DigitPrefixTest, NeedsAnEndThatFitsTheWidth) {
    EXPECT_THAT(
        complaintsOf(withPrefixes("1", "2")),
        ElementsAre("c.toml:1: ticketing.last_number: must be at most 999 where prefixes are digits: one "
                    "digit more would make another number of it"));
    auto lines = withPrefixes("1", "2");
    lines.push_back("[ticketing]\nlast_number = 1000");
    EXPECT_THAT(
        complaintsOf(lines),
        ElementsAre("c.toml:38: ticketing.last_number: must be at most 999 where prefixes are digits: one "
                    "digit more would make another number of it"));
    lines.back() = "[ticketing]\nlast_number = 999";
    EXPECT_THAT(complaintsOf(lines), ElementsAre());
}

TEST_F(DigitPrefixTest, NeedsAllPrefixesOfOneLength) {
    auto lines = withPrefixes("1", "10");
    lines.push_back("[ticketing]\nlast_number = 999");
    EXPECT_THAT(
        complaintsOf(lines),
        ElementsAre("c.toml:20: services[1].prefix: '10' and '1' in line 16 differ in length, so their "
                    "numbers could read alike; make them equally long"));
}

class SharedSeriesTest : public CentreFolder {};

TEST_F(SharedSeriesTest, ServicesOfOneSeriesDoNotClash) {
    auto lines = smallestCentre;
    lines.at(13) = "[[series]]\nid = \"chung\"\nprefix = \"Z\"\nlast = 500\nwrap = true\n[[services]]";
    lines.at(15) = lines.at(19) = "series = \"chung\"";
    EXPECT_THAT(complaintsOf(lines), ElementsAre());
}

TEST_F(SharedSeriesTest, ServicesThatCountTogetherMayHaveOneLetter) {
    auto lines = smallestCentre;
    lines.at(19) = "prefix = \"A\"";
    lines.push_back("[ticketing]\nseries = \"shared\"");
    EXPECT_THAT(complaintsOf(lines), ElementsAre());
}

TEST_F(SharedSeriesTest, ErrorsOfManyKindsAreToldTogether) {
    auto lines = smallestCentre;
    lines.at(6) = "mon = [\"07:30-11:30\", \"11:00-17:00\"]";
    lines.at(19) = "prefix = \"A\"";
    lines.at(26) = "";
    lines.push_back("[priority]\nmode = \"fair\"");
    EXPECT_THAT(
        complaintsOf(lines),
        UnorderedElementsAre(
            "c.toml:7: calendar.week.mon[1]: '11:00-17:00' begins before the one before it ends; put the "
            "sessions apart and in order",
            "c.toml:20: services[1].prefix: 'A' stands already in line 16; give another one",
            "c.toml:15: services[0].id: no counter serves 'chung-thuc'; add it to a counter or delete it",
            "c.toml:38: priority.mode: 'fair' is not known; use one of: first_come, head_start, strict, "
            "accumulating, default, strict_rank, priority_first_with_cap"));
}

}  // namespace
}  // namespace luot::server::centre
