#include <gmock/gmock.h>

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
    EXPECT_EQ(rules.calling, queue::CallingRules{});
    EXPECT_EQ(rules.targets, queue::WaitTargets{});
}

INSTANTIATE_TEST_SUITE_P(
    Centres, ShippedCentresTest,
    testing::Values(Figures{"centre-commune-small", "commune-small", 3, 13, 13, 1, 1, 1, 0, 70, 110},
                    Figures{"centre-commune-merged", "commune-merged", 10, 13, 20, 3, 2, 3, 0, 230, 330},
                    Figures{"centre-province", "province", 36, 14, 72, 4, 4, 6, 12, 850, 1150}),
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
    EXPECT_EQ(service, (queue::Service{"chung-thuc", "A", "Chứng thực",
                                       "Certification (authentication of copies, signatures, transactions)",
                                       1, 1, 3, std::nullopt}));
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

TEST(MergedCentreTest, KeepsWhatNoRuleReadsYet) {
    const auto description = shipped("centre-commune-merged").description;
    EXPECT_EQ(description.calendar.lastTicketMinutesBeforeSessionEnd.at("dat-dai"), 30);
    EXPECT_EQ(description.calling.recallMax, 3);
    EXPECT_EQ(description.priority.lanes.size(), 3u);
    EXPECT_EQ(description.counters.at(9).priority, "only");
    EXPECT_THAT(description.counters.at(9).priorityServices, ElementsAre("*"));
    EXPECT_THAT(description.counters.at(7).idleFallback, ElementsAre("chung-thuc", "ho-tich"));
    EXPECT_EQ(description.counters.at(0).devices.counterDisplay, 8);
    EXPECT_EQ(description.privacy.ticketDetailRetentionDays, 365);
    EXPECT_EQ(description.ticketing.print.paperMm, 80);
    EXPECT_EQ(description.rating.labels.vi.size(), 5u);
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
