#include <gtest/gtest.h>

#include "server/report/WaitingReport.hpp"

namespace luot::server::report {
namespace {

queue::Rules rules() {
    queue::Rules made;
    made.centre.id = "centre";
    made.clerks = {{"hoa", "post", {}, false}, {"lan", "", {}, false}};
    made.counters.resize(2);
    made.counters[0].number = 1;
    made.counters[1].number = 2;
    made.counters[1].unit = "post";
    return made;
}

journal::Visit visit(std::optional<int> counter, std::string clerk) {
    journal::Visit made;
    made.state = counter ? "finished" : "expired";
    made.counter = counter;
    made.clerk = std::move(clerk);
    return made;
}

TEST(UnitsTest, AClerksOwnOfficeGoesBeforeThatOfTheCounter) {
    const Units units(rules());
    EXPECT_EQ(units.of(visit(1, "hoa")), "post");
    EXPECT_EQ(units.of(visit(2, "lan")), "centre");
    EXPECT_EQ(units.of(visit(2, "somebody")), "post");
    EXPECT_EQ(units.of(visit(1, "")), "centre");
    EXPECT_EQ(units.of(visit(7, "")), "centre") << "a counter that is gone";
}

TEST(UnitsTest, WhoWasNeverCalledBelongsToNoOffice) {
    EXPECT_EQ(Units(rules()).of(visit(std::nullopt, "")), "");
    const auto report = waitingReport({visit(std::nullopt, ""), visit(1, "hoa"), visit(2, "")},
                                      {{}, {}, Grouping::unit, base::Seconds(900), Units(rules())});
    ASSERT_EQ(report.rows.size(), 2U);
    EXPECT_EQ(report.rows[0].key, "");
    EXPECT_EQ(report.rows[1].key, "post");
    EXPECT_EQ(report.rows[1].served, 2);
}

TEST(WaitingReportTest, HasNoNegativeTimesWhenTheClockWasSetBack) {
    auto one = visit(1, "");
    one.issuedAt = base::Instant(base::Milliseconds(5'000'000));
    one.calledAt = one.startedAt = one.issuedAt + base::Seconds(60);
    one.endedAt = one.issuedAt - base::Minutes(30);
    const auto report = waitingReport({one}, {{}, {}, Grouping::day, base::Seconds(900), {}});
    EXPECT_EQ(report.total.service.max, 0);
    EXPECT_EQ(report.total.inHouse.max, 0);
    EXPECT_EQ(report.total.waiting.max, 60);
}

}  // namespace
}  // namespace luot::server::report
