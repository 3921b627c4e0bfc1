#include <gtest/gtest.h>

#include "dispenser/print/ExpectedWait.hpp"
#include "dispenser/print/TicketLayout.hpp"
#include "tests/golden/dispenser/Example.hpp"

namespace luot::dispenser::test {
namespace {

using print::ticketRaster;

TEST(TicketTextTest, LeavesOutWhatIsNotKnown) {
    auto ticket = exampleTicket();
    ticket.estimate.reset();
    ticket.trackingUrl.reset();
    ticket.priority = false;
    const auto text = print::ticketText(ticket, exampleHall(), {wording(), "vi"});
    EXPECT_EQ(text.of("turn").first, "");
    EXPECT_EQ(text.of("turn_label").first, "");
    EXPECT_EQ(text.of("priority").first, "");
    EXPECT_EQ(text.of("scan").first, "");
    EXPECT_EQ(text.of("ahead").first, "6");
    EXPECT_GT(ticketRaster(text, paperOf("full", print::dotsOf58mm)).height, 400);
}

TEST(TicketTextTest, SaysTheExpectedTurnAndTheWaitAsRanges) {
    const auto text = print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi"});
    EXPECT_EQ(text.of("turn").first, "10:00 - 10:10");
    EXPECT_EQ(text.of("wait").first, "khoảng\u00A020-30\u00A0phút");
    auto ticket = exampleTicket();
    ticket.estimate = protocol::Estimate{0, 0};
    const auto none = print::ticketText(ticket, exampleHall(), {wording(), "vi"});
    EXPECT_EQ(none.of("turn").first, "Không phải chờ");
    EXPECT_EQ(none.of("wait").first, "");
}

TEST(TicketTextTest, SaysThatTheResultComesTheNextDayInTheCentresWords) {
    auto ticket = exampleTicket();
    auto hall = exampleHall();
    hall.centre.nextDayNoticeVi = "Nộp sau 15 giờ: mai trả";
    EXPECT_EQ(print::ticketText(ticket, hall, {wording(), "vi"}).of("next_day").first, "");
    ticket.nextDay = true;
    EXPECT_EQ(print::ticketText(ticket, hall, {wording(), "vi"}).of("next_day").first,
              "Nộp sau 15 giờ: mai trả");
    EXPECT_EQ(print::ticketText(ticket, hall, {wording(), "en"}).of("next_day").first,
              "The result is ready on the next working day");
}

TEST(TicketTextTest, NamesTheTimeOfAnAppointment) {
    auto ticket = exampleTicket();
    EXPECT_EQ(print::ticketText(ticket, exampleHall(), {wording(), "vi"}).of("appointment").first, "");
    ticket.slot = *base::parseInstant("2026-11-23T10:30:00+07:00");
    const auto text = print::ticketText(ticket, exampleHall(), {wording(), "vi"});
    EXPECT_EQ(text.of("appointment").first, "LỊCH HẸN 10:30");
    const auto plain = print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi"});
    EXPECT_GT(ticketRaster(text, paperOf("full", print::dotsOf80mm)).height,
              ticketRaster(plain, paperOf("full", print::dotsOf80mm)).height);
}

TEST(TicketTextTest, TellsTheCentresNumberOfCallsBeforeANoShow) {
    auto hall = exampleHall();
    hall.centre.noShowAfterCalls = 2;
    const auto text = print::ticketText(exampleTicket(), hall, {wording(), "en"});
    EXPECT_TRUE(text.of("missed").first.starts_with("After 2\u00A0call(s)")) << text.of("missed").first;
}

TEST(ExpectedWaitTest, HasWordsForEveryRange) {
    const auto about = [](int from, int to) { return print::aboutWait({from, to}, wording(), "en"); };
    EXPECT_EQ(about(0, 0), "No wait");
    EXPECT_EQ(about(0, 4), "under\u00A04\u00A0min");
    EXPECT_EQ(about(10, 10), "about\u00A010 minutes");
    EXPECT_EQ(about(10, 20), "about\u00A010-20\u00A0min");
}

TEST(TicketTextTest, NamesCountersByNumberAndTheExpectedTurnToFiveMinutes) {
    auto hall = exampleHall();
    hall.counters.front().label = "Bàn hướng dẫn";
    EXPECT_EQ(print::counterList(hall, "ho-tich", "vi"), "Bàn hướng dẫn, 2, 3, 10");
    EXPECT_EQ(print::counterList(hall, "ho-tich", "en"), "1, 2, 3, 10");
    EXPECT_EQ(print::expectedTurn(exampleTicket()), "10:00 - 10:10");
    EXPECT_EQ(print::serviceName(hall, "ho-tich", "en"), "Civil status");
}

TEST(TicketTextTest, MarksWhatIsSpecialAboutATicket) {
    auto ticket = exampleTicket();
    ticket.dossiers = 12;
    ticket.lane = "bulk";
    ticket.procedureVi = "Đăng ký khai sinh";
    print::TicketOccasion occasion;
    occasion.offline = true;
    occasion.reprintedAt = *base::parseInstant("2026-11-23T10:05:00+07:00");
    const auto text = print::ticketText(ticket, exampleHall(), {wording(), "vi"}, occasion);
    EXPECT_EQ(text.of("bulk").first, "NHIỀU HỒ SƠ: 12");
    EXPECT_EQ(text.of("procedure").first, "Thủ tục: Đăng ký khai sinh");
    EXPECT_EQ(print::ticketText(ticket, exampleHall(), {wording(), "en"}).of("procedure").first,
              "Procedure: Đăng ký khai sinh");
    ticket.procedureEn = "Birth registration";
    EXPECT_EQ(print::ticketText(ticket, exampleHall(), {wording(), "en"}).of("procedure").first,
              "Procedure: Birth registration");
    EXPECT_EQ(text.of("offline").first, "Phiếu cấp khi mất kết nối");
    EXPECT_EQ(text.of("reprint").first, "BẢN IN LẠI 10:05");
    const auto plain = print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi"});
    for (const auto* mark : {"bulk", "procedure", "offline", "reprint"})
        EXPECT_EQ(plain.of(mark).first, "") << mark;
}

TEST(TicketTextTest, CountsAsManyWhatTheServiceSays) {
    auto hall = exampleHall();
    for (auto& service : hall.services) service.bulkFrom = 5;
    auto ticket = exampleTicket();
    ticket.dossiers = 4;
    EXPECT_EQ(print::ticketText(ticket, hall, {wording(), "en"}).of("bulk").first, "");
    ticket.dossiers = 5;
    EXPECT_EQ(print::ticketText(ticket, hall, {wording(), "en"}).of("bulk").first, "DOSSIERS: 5");
}

TEST(TicketTextTest, SaysTheSameInASecondLanguageIfThereIsOne) {
    const auto text =
        print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi", "en", {"ticket.prepare"}});
    EXPECT_EQ(text.of("heading"), (print::Phrase{"PHIẾU SỐ THỨ TỰ", "QUEUE TICKET"}));
    EXPECT_EQ(text.of("ticket.prepare").second, "Please have your documents ready");
    const auto same = print::ticketText(exampleTicket(), exampleHall(), {wording(), "vi", "vi"});
    EXPECT_EQ(same.of("heading").second, "");
}

TEST(TicketTextTest, TakesTheVietnameseNameOfACentreWithoutAnEnglishOne) {
    auto hall = exampleHall();
    hall.centre.nameEn.clear();
    EXPECT_EQ(print::ticketText(exampleTicket(), hall, {wording(), "en"}).of("centre").first,
              hall.centre.nameVi);
}

}  // namespace
}  // namespace luot::dispenser::test
