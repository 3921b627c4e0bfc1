#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "server/centre/CentreFile.hpp"

namespace luot::server::centre {
namespace {

using namespace std::chrono_literals;
using base::Date;
using base::instantAt;
using testing::ElementsAre;

Centre shipped(const std::string& name) {
    auto centre = readCentre(std::filesystem::path(LUOT_SOURCE_DIR) / "config" / (name + ".toml"));
    EXPECT_TRUE(centre) << (centre ? "" : textOf(centre.error()));
    return centre ? std::move(*centre) : Centre{};
}

constexpr Date day(int year, unsigned month, unsigned dayOfMonth) {
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{dayOfMonth}};
}

/// The figures of the reference data, counted there.
struct Figures {
    std::string file;
    std::string id;
    std::size_t counters, services, served, zones, kiosks, displays, units;
    int typical, busy;
};

void PrintTo(const Figures& figures, std::ostream* out) { *out << figures.file; }

class ShippedCentresTest : public testing::TestWithParam<Figures> {};

TEST_P(ShippedCentresTest, HasTheFiguresOfTheReferenceData) {
    const auto& figures = GetParam();
    const auto centre = shipped(figures.file);
    const auto& rules = centre.rules;
    EXPECT_TRUE(centre.description.fictional);
    EXPECT_EQ(rules.centre.id, figures.id);
    EXPECT_EQ(rules.counters.size(), figures.counters);
    EXPECT_EQ(rules.services.size(), figures.services);
    std::size_t served = 0;
    for (const auto& counter : rules.counters) served += counter.services.size();
    EXPECT_EQ(served, figures.served);
    EXPECT_EQ(centre.description.zones.size(), figures.zones);
    EXPECT_EQ(centre.description.kiosks.size(), figures.kiosks);
    EXPECT_EQ(centre.description.displays.size(), figures.displays);
    EXPECT_EQ(centre.description.units.size(), figures.units);
    EXPECT_EQ(centre.description.demand.typicalDailyTickets, figures.typical);
    EXPECT_EQ(centre.description.demand.busyDailyTickets, figures.busy);
    EXPECT_EQ(centre.description.demand.mix.size(), figures.services);
}

TEST_P(ShippedCentresTest, ReadTwiceGivesEqualRules) {
    EXPECT_EQ(shipped(GetParam().file).rules, shipped(GetParam().file).rules);
}

TEST_P(ShippedCentresTest, NamesEveryRuleSetsDecision) {
    const auto description = shipped(GetParam().file).description;
    for (const auto* inForce :
         {&description.calendar.inForce, &description.ticketing.inForce, &description.calling.inForce,
          &description.targets.inForce, &description.priority.inForce, &description.assignment.inForce}) {
        EXPECT_EQ(inForce->validFrom, day(2026, 1, 1));
        EXPECT_FALSE(inForce->decision.empty());
    }
}

TEST_P(ShippedCentresTest, HasTheCatalogueAndTheHolidays) {
    const auto centre = shipped(GetParam().file);
    EXPECT_EQ(centre.catalogue.services.size(), 14u);
    EXPECT_EQ(centre.catalogue.procedures.size(), 74u);
    EXPECT_EQ(std::count_if(centre.catalogue.procedures.begin(), centre.catalogue.procedures.end(),
                            [](const auto& procedure) { return procedure.code.has_value(); }),
              48);
    EXPECT_EQ(centre.holidays.days.size(), 28u);
    EXPECT_EQ(centre.holidays.workedDays.size(), 2u);
}

TEST_P(ShippedCentresTest, HasDefaultOrderCallingAndTargets) {
    const auto rules = shipped(GetParam().file).rules;
    EXPECT_EQ(rules.order, queue::OrderRules{});
    auto calling = rules.calling;
    EXPECT_EQ(calling.outcomes.size(), 7u);
    EXPECT_EQ(calling.pauseReasons.size(), 6u);
    calling.outcomes.clear();
    calling.pauseReasons.clear();
    EXPECT_EQ(calling, queue::CallingRules{});
    EXPECT_EQ(rules.targets, queue::WaitTargets{});
}

TEST_P(ShippedCentresTest, RestsOnTheDecisionOfEachTable) {
    const auto centre = shipped(GetParam().file);
    std::vector<std::string> parts;
    for (const auto& basis : centre.rules.basis) parts.push_back(basis.part);
    EXPECT_THAT(parts, ElementsAre("calendar", "ticketing", "calling", "targets", "priority", "assignment"));
    EXPECT_EQ(centre.validFrom, day(2026, 1, 1));
}

TEST_P(ShippedCentresTest, PutsResultsAfter15HoursOffToTheNextDay) {
    const auto sameDay = shipped(GetParam().file).rules.sameDay;
    EXPECT_EQ(sameDay.cutoff, 15h);
    EXPECT_FALSE(sameDay.notice.vi.empty() || sameDay.notice.en.empty());
    EXPECT_THAT(sameDay.services, testing::IsSupersetOf({"chung-thuc"}));
    EXPECT_THAT(sameDay.procedures, testing::Contains("ct-ban-sao"));
}

TEST_P(ShippedCentresTest, GivesTheLastNumbersBeforeASessionEnds) {
    for (const auto& service : shipped(GetParam().file).rules.services)
        EXPECT_EQ(service.lastTicketBefore, service.id == "dat-dai"      ? 30min
                                            : service.id == "chung-thuc" ? 15min
                                                                         : 10min)
            << service.id;
}

INSTANTIATE_TEST_SUITE_P(
    Centres, ShippedCentresTest,
    testing::Values(Figures{"centre-commune-small", "commune-small", 3, 13, 13, 1, 1, 1, 0, 70, 110},
                    Figures{"centre-commune-merged", "commune-merged", 10, 13, 31, 3, 2, 3, 1, 230, 330},
                    Figures{"centre-province", "province", 36, 14, 84, 4, 4, 6, 12, 850, 1150}),
    [](const auto& test) {
        std::string name;
        for (const char c : test.param.file)
            if (c != '-') name += c;
        return name;
    });

TEST(MergedCentreTest, FillsTheRules) {
    const auto rules = shipped("centre-commune-merged").rules;
    EXPECT_EQ(rules.centre.nameVi, "Trung tâm Phục vụ hành chính công phường Tân Mẫu");
    EXPECT_EQ(rules.centre.authorityEn, "People's Committee of Tan Mau ward");
    EXPECT_EQ(rules.centre.hotline, "1022 (mẫu)");
    EXPECT_EQ(rules.centre.noticesVi.size(), 5u);
    EXPECT_EQ(rules.centre.noticesEn.size(), 5u);
    EXPECT_THAT(rules.centre.languages, ElementsAre("vi", "en"));
    EXPECT_TRUE(rules.centre.asksPriority);
    EXPECT_EQ(rules.centre.priorityGroupsVi.size(), 5u);
    EXPECT_EQ(rules.centre.priorityGroupsEn.at(2), "Pregnant women");
    const auto& service = rules.services.at(0);
    EXPECT_EQ(service.id, "chung-thuc");
    EXPECT_EQ(service.labelVi, "Chứng thực");
    EXPECT_EQ(service.labelEn, "Certification (authentication of copies, signatures, transactions)");
    EXPECT_EQ(service.kioskOrder, 1);
    EXPECT_EQ(service.numbers, (queue::NumberSeries{"", "A", 1, std::nullopt, 3, false, true}));
    const auto& counter = rules.counters.at(2);
    EXPECT_EQ(counter.number, 3);
    EXPECT_EQ(counter.labelVi, "Quầy số 03");
    EXPECT_EQ(counter.zone, "A");
    EXPECT_THAT(counter.services,
                ElementsAre(queue::RankedService{"ho-tich", 1}, queue::RankedService{"chung-thuc", 2}));
    EXPECT_FALSE(counter.callingServes);
}

TEST(MergedCentreTest, KnowsItsHoursHolidaysAndMadeUpDays) {
    const auto calendar = shipped("centre-commune-merged").rules.calendar;
    const auto open = [&](Date date, base::TimeOfDay time) {
        return calendar.givesTickets(instantAt(date, time));
    };
    EXPECT_FALSE(open(day(2026, 11, 23), 7h + 14min));  // Monday, before the kiosk opens
    EXPECT_TRUE(open(day(2026, 11, 23), 7h + 15min));
    EXPECT_FALSE(open(day(2026, 11, 23), 12h));  // lunch
    EXPECT_TRUE(open(day(2026, 11, 23), 16h + 59min));
    EXPECT_FALSE(open(day(2026, 11, 23), 17h));
    EXPECT_TRUE(open(day(2026, 11, 28), 8h));  // Saturday morning
    EXPECT_FALSE(open(day(2026, 11, 28), 14h));
    EXPECT_FALSE(open(day(2026, 11, 29), 8h));  // Sunday
    EXPECT_FALSE(open(day(2026, 9, 2), 8h));    // National Day
    EXPECT_TRUE(open(day(2026, 8, 22), 14h));   // a Saturday worked as a Friday
    EXPECT_FALSE(open(day(2026, 8, 31), 8h));
    EXPECT_TRUE(open(day(2026, 1, 10), 14h));  // from the holidays file
}

TEST(MergedCentreTest, HasAPriorityWindowQuietCountersAndABulkLane) {
    const auto rules = shipped("centre-commune-merged").rules;
    const auto& window = rules.counters.at(9);
    EXPECT_EQ(window.priority, queue::TakesPriority::only);
    EXPECT_EQ(window.services.size(), rules.services.size());
    EXPECT_TRUE(std::all_of(window.services.begin(), window.services.end(),
                            [](const auto& served) { return served.rank == 1; }));
    EXPECT_THAT(window.idleFallback, ElementsAre("chung-thuc"));
    EXPECT_THAT(rules.counters.at(7).idleFallback, ElementsAre("chung-thuc", "ho-tich"));
    EXPECT_EQ(rules.counters.at(8).unit, "vnpost");
    EXPECT_EQ(rules.lanes.bulkNumbers, (queue::NumberSeries{"bulk", "V", 1, std::nullopt, 3, false, true}));
    EXPECT_EQ(rules.lanes.bulkFrom, 5);
    EXPECT_EQ(rules.zones.at(1).label.vi, "Khu B: Kinh tế - Xã hội");
}

TEST(MergedCentreTest, KeepsWhatNoRuleReadsYet) {
    const auto description = shipped("centre-commune-merged").description;
    EXPECT_EQ(description.priority.lanes.size(), 5u);
    EXPECT_EQ(description.counters.at(0).devices.counterDisplay, 8);
    EXPECT_EQ(description.privacy.ticketDetailRetentionDays, 365);
    EXPECT_EQ(description.ticketing.print.paperMm, 80);
    EXPECT_EQ(description.rating.labels.vi.size(), 5u);
}

TEST(ProvinceTest, HasAnEarlyKioskABulkCounterAndShorterHoursOfThePolice) {
    const auto rules = shipped("centre-province").rules;
    EXPECT_EQ(rules.calendar.kioskOpensAt, 5h);
    EXPECT_THAT(rules.counters.at(19).lanes, ElementsAre("bulk"));
    EXPECT_EQ(rules.counters.at(19).priority, queue::TakesPriority::no);
    EXPECT_EQ(rules.lanes.bulkNumbers.prefix, "HS");
    EXPECT_EQ(rules.counters.at(0).unit, "vnpost");
    EXPECT_EQ(rules.units.size(), 12u);
    EXPECT_EQ(rules.clerks.size(), 2u);
    const auto police = std::find_if(rules.services.begin(), rules.services.end(),
                                     [](const auto& service) { return service.id == "cu-tru"; });
    ASSERT_NE(police, rules.services.end());
    ASSERT_TRUE(police->hours);
    EXPECT_FALSE(police->hours->givesTickets(instantAt(day(2026, 11, 23), 16h + 25min), 10min));
    EXPECT_TRUE(police->hours->givesTickets(instantAt(day(2026, 11, 23), 16h + 15min), 10min));
    EXPECT_EQ(police->quota, 60);
}

TEST(SmallCentreTest, HasOnlyVietnameseAndTheSmallPrinter) {
    const auto centre = shipped("centre-commune-small");
    EXPECT_THAT(centre.rules.centre.languages, ElementsAre("vi"));
    EXPECT_EQ(centre.description.ticketing.print.paperMm, 58);
    EXPECT_EQ(centre.description.counters.at(0).devices.counterDisplay, std::nullopt);
    EXPECT_EQ(centre.description.centre.announcementLanguages.at(0).code, "mww");
    EXPECT_EQ(centre.rules.counters.at(2).services.back(), (queue::RankedService{"van-hoa", 6}));
}

TEST(CatalogueTest, KeepsEveryProcedureWhole) {
    const auto procedure = shipped("centre-commune-merged").catalogue.procedures.at(0);
    EXPECT_EQ(procedure.id, "ct-ban-sao");
    EXPECT_EQ(procedure.service, "chung-thuc");
    EXPECT_EQ(procedure.code, "2.000815");
    EXPECT_EQ(procedure.kioskLabel, "Chứng thực bản sao");
    EXPECT_EQ(procedure.counterMinutes.typical, 8);
    EXPECT_EQ(procedure.counterMinutes.high, 25);
    EXPECT_EQ(procedure.resolution.status, "source-read");
    EXPECT_FALSE(procedure.fee.basis.empty());
    EXPECT_THAT(procedure.levels, ElementsAre("commune", "province"));
    EXPECT_TRUE(procedure.sameDay && procedure.cutoffNotice);
}

}  // namespace
}  // namespace luot::server::centre
