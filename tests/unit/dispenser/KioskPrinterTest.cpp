#include <gtest/gtest.h>

#include "dispenser/kiosk/Kiosk.hpp"

/// What a kiosk does when its printer cannot print, before and after there is a number.
namespace luot::dispenser::kiosk {
namespace {

using hardware::printer::PrintFault;
using hardware::printer::PrintReport;
using hardware::printer::PrintState;
using hardware::printer::Readiness;

class KioskPrinterTest : public testing::Test {
protected:
    explicit KioskPrinterTest(WithoutPaper withoutPaper = WithoutPaper::ask) {
        hall.feed = "f";
        hall.open = hall.givesTickets = true;
        hall.centre.asksPriority = false;
        hall.services.push_back({.id = "s1", .prefix = "A", .labelVi = "", .labelEn = "", .counters = {}});
        KioskSettings settings;
        settings.asksPrinter = true;
        settings.withoutPaper = withoutPaper;
        kiosk.emplace(settings, hall, now);
        kiosk->linkUp(now);
    }
    void pass(Ticks milliseconds) {
        now += milliseconds;
        kiosk->advance(now);
    }
    /// The next wish, which is one of that kind.
    template <class T>
    T wish() {
        const auto next = kiosk->takeWish();
        const auto* wanted = next ? std::get_if<T>(&*next) : nullptr;
        EXPECT_NE(wanted, nullptr);
        return wanted ? *wanted : T{};
    }
    void noWish() { EXPECT_FALSE(kiosk->takeWish()); }
    void printerSays(PrintFault fault) { kiosk->printerIs({fault, true, ""}, now); }
    void press() {
        kiosk->chooseService("s1", now);
        wish<CheckPrinter>();
    }
    void issue() {
        EXPECT_EQ(wish<AskNumber>().service, "s1");
        protocol::Ticket ticket;
        ticket.id = "t1";
        ticket.number = "A001";
        kiosk->ticketIssued(ticket, now);
    }
    void ends(PrintState state, PrintFault fault = PrintFault::none) {
        kiosk->printed("t1", {state, fault, ""}, now);
    }
    /// Has a number, whose paper is on its way.
    void printing() {
        press();
        printerSays(PrintFault::none);
        issue();
        EXPECT_EQ(wish<PrintTicket>().ticket.id, "t1");
        EXPECT_EQ(kiosk->page(), Page::printing);
    }

    protocol::Hall hall;
    Ticks now = 1000;
    std::optional<Kiosk> kiosk;
};

TEST_F(KioskPrinterTest, MakesNoNumberBeforeThePrinterHasSaidHowItIs) {
    press();
    EXPECT_EQ(kiosk->page(), Page::printing);
    noWish();
    printerSays(PrintFault::none);
    issue();
    wish<PrintTicket>();
}

TEST_F(KioskPrinterTest, LetsThePrinterAnswerWhileTheCitizenDoes) {
    hall.centre.asksPriority = true;
    press();
    printerSays(PrintFault::none);
    EXPECT_EQ(kiosk->page(), Page::priority);
    kiosk->answerPriority(true, now);
    EXPECT_TRUE(wish<AskNumber>().priority);
}

TEST_F(KioskPrinterTest, AsksTheCitizenBeforeANumberWithoutPaperIsMade) {
    press();
    printerSays(PrintFault::paperEnd);
    EXPECT_EQ(wish<ReportPrinter>().fault, "paper_end");
    EXPECT_EQ(kiosk->page(), Page::noPaper);
    EXPECT_EQ(kiosk->fault(), PrintFault::paperEnd);
    noWish();
    kiosk->takeWithoutPaper(now);
    issue();
    EXPECT_EQ(kiosk->page(), Page::printFault) << "the number is large at once, nothing is tried";
    EXPECT_EQ(kiosk->ticket()->number, "A001");
    const auto report = wish<ReportPrint>();
    EXPECT_EQ(report.outcome, "failed");
    EXPECT_EQ(report.fault, "paper_end");
    noWish();
}

TEST_F(KioskPrinterTest, MakesNoNumberForOneWhoRatherAsksTheStaff) {
    press();
    printerSays(PrintFault::coverOpen);
    wish<ReportPrinter>();
    kiosk->goHome(now);
    EXPECT_EQ(kiosk->page(), Page::start);
    noWish();
}

TEST_F(KioskPrinterTest, MakesNoNumberForOneWhoWalksAway) {
    press();
    printerSays(PrintFault::coverOpen);
    wish<ReportPrinter>();
    pass(45000);
    EXPECT_EQ(kiosk->secondsLeft(now), 15);
    pass(15000);
    EXPECT_EQ(kiosk->page(), Page::start);
    noWish();
}

TEST_F(KioskPrinterTest, PrintsAfterAllWhenThePrinterIsMendedDuringTheQuestion) {
    press();
    printerSays(PrintFault::coverOpen);
    wish<ReportPrinter>();
    printerSays(PrintFault::none);
    EXPECT_EQ(wish<ReportPrinter>().fault, "");
    EXPECT_EQ(kiosk->page(), Page::noPaper) << "nothing happens without a press";
    kiosk->takeWithoutPaper(now);
    issue();
    EXPECT_EQ(wish<PrintTicket>().ticket.id, "t1");
}

TEST_F(KioskPrinterTest, MakesTheNumberWhenThePrinterDoesNotSayHowItIs) {
    press();
    pass(3999);
    noWish();
    pass(1);
    issue();
    wish<PrintTicket>();
    printerSays(PrintFault::unreachable);
    EXPECT_EQ(wish<ReportPrinter>().fault, "unreachable");
    EXPECT_EQ(kiosk->page(), Page::printing) << "the job itself tells what became of it";
    ends(PrintState::failed, PrintFault::unreachable);
    EXPECT_EQ(kiosk->page(), Page::printFault);
}

TEST_F(KioskPrinterTest, PrintsAndTellsTheStaffWhenThePaperIsNearItsEnd) {
    press();
    printerSays(PrintFault::paperNearEnd);
    EXPECT_EQ(wish<ReportPrinter>().fault, "paper_near_end");
    issue();
    wish<PrintTicket>();
    ends(PrintState::confirmed, PrintFault::paperNearEnd);
    EXPECT_EQ(kiosk->page(), Page::taken);
    const auto report = wish<ReportPrint>();
    EXPECT_EQ(report.outcome, "confirmed");
    EXPECT_EQ(report.fault, "paper_near_end");
    noWish();
}

TEST_F(KioskPrinterTest, ShowsTheNumberAndTheCauseWhenThePaperEndsInMidTicket) {
    printing();
    ends(PrintState::failed, PrintFault::paperEnd);
    EXPECT_EQ(kiosk->page(), Page::printFault);
    EXPECT_EQ(kiosk->fault(), PrintFault::paperEnd);
    EXPECT_EQ(kiosk->ticket()->number, "A001");
    EXPECT_EQ(wish<ReportPrint>().fault, "paper_end");
    EXPECT_EQ(wish<ReportPrinter>().fault, "paper_end");
    noWish();
}

TEST_F(KioskPrinterTest, ShowsTheNumberWhenThePrinterSwallowsTheTicketAndRemindsTheStaffUntilOneCame) {
    printing();
    ends(PrintState::unknown, PrintFault::swallowed);
    EXPECT_EQ(kiosk->page(), Page::printFault);
    EXPECT_EQ(wish<ReportPrint>().outcome, "unknown");
    EXPECT_EQ(wish<ReportPrinter>().fault, "swallowed");
    printerSays(PrintFault::none);
    noWish();
    kiosk->goHome(now);
    press();
    printerSays(PrintFault::none);
    issue();
    wish<PrintTicket>();
    ends(PrintState::confirmed);
    wish<ReportPrint>();
    EXPECT_EQ(wish<ReportPrinter>().fault, "");
}

TEST_F(KioskPrinterTest, SaysOfAPrinterThatNeverConfirmsThatTheNumberCounts) {
    printing();
    ends(PrintState::unknown);
    EXPECT_EQ(kiosk->page(), Page::taken);
    EXPECT_TRUE(kiosk->unconfirmed());
    wish<ReportPrint>();
    noWish();
    kiosk->goHome(now);
    EXPECT_FALSE(kiosk->unconfirmed());
}

TEST_F(KioskPrinterTest, ShowsTheTicketAsTakenWhenASecondPaperCame) {
    printing();
    ends(PrintState::failed, PrintFault::cutter);
    wish<ReportPrint>();
    wish<ReportPrinter>();
    auto ticket = *kiosk->ticket();
    ticket.language = "en";
    kiosk->reprint(ticket);
    const auto again = wish<PrintTicket>();
    EXPECT_TRUE(again.reprint);
    EXPECT_EQ(again.language, "en");
    ends(PrintState::confirmed);
    EXPECT_EQ(kiosk->page(), Page::taken);
}

TEST_F(KioskPrinterTest, NeverPrintsAgainByItself) {
    printing();
    ends(PrintState::failed, PrintFault::coverOpen);
    while (kiosk->takeWish()) {
    }
    printerSays(PrintFault::none);
    pass(60000);
    while (const auto wish = kiosk->takeWish()) EXPECT_FALSE(std::holds_alternative<PrintTicket>(*wish));
}

class ShowingKioskTest : public KioskPrinterTest {
protected:
    ShowingKioskTest() : KioskPrinterTest(WithoutPaper::show) {}
};

TEST_F(ShowingKioskTest, MakesTheNumberAndShowsIt) {
    press();
    printerSays(PrintFault::overheated);
    EXPECT_EQ(wish<ReportPrinter>().fault, "overheated");
    issue();
    EXPECT_EQ(kiosk->page(), Page::printFault);
    EXPECT_EQ(kiosk->fault(), PrintFault::overheated);
}

class RefusingKioskTest : public KioskPrinterTest {
protected:
    RefusingKioskTest() : KioskPrinterTest(WithoutPaper::refuse) {}
};

TEST_F(RefusingKioskTest, MakesNoNumber) {
    press();
    printerSays(PrintFault::cutter);
    wish<ReportPrinter>();
    EXPECT_EQ(kiosk->page(), Page::noPaper);
    kiosk->takeWithoutPaper(now);
    EXPECT_EQ(kiosk->page(), Page::noPaper);
    noWish();
}

}  // namespace
}  // namespace luot::dispenser::kiosk
