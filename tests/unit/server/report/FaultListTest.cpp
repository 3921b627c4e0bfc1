#include "server/report/FaultList.hpp"

#include <gtest/gtest.h>

#include "queue/event/EventCodec.hpp"

namespace luot::server::report {
namespace {

base::Instant at(std::string_view time) {
    return *base::parseInstant("2026-11-23T" + std::string(time) + "+07:00");
}

class FaultListTest : public testing::Test {
protected:
    void happened(std::string_view time, const queue::Event& event) {
        journal::Row row;
        row.seq = static_cast<std::int64_t>(rows_.size()) + 1;
        row.fact.at = at(time);
        row.fact.name = queue::eventName(event);
        row.fact.data = queue::encodeEvent(event);
        rows_.push_back(std::move(row));
    }
    std::vector<Fault> faults() const { return faultsIn(rows_); }

private:
    std::vector<journal::Row> rows_;
};

TEST_F(FaultListTest, TellsHowLongADeviceWasAway) {
    happened("08:00:00", queue::DeviceLost{"kiosk"});
    happened("08:00:10", queue::DeviceLost{"display"});
    happened("08:02:30", queue::DeviceBack{"kiosk"});
    ASSERT_EQ(faults().size(), 2U);
    EXPECT_EQ(faults()[0],
              (Fault{"device_lost", "kiosk", std::nullopt, at("08:00:00"), at("08:02:30"), 150}));
    EXPECT_EQ(faults()[1].device, "display");
    EXPECT_FALSE(faults()[1].endedAt);
}

TEST_F(FaultListTest, EndsAPrintersFaultWithItsNextReport) {
    happened("09:00:00", queue::PrinterReported{"kiosk", queue::PrinterFault::paperNearEnd});
    happened("09:10:00", queue::PrinterReported{"kiosk", queue::PrinterFault::paperEnd});
    happened("09:12:00", queue::PrinterReported{"kiosk", std::nullopt});
    ASSERT_EQ(faults().size(), 2U);
    EXPECT_EQ(faults()[0].detail, "paper_near_end");
    EXPECT_EQ(faults()[0].lastedS, 600);
    EXPECT_EQ(faults()[1].detail, "paper_end");
    EXPECT_EQ(faults()[1].endedAt, at("09:12:00"));
}

TEST_F(FaultListTest, KnowsWhatCouldOnlyBeToldAfterwards) {
    happened("10:00:00", queue::ServerRestarted{12, at("09:58:00")});
    happened("10:05:00", queue::StorageRecovered{at("10:04:30"), "disk full"});
    happened("10:06:00", queue::ClockJumped{base::Milliseconds(-3'600'000)});
    ASSERT_EQ(faults().size(), 3U);
    EXPECT_EQ(faults()[0],
              (Fault{"server_down", std::nullopt, std::nullopt, at("09:58:00"), at("10:00:00"), 120}));
    EXPECT_EQ(faults()[1], (Fault{"storage", std::nullopt, "disk full", at("10:04:30"), at("10:05:00"), 30}));
    EXPECT_EQ(faults()[2].detail, "-3600");
    EXPECT_FALSE(faults()[2].endedAt) << "until the clock is right again";
}

TEST_F(FaultListTest, TellsHowLongTheClockWasWrong) {
    happened("10:00:00", queue::ClockJumped{base::Milliseconds(-3'600'000)});
    happened("10:02:00", queue::ClockJumped{base::Milliseconds(7'200'000)});
    happened("10:05:00", queue::ClockJumped{base::Milliseconds(-3'600'000)});
    happened("10:05:00", queue::ClockJumped{base::Milliseconds(0)});
    ASSERT_EQ(faults().size(), 3U);
    EXPECT_EQ(faults()[0].lastedS, 120);
    EXPECT_EQ(faults()[1].lastedS, 180);
    EXPECT_EQ(faults()[2].lastedS, 0) << "this one put it right";
}

TEST_F(FaultListTest, CuresAMissingBackupWithTheNextOne) {
    happened("11:00:00", queue::BackupFailed{"/media/stick is not there"});
    happened("12:00:00", queue::BackupMade{"luot-20261123T120000.db", 7});
    ASSERT_EQ(faults().size(), 1U);
    EXPECT_EQ(faults()[0].lastedS, 3600);
}

TEST_F(FaultListTest, KeepsOneFaultForAKioskThatIsRefusedEachDay) {
    happened("08:00:00", queue::SeriesRefused{"kiosk", 7});
    happened("08:30:00", queue::SeriesBegun{{}, "other kiosk"});
    happened("09:00:00", queue::SeriesRefused{"kiosk", 7});
    ASSERT_EQ(faults().size(), 1U);
    EXPECT_EQ(faults()[0],
              (Fault{"series_refused", "kiosk", "7", at("08:00:00"), std::nullopt, std::nullopt}));
    happened("10:00:00", queue::SeriesBegun{{}, "kiosk"});
    EXPECT_EQ(faults()[0].lastedS, 7200);
}

TEST_F(FaultListTest, LeavesOutWhatCannotBeRead) {
    happened("08:00:00", queue::DeviceLost{"kiosk"});
    journal::Row torn;
    torn.fact.name = "device_back";
    torn.fact.data = "{";
    EXPECT_TRUE(faultsIn({torn}).empty());
}

TEST_F(FaultListTest, ListsWhatLastedIntoTheDaysAskedFor) {
    happened("08:00:00", queue::DeviceLost{"open"});
    happened("08:00:00", queue::DeviceLost{"cured"});
    happened("08:01:00", queue::DeviceBack{"cured"});
    const auto today = base::dateOf(at("08:00:00"));
    const auto tomorrow = base::Date(std::chrono::sys_days(today) + std::chrono::days(1));
    EXPECT_EQ(within(faults(), today, today).size(), 2U);
    const auto later = within(faults(), tomorrow, tomorrow);
    ASSERT_EQ(later.size(), 1U);
    EXPECT_EQ(later[0].device, "open");
}

}  // namespace
}  // namespace luot::server::report
