#include <gmock/gmock.h>

#include "queue/Decide.hpp"
#include "tests/unit/server/centre/CentreText.hpp"

namespace luot::server::centre {
namespace {

using namespace std::chrono_literals;
using base::Minutes;
using base::Seconds;
using testing::ElementsAre;

base::Date day(const char* text) { return base::parseDate(text).value(); }

/// Lines are added to the smallest centre, or take the place of one; what the hall then goes by.
class RulesOfTest : public CentreFolder {
protected:
    Centre read() {
        auto centre = readCentre(write("c.toml", lines_));
        EXPECT_TRUE(centre) << (centre ? "" : textOf(centre.error()));
        return centre ? std::move(*centre) : Centre{};
    }
    queue::Rules rules() { return read().rules; }
    void add(const std::string& text) { lines_.push_back(text); }
    /// As well as what stands in that line.
    void addAt(std::size_t line, const std::string& text) { lines_.at(line - 1) += "\n" + text; }

    std::vector<std::string> lines_ = smallestCentre;
};

TEST_F(RulesOfTest, WhatIsLeftOutIsAsTheHallHasIt) {
    const auto rules = this->rules();
    EXPECT_EQ(rules.order, queue::OrderRules{});
    EXPECT_EQ(rules.calling, queue::CallingRules{});
    EXPECT_EQ(rules.lanes, queue::LaneRules{});
    EXPECT_EQ(rules.targets, queue::WaitTargets{});
    EXPECT_EQ(rules.sameDay, queue::SameDayResults{});
    EXPECT_FALSE(rules.calendar.kioskOpensAt);
    EXPECT_EQ(rules.services.at(0).numbers, (queue::NumberSeries{"", "A", 1, std::nullopt, 3, false, true}));
    EXPECT_FALSE(rules.services.at(0).hours || rules.services.at(0).quota);
    EXPECT_EQ(rules.services.at(0).lastTicketBefore, 0min);
    EXPECT_TRUE(rules.clerks.empty() && rules.basis.empty());
    EXPECT_EQ(rules.counters.at(0).priority, queue::TakesPriority::yes);
    EXPECT_FALSE(read().validFrom);
}

TEST_F(RulesOfTest, EveryRuleOfCallingArrives) {
    add("[calling]\nundo_seconds = 20\nrecall_max = 2\nrecall_min_gap_seconds = 15\nno_show_after_calls = 2\n"
        "no_show_after_seconds = 90\nlate_return_minutes = 40\nlate_return_behind_tickets = 1\n"
        "hold_max_minutes = 25\nauto_call = true\n"
        "outcomes = [{ id = \"received\", label = { vi = \"Đã tiếp nhận\", en = \"Received\" } }]\n"
        "pause_reasons = [{ id = \"short\", label = { vi = \"Nghỉ giải lao\", en = \"Short break\" } }]");
    queue::CallingRules expected{20s, 2, 15s, 2, 90s, 40min, 1, 25min, true, {}, {}};
    expected.outcomes = {{"received", {"Đã tiếp nhận", "Received"}}};
    expected.pauseReasons = {{"short", {"Nghỉ giải lao", "Short break"}}};
    EXPECT_EQ(rules().calling, expected);
}

TEST_F(RulesOfTest, NumbersRunAsWritten) {
    addAt(16, "first_number = 1\ndigits = 2\nquota_per_session = 40\nkiosk_order = 9");
    add("[ticketing]\nfirst_number = 100\ndigits = 4\nlast_number = 900\nwrap = true\nreset = \"never\"");
    const auto services = rules().services;
    EXPECT_EQ(services.at(0).numbers, (queue::NumberSeries{"", "A", 1, 900, 2, true, false}));
    EXPECT_EQ(services.at(1).numbers, (queue::NumberSeries{"", "B", 100, 900, 4, true, false}));
    EXPECT_EQ(services.at(0).quota, 40);
    EXPECT_EQ(services.at(0).kioskOrder, 9);
    EXPECT_FALSE(services.at(1).quota);
}

TEST_F(RulesOfTest, ServicesShareASeriesThatTheyName) {
    lines_.at(13) = "[[series]]\nid = \"chung\"\nprefix = \"Z\"\nlast = 500\nwrap = true\n[[services]]";
    lines_.at(15) = lines_.at(19) = "series = \"chung\"";
    add("[ticketing]\ndigits = 4\nreset = \"never\"");
    for (const auto& service : rules().services)
        EXPECT_EQ(service.numbers, (queue::NumberSeries{"chung", "Z", 1, 500, 4, true, false}));
}

TEST_F(RulesOfTest, AllServicesCountTogetherWithTheirOwnLetters) {
    add("[ticketing]\nseries = \"shared\"");
    const auto services = rules().services;
    EXPECT_EQ(services.at(0).numbers.id, services.at(1).numbers.id);
    EXPECT_FALSE(services.at(0).numbers.id.empty());
    EXPECT_EQ(services.at(0).numbers.prefix, "A");
    EXPECT_EQ(services.at(1).numbers.prefix, "B");
}

TEST_F(RulesOfTest, HoursOfAServiceAndOfTheKioskArrive) {
    lines_.at(5) =
        "[calendar]\nkiosk_opens_at = \"05:00\"\n[calendar.last_ticket_minutes_before_session_end]\n"
        "default = 10\nho-tich = 30\n[calendar.week]";
    addAt(16, "week = { mon = [\"08:00-11:00\"] }");
    const auto rules = this->rules();
    EXPECT_EQ(rules.calendar.kioskOpensAt, 5h);
    EXPECT_EQ(rules.services.at(0).lastTicketBefore, 10min);
    EXPECT_EQ(rules.services.at(1).lastTicketBefore, 30min);
    ASSERT_TRUE(rules.services.at(0).hours);
    EXPECT_THAT(rules.services.at(0).hours->week.at(0).sessions, ElementsAre(base::Session{8h, 11h}));
    EXPECT_EQ(rules.services.at(0).hours->kioskOpensAt, 5h);
    EXPECT_FALSE(rules.services.at(1).hours);
}

TEST_F(RulesOfTest, SameDayResultsAreThoseOfTheCatalogueThatTheCentreOffers) {
    lines_.front() = "catalogue = \"k.toml\"\n[centre]\nlevel = \"commune\"";
    lines_.at(5) =
        "[calendar]\nsame_day_cutoff = \"15:00\"\nsame_day_cutoff_notice = { vi = \"Ngày sau\", en = "
        "\"Next day\" }\n[calendar.week]";
    std::vector<std::string> catalogue;
    for (const auto* service : {"chung-thuc", "ho-tich", "dat-dai"})
        catalogue.push_back(std::string("[[services]]\nid = \"") + service + "\"\nname = { vi = \"x\" }");
    const auto procedure = [&](const std::string& id, const std::string& service, const std::string& more) {
        catalogue.push_back("[[procedures]]\nid = \"" + id + "\"\nservice = \"" + service +
                            "\"\nname = { vi = \"x\" }\n" + more);
    };
    procedure("ban-sao", "chung-thuc", "cutoff_notice = true\nlevels = [\"commune\"]");
    procedure("chu-ky", "chung-thuc", "cutoff_notice = true");
    procedure("hop-dong", "chung-thuc", "cutoff_notice = false");
    procedure("khai-sinh", "ho-tich", "cutoff_notice = true\nlevels = [\"province\"]");
    procedure("so-do", "dat-dai", "cutoff_notice = true");
    write("k.toml", catalogue);
    const auto sameDay = rules().sameDay;
    EXPECT_EQ(sameDay.cutoff, 15h);
    EXPECT_EQ(sameDay.notice, (queue::Words{"Ngày sau", "Next day"}));
    EXPECT_THAT(sameDay.procedures, ElementsAre("ban-sao", "chu-ky"));
    EXPECT_THAT(sameDay.services, ElementsAre("chung-thuc"));
    // All of this centre can be named on a ticket.
    const auto procedures = rules().procedures;
    EXPECT_THAT(procedures,
                ElementsAre(queue::Choosable{"ban-sao", {"x", ""}}, queue::Choosable{"chu-ky", {"x", ""}},
                            queue::Choosable{"hop-dong", {"x", ""}}));
}

TEST_F(RulesOfTest, ModeIsThePolicyOfThatName) {
    add("[priority]\nmode = \"@\"");
    for (const auto name : queue::policyNames()) {
        lines_.back() = "[priority]\nmode = \"" + std::string(name) + "\"";
        EXPECT_EQ(rules().order, queue::policyNamed(name)) << name;
    }
    lines_.back() = "[priority]\nmode = \"priority_first_with_cap\"";
    EXPECT_EQ(rules().order, queue::OrderRules{});
}

TEST_F(RulesOfTest, KeysWinOverTheMode) {
    add("[priority]\nmode = \"accumulating\"\nrate = 2.5\nhead_start_minutes = 3\nceiling_minutes = 50\n"
        "max_consecutive_priority_per_counter = 4\ncap_applies_when_normal_wait_exceeds_minutes = 25\n"
        "asked_at_kiosk = false\n[calling]\nrank_handicap_minutes = 7\n"
        "[[priority.lanes]]\nid = \"appointment\"\nhead_start_minutes = 60\n"
        "[[priority.lanes]]\nid = \"late_result\"\nhead_start_minutes = 0");
    const auto rules = this->rules();
    EXPECT_EQ(rules.order,
              (queue::OrderRules{{2.5, 3min, 4}, {1, 60min, 0}, {1, 0min, 0}, 25min, 50min, 7min}));
    EXPECT_FALSE(rules.centre.asksPriority);
}

TEST_F(RulesOfTest, LanesArrive) {
    add("[[priority.lanes]]\nid = \"appointment\"\nfrom_minutes_before = 7\nto_minutes_after = 12\n"
        "[[priority.lanes]]\nid = \"bulk\"\nprefix = \"V\"\nfrom_dossiers = 8\n[ticketing]\ndigits = 2");
    const auto lanes = rules().lanes;
    EXPECT_EQ(lanes.appointmentFrom, 7min);
    EXPECT_EQ(lanes.appointmentTo, 12min);
    EXPECT_EQ(lanes.bulkFrom, 8);
    EXPECT_EQ(lanes.bulkNumbers, (queue::NumberSeries{"bulk", "V", 1, std::nullopt, 2, false, true}));
}

TEST_F(RulesOfTest, CountersUnitsZonesAndClerksArrive) {
    lines_.at(21) =
        "[[units]]\nid = \"vnpost\"\nlabel = { vi = \"Bưu điện\", en = \"Post\" }\n"
        "[[priority.lanes]]\nid = \"bulk\"\n[[counters]]\nunit = \"vnpost\"\nlanes = [\"bulk\"]\n"
        "idle_fallback = [\"ho-tich\"]\npriority = \"no\"\ncalling_serves = true";
    add("[[counters]]\nnumber = 3\nlabel = { vi = \"x\", en = \"x\" }\npriority = \"only\"\n"
        "services = [{ service = \"ho-tich\", rank = 2 }]\npriority_services = [\"*\"]\n"
        "[[clerks]]\nid = \"lan\"\nunit = \"vnpost\"\nskills = [\"ho-tich\"]\n[[clerks]]\nid = "
        "\"minh\"\nspare = true");
    const auto rules = this->rules();
    const auto& counter = rules.counters.at(0);
    EXPECT_EQ(counter.unit, "vnpost");
    EXPECT_THAT(counter.lanes, ElementsAre("bulk"));
    EXPECT_THAT(counter.idleFallback, ElementsAre("ho-tich"));
    EXPECT_EQ(counter.priority, queue::TakesPriority::no);
    EXPECT_TRUE(counter.callingServes);
    EXPECT_EQ(rules.counters.at(2).priority, queue::TakesPriority::only);
    EXPECT_THAT(rules.counters.at(2).services,
                ElementsAre(queue::RankedService{"ho-tich", 1}, queue::RankedService{"chung-thuc", 1}));
    EXPECT_THAT(rules.units, ElementsAre(queue::Choosable{"vnpost", {"Bưu điện", "Post"}}));
    EXPECT_THAT(rules.zones, ElementsAre(queue::Choosable{"A", {"Khu A", "Area A"}}));
    EXPECT_THAT(rules.clerks, ElementsAre(queue::Clerk{"lan", "vnpost", {"ho-tich"}, false},
                                          queue::Clerk{"minh", "", {}, true}));
}

/// A hall that has the smallest centre's rules, and decisions on what comes after.
class DatedRulesTest : public RulesOfTest {
protected:
    std::size_t give(const queue::Command& command) {
        const auto events = queue::decide(hall_, command, now_);
        EXPECT_TRUE(events.has_value());
        if (!events) return 0;
        for (const auto& event : *events) queue::evolve(hall_, event, now_);
        return events->size();
    }
    std::size_t giveFile() {
        auto centre = read();
        return give(queue::ChangeSettings{std::move(centre.rules), centre.validFrom});
    }

    queue::Hall hall_;
    base::Instant now_ = base::instantAt(day("2026-11-22"), 9h);
};

TEST_F(DatedRulesTest, RestOnTheDecisionsThatTheFileNames) {
    lines_.at(7) = "[targets]\nin_force = { valid_from = 2026-01-01, decision = \"12/QĐ\" }";
    add("[priority]\nin_force = { valid_from = 2026-12-01, decision = \"90/QĐ\" }");
    EXPECT_THAT(rules().basis, ElementsAre(queue::Basis{"targets", day("2026-01-01"), "12/QĐ"},
                                           queue::Basis{"priority", day("2026-12-01"), "90/QĐ"}));
    EXPECT_EQ(read().validFrom, day("2026-12-01"));
}

TEST_F(DatedRulesTest, OfALaterDayHoldAtOnceInAFolderThatHasNone) {
    add("[priority]\nmode = \"strict\"\nin_force = { valid_from = 2026-12-01, decision = \"90/QĐ\" }");
    EXPECT_EQ(giveFile(), 1u);
    EXPECT_EQ(hall_.rules, rules());
}

TEST_F(DatedRulesTest, OfALaterDayWaitForItWhereRulesHold) {
    giveFile();
    const auto before = hall_.rules;
    add("[priority]\nmode = \"strict\"\nin_force = { valid_from = 2026-12-01, decision = \"90/QĐ\" }");
    EXPECT_EQ(giveFile(), 1u);
    EXPECT_EQ(hall_.rules, before);
    EXPECT_EQ(giveFile(), 0u);
    now_ = base::instantAt(day("2026-12-07"), 8h);  // a Monday
    give(queue::TimePassed{});
    EXPECT_EQ(hall_.rules, rules());
    EXPECT_EQ(giveFile(), 0u);
}

TEST_F(DatedRulesTest, SameFileChangesNothingAfterTheHeadChangedTheMap) {
    EXPECT_EQ(giveFile(), 1u);
    EXPECT_EQ(giveFile(), 0u);
    queue::ChangeMap change;
    change.map.counters.push_back({2, {{"chung-thuc", 1}, {"ho-tich", 2}}, std::nullopt, std::nullopt});
    EXPECT_EQ(give(change), 1u);
    const auto changed = hall_.rules;
    EXPECT_NE(changed, rules());
    EXPECT_EQ(giveFile(), 0u);
    now_ = base::instantAt(day("2026-11-23"), 8h);
    give(queue::TimePassed{});
    EXPECT_EQ(giveFile(), 0u);
    EXPECT_EQ(hall_.rules, changed);
}

}  // namespace
}  // namespace luot::server::centre
