#include "queue/event/EventCodec.hpp"
#include "queue/outlook/Alerts.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

/// What kiosks tell of their paper.
namespace luot::queue::test {
namespace {

TEST(PrintingTest, OutcomeOfAPaperKeepsItsFault) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    const auto events = hall.give(RecordPrint{"t1", PrintOutcome::failed, PrinterFault::paperEnd});
    const auto& fact = std::get<TicketPrinted>(events->front());
    EXPECT_EQ(fact.ticket.printed, PrintOutcome::failed);
    EXPECT_EQ(fact.fault, PrinterFault::paperEnd);
    EXPECT_FALSE(fact.reprint);
    EXPECT_NE(encodeEvent(fact).find(R"("fault":"paper_end")"), std::string::npos);
}

TEST(PrintingTest, OutcomeOfAnOlderJournalHasNoFault) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    const auto events = hall.give(RecordPrint{"t1", PrintOutcome::confirmed});
    auto value = *base::json::parse(encodeEvent(events->front()));
    EXPECT_FALSE(value.as_object().contains("fault"));
    EXPECT_TRUE(decodeEvent("ticket_printed", value));
}

TEST(PrintingTest, SecondPaperIsAskedForAtTheNamedKiosk) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    const auto events = hall.give(ReprintTicket{"t1", "kiosk-2"});
    const auto& fact = std::get<TicketPrinted>(events->front());
    EXPECT_TRUE(fact.reprint);
    EXPECT_EQ(fact.device, "kiosk-2");
    EXPECT_EQ(hall.ticket("t1").printed, std::nullopt) << "nothing is known of that paper yet";
}

TEST(PrintingTest, PrinterWithAFaultIsAnAlertUntilItIsWell) {
    auto hall = HallUnderTest::working();
    hall.give(ReportPrinter{"kiosk-1", PrinterFault::coverOpen});
    EXPECT_EQ(alertsOf(hall.state, hall.now),
              (std::vector<Alert>{{AlertCode::printerFault, std::nullopt, std::nullopt, std::nullopt,
                                   "kiosk-1", PrinterFault::coverOpen}}));
    hall.give(ReportPrinter{"kiosk-1", std::nullopt});
    EXPECT_TRUE(alertsOf(hall.state, hall.now).empty());
}

TEST(PrintingTest, WhatIsKnownOfAPrinterIsNoNews) {
    auto hall = HallUnderTest::working();
    const auto before = hall.journal.size();
    hall.give(ReportPrinter{"kiosk-1", std::nullopt});
    EXPECT_EQ(hall.journal.size(), before) << "well, as everybody thought";
    hall.give(ReportPrinter{"kiosk-1", PrinterFault::paperEnd});
    hall.give(ReportPrinter{"kiosk-1", PrinterFault::paperEnd});
    EXPECT_EQ(hall.journal.size(), before + 1);
}

TEST(PrintingTest, PrintersStandBeforeOtherAlertsAndWithoutAnOpenDay) {
    auto hall = HallUnderTest::working();
    hall.give(ReportPrinter{"kiosk-1", PrinterFault::paperNearEnd});
    hall.issue("c");
    hall.give(CloseCounter{3});
    const auto open = alertsOf(hall.state, hall.now);
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open.front().code, AlertCode::printerFault);
    hall.give(CloseDay{});
    EXPECT_EQ(alertsOf(hall.state, hall.now).size(), 1U);
}

}  // namespace
}  // namespace luot::queue::test
