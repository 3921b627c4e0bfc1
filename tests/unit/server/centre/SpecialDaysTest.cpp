#include <gmock/gmock.h>

#include "base/json/Json.hpp"
#include "tests/unit/server/centre/CentreText.hpp"

namespace luot::server::centre {
namespace {

using namespace std::chrono_literals;
using base::Session;
using testing::ElementsAre;
using testing::IsEmpty;

class SpecialDayErrorsTest : public CentreFolder, public testing::WithParamInterface<Case> {};

TEST_P(SpecialDayErrorsTest, AreNamedWithTheirLine) {
    EXPECT_THAT(complaintsWith(GetParam()), testing::UnorderedElementsAreArray(GetParam().complaints));
}

/// In the smallest centre line 8 is where the tables of the calendar end, and only Monday is worked.
const Case overrideCases[] = {
    {"SessionsBesideUseDay",
     8,
     "[[calendar.overrides]]\ndate = 2026-02-15\nopen = true\nuse_day = \"mon\"\n"
     "sessions = [\"07:30-11:00\"]\n[targets]",
     {"c.toml:12: calendar.overrides[0].sessions: stands beside use_day; delete one of the two"}},
    {"SessionsOfAClosedDay",
     8,
     "[[calendar.overrides]]\ndate = 2026-02-15\nopen = false\nsessions = [\"07:30-11:00\"]\n[targets]",
     {"c.toml:11: calendar.overrides[0].sessions: counts only with open = true; add that, or delete the "
      "sessions"}},
    {"SessionsOfADayThatIsNotSaidToBeOpen",
     8,
     "[[calendar.overrides]]\ndate = 2026-02-15\nsessions = [\"07:30-11:00\"]\n[targets]",
     {"c.toml:10: calendar.overrides[0].sessions: counts only with open = true; add that, or delete the "
      "sessions"}},
    {"NoSessionAtAll",
     8,
     "[[calendar.overrides]]\ndate = 2026-02-16\nopen = true\nsessions = []\n[targets]",
     {"c.toml:11: calendar.overrides[0].sessions: has no session; fill it in, or write open = false"}},
    {"OpenOnADayOff",
     8,
     "[[calendar.overrides]]\ndate = 2026-02-15\nopen = true\n[targets]",
     {"c.toml:10: calendar.overrides[0].open: the day stays closed: sun has no session then; add sessions or "
      "use_day"}},
    {"WorkedAsADayOff",
     8,
     "[[calendar.overrides]]\ndate = 2026-02-15\nopen = true\nuse_day = \"sat\"\n[targets]",
     {"c.toml:11: calendar.overrides[0].use_day: the day stays closed: sat has no session then; name another "
      "day, or add sessions"}},
    {"OpenOnADayOffOfThePeriod",
     8,
     "[[calendar.periods]]\nfrom = 2026-02-09\nto = 2026-02-28\nweek = { tue = [\"07:00-12:00\"] }\n"
     "[[calendar.overrides]]\ndate = 2026-02-16\nopen = true\n[targets]",
     {"c.toml:14: calendar.overrides[0].open: the day stays closed: mon has no session then; add sessions or "
      "use_day"}},
    {"BadSession",
     8,
     "[[calendar.overrides]]\ndate = 2026-02-15\nopen = true\nsessions = [\"7h30-11h\"]\n[targets]",
     {"c.toml:11: calendar.overrides[0].sessions[0]: '7h30-11h' is not a session; write it as 07:30-11:30"}},
    {"OverlappingSessions",
     8,
     "[[calendar.overrides]]\ndate = 2026-02-15\nopen = true\nsessions = [\n\"07:30-11:00\",\n"
     "\"10:00-17:00\",\n]\n[targets]",
     {"c.toml:13: calendar.overrides[0].sessions[1]: '10:00-17:00' begins before the one before it ends; put "
      "the sessions apart and in order"}},
    {"KioskThatOpensAfterIt",
     6,
     "[calendar]\nkiosk_opens_at = \"07:00\"\n[[calendar.overrides]]\ndate = 2026-02-15\nopen = true\n"
     "sessions = [\"06:30-11:00\"]\n[calendar.week]",
     {"c.toml:7: calendar.kiosk_opens_at: '07:00' is later than the first session on 2026-02-15; make it "
      "earlier, or delete it"}},
    {"LastNumberBeforeItBegins",
     8,
     "[calendar.last_ticket_minutes_before_session_end]\ndefault = 30\n[[calendar.overrides]]\n"
     "date = 2026-02-15\nopen = true\nsessions = [\"08:00-08:30\"]\n[targets]",
     {"c.toml:9: calendar.last_ticket_minutes_before_session_end.default: 30 minutes leave no number for the "
      "session 08:00-08:30 on 2026-02-15; make them fewer"}},
};
INSTANTIATE_TEST_SUITE_P(Overrides, SpecialDayErrorsTest, testing::ValuesIn(overrideCases),
                         [](const auto& test) { return test.param.name; });

const Case periodCases[] = {
    {"PeriodWithoutDays",
     8,
     "[[calendar.periods]]\nweek = { mon = [\"07:00-12:00\"] }\n[targets]",
     {"c.toml:8: calendar.periods[0].from: is missing; add it",
      "c.toml:8: calendar.periods[0].to: is missing; add it"}},
    {"PeriodThatEndsBeforeItBegins",
     8,
     "[[calendar.periods]]\nfrom = 2025-10-23\nto = 2025-07-24\nweek = { mon = [\"07:00-12:00\"] "
     "}\n[targets]",
     {"c.toml:10: calendar.periods[0].to: '2025-07-24' is before from '2025-10-23'; turn them round"}},
    {"PeriodsThatOverlap",
     8,
     "[[calendar.periods]]\nfrom = 2025-07-24\nto = 2025-10-23\nweek = { mon = [\"07:00-12:00\"] }\n"
     "[[calendar.periods]]\nfrom = 2025-10-23\nto = 2025-12-31\nweek = { mon = [\"07:00-12:00\"] "
     "}\n[targets]",
     {"c.toml:13: calendar.periods[1].from: has days in common with the period 2025-07-24 to 2025-10-23 in "
      "line 8; put the periods apart"}},
    {"PeriodWithoutWeek",
     8,
     "[[calendar.periods]]\nfrom = 2025-07-24\nto = 2025-10-23\n[targets]",
     {"c.toml:8: calendar.periods[0].week: has no session on any day; add the working hours"}},
    {"PeriodWhoseWeekIsClosed",
     8,
     "[[calendar.periods]]\nfrom = 2025-07-24\nto = 2025-10-23\n[calendar.periods.week]\nmon = []\n[targets]",
     {"c.toml:11: calendar.periods[0].week: has no session on any day; add the working hours"}},
    {"BadSessionOfAPeriod",
     8,
     "[[calendar.periods]]\nfrom = 2025-07-24\nto = 2025-10-23\n[calendar.periods.week]\n"
     "mon = [\"07:00-12:00\", \"11:00-18:00\"]\ntue = [\"12:00-07:00\"]\n[targets]",
     {"c.toml:12: calendar.periods[0].week.mon[1]: '11:00-18:00' begins before the one before it ends; put "
      "the sessions apart and in order",
      "c.toml:13: calendar.periods[0].week.tue[0]: '12:00-07:00' ends before it begins; turn it round"}},
    {"KioskThatOpensAfterAPeriodsSession",
     6,
     "[calendar]\nkiosk_opens_at = \"07:15\"\n[[calendar.periods]]\nfrom = 2025-07-24\nto = 2025-10-23\n"
     "week = { fri = [\"07:00-12:00\"] }\n[calendar.week]",
     {"c.toml:7: calendar.kiosk_opens_at: '07:15' is later than the first session on fri from 2025-07-24; "
      "make it earlier, or delete it"}},
    {"LastNumberBeforeAPeriodsSessionBegins",
     8,
     "[calendar.last_ticket_minutes_before_session_end]\ndefault = 30\n[[calendar.periods]]\n"
     "from = 2025-07-24\nto = 2025-10-23\nweek = { fri = [\"07:00-07:30\"] }\n[targets]",
     {"c.toml:9: calendar.last_ticket_minutes_before_session_end.default: 30 minutes leave no number for the "
      "session 07:00-07:30 on fri from 2025-07-24; make them fewer"}},
    {"OwnHoursOutsideThePeriodToo",
     8,
     "[[calendar.periods]]\nfrom = 2025-07-24\nto = 2025-10-23\nweek = { mon = [\"07:00-12:00\"] }\n"
     "[[services]]\nid = \"dat-dai\"\nprefix = \"D\"\nlabel = { vi = \"Đất đai\", en = \"Land\" }\n"
     "week = { mon = [\"06:30-11:30\"] }\n[[counters]]\nnumber = 3\n"
     "label = { vi = \"Quầy số 03\", en = \"Counter 03\" }\n"
     "services = [{ service = \"dat-dai\", rank = 1 }]\n[targets]",
     {"c.toml:16: services[0].week.mon[0]: '06:30-11:30' is outside the centre's own hours that day "
      "(07:30-11:30, 13:30-17:00); keep inside them, or change calendar.week"}},
};
INSTANTIATE_TEST_SUITE_P(Periods, SpecialDayErrorsTest, testing::ValuesIn(periodCases),
                         [](const auto& test) { return test.param.name; });

/// The smallest centre with tables behind it; what the hall then goes by.
class SpecialDaysTest : public CentreFolder {
protected:
    queue::Rules rules() {
        EXPECT_THAT(complaintsOf(lines_), IsEmpty());
        const auto centre = readCentre(folder_ / "c.toml");
        return centre ? centre->rules : queue::Rules{};
    }
    void add(const std::string& text) { lines_.push_back(text); }
    static std::vector<Session> on(const base::Calendar& calendar, const char* date) {
        return calendar.sessionsOn(base::parseDate(date).value());
    }

    std::vector<std::string> lines_ = smallestCentre;
    const Session morning_{7h + 30min, 11h + 30min};
    const Session afternoon_{13h + 30min, 17h};
};

TEST_F(SpecialDaysTest, ErrorsOfPeriodsOverridesAndTheRestAreToldTogether) {
    lines_.at(19) = "prefix = \"A\"";
    add("[[calendar.periods]]\nfrom = 2025-10-23\nto = 2025-07-24\nweek = { mon = [\"7h\"] }\n"
        "[[calendar.overrides]]\ndate = 2026-02-15\nopen = true");
    EXPECT_THAT(complaintsOf(lines_), testing::SizeIs(4));
}

TEST_F(SpecialDaysTest, SundayBeforeTetIsWorkedWithItsOwnSessions) {
    add("[[calendar.overrides]]\ndate = 2026-02-15\nopen = true\nsessions = [\"07:30-11:00\", "
        "\"13:30-17:00\"]\nreason = \"Trước Tết\"");
    const auto calendar = rules().calendar;
    EXPECT_THAT(on(calendar, "2026-02-15"), ElementsAre(Session{7h + 30min, 11h}, afternoon_));
    EXPECT_THAT(on(calendar, "2026-02-08"), IsEmpty());
    EXPECT_EQ(calendar.overrides.at(0).reason, "Trước Tết");
}

TEST_F(SpecialDaysTest, HalfDayWinsOverAHoliday) {
    lines_.front() = "holidays = \"h.toml\"\n[centre]";
    write("h.toml", {"[[days]]", "date = 2026-11-23", "name = { vi = \"Nghỉ\" }"});
    add("[[calendar.overrides]]\ndate = 2026-11-23\nopen = true\nsessions = [\"07:30-11:30\"]");
    EXPECT_THAT(on(rules().calendar, "2026-11-23"), ElementsAre(morning_));
}

/// Cần Thơ's pilot of 2025, with a Saturday morning.
constexpr const char* pilot =
    "[[calendar.periods]]\nfrom = 2025-07-24\nto = 2025-10-23\nreason = \"Thí điểm\"\n"
    "decision = \"12/QĐ\"\n[calendar.periods.week]\n"
    "mon = [\"07:00-12:00\", \"13:00-18:00\"]\nthu = [\"07:00-12:00\", \"13:00-18:00\"]\n"
    "sat = [\"07:00-12:00\"]";

TEST_F(SpecialDaysTest, PeriodHasLongerHoursFromItsFirstDayToItsLast) {
    add(pilot);
    const auto calendar = rules().calendar;
    const Session longMorning{7h, 12h}, longAfternoon{13h, 18h};
    EXPECT_THAT(on(calendar, "2025-07-24"), ElementsAre(longMorning, longAfternoon));
    EXPECT_THAT(on(calendar, "2025-10-20"), ElementsAre(longMorning, longAfternoon));
    EXPECT_THAT(on(calendar, "2025-10-23"), ElementsAre(longMorning, longAfternoon));
    EXPECT_THAT(on(calendar, "2025-07-21"), ElementsAre(morning_, afternoon_));
    EXPECT_THAT(on(calendar, "2025-10-27"), ElementsAre(morning_, afternoon_));
    EXPECT_THAT(on(calendar, "2025-10-30"), IsEmpty());
    EXPECT_EQ(calendar.periods.at(0).reason, "Thí điểm");
    EXPECT_EQ(calendar.periods.at(0).decision, "12/QĐ");
}

TEST_F(SpecialDaysTest, HolidaysAndUseDayInsideAPeriod) {
    lines_.front() = "holidays = \"h.toml\"\n[centre]";
    write("h.toml", {"[[days]]", "date = 2025-09-01", "name = { vi = \"Quốc khánh\" }"});
    add(pilot);
    add("[[calendar.overrides]]\ndate = 2025-08-10\nopen = true\nuse_day = \"sat\"");
    const auto calendar = rules().calendar;
    EXPECT_THAT(on(calendar, "2025-09-01"), IsEmpty());
    EXPECT_THAT(on(calendar, "2025-08-10"), ElementsAre(Session{7h, 12h}));
}

TEST_F(SpecialDaysTest, ServiceKeepsItsOwnHoursAsFarAsTheCentreIsOpen) {
    lines_.at(15) += "\nweek = { mon = [\"08:00-11:00\", \"14:00-16:30\"] }";
    add("[[calendar.periods]]\nfrom = 2025-07-24\nto = 2025-10-23\n"
        "week = { mon = [\"07:00-12:00\", \"13:00-16:00\"], tue = [\"07:00-12:00\"] }");
    add("[[calendar.overrides]]\ndate = 2025-11-03\nopen = true\nsessions = [\"07:30-10:00\"]\n"
        "[[calendar.overrides]]\ndate = 2025-11-09\nopen = true\nsessions = [\"07:30-10:00\"]");
    const auto hours = rules().services.at(0).hours.value();
    const Session own{8h, 11h};
    EXPECT_THAT(on(hours, "2025-07-21"), ElementsAre(own, Session{14h, 16h + 30min}));
    EXPECT_THAT(on(hours, "2025-08-04"), ElementsAre(own, Session{14h, 16h})) << "the centre ends earlier";
    EXPECT_THAT(on(hours, "2025-08-05"), IsEmpty());
    EXPECT_THAT(on(hours, "2025-11-03"), ElementsAre(Session{8h, 10h})) << "half a day";
    EXPECT_THAT(on(hours, "2025-11-09"), IsEmpty()) << "it has no Sunday";
}

TEST_F(SpecialDaysTest, ServiceMayHaveHoursForAnExtraDay) {
    lines_.at(15) += "\nweek = { mon = [\"08:00-11:00\"], sun = [\"08:00-10:00\"] }";
    add("[[calendar.overrides]]\ndate = 2026-02-15\nopen = true\nsessions = [\"07:30-11:00\"]");
    const auto hours = rules().services.at(0).hours.value();
    EXPECT_THAT(on(hours, "2026-02-15"), ElementsAre(Session{8h, 10h}));
    EXPECT_THAT(on(hours, "2026-02-08"), IsEmpty()) << "on other Sundays the centre is closed";
}

TEST_F(SpecialDaysTest, RulesReadBackFromTheJournalAlsoThoseWrittenBefore) {
    lines_.at(15) += "\nweek = { mon = [\"08:00-11:00\"] }";
    add("[[calendar.overrides]]\ndate = 2026-02-16\nopen = true\nsessions = [\"07:30-11:00\"]");
    const auto before = rules();
    add(pilot);
    const auto now = rules();
    EXPECT_EQ(base::json::decodeText<queue::Rules>(base::json::encodeText(now)), now);
    auto old = base::json::encode(before).as_object();
    old.at("calendar").as_object().erase("periods");
    old.at("services").as_array().at(0).as_object().at("hours").as_object().erase("periods");
    EXPECT_EQ(base::json::decode<queue::Rules>(old), before);
}

}  // namespace
}  // namespace luot::server::centre
