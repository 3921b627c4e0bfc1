#include "dispenser/kiosk/Kiosk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace luot::dispenser::kiosk {
namespace {

using hardware::printer::PrintState;

protocol::Hall openHall(bool asksPriority = true) {
    protocol::Hall hall;
    hall.feed = "f";
    hall.open = true;
    hall.givesTickets = true;
    hall.centre.asksPriority = asksPriority;
    for (int i = 1; i <= 3; ++i) {
        protocol::Service service;
        service.id = "s" + std::to_string(i);
        service.kioskOrder = 4 - i;
        hall.services.push_back(service);
    }
    return hall;
}

protocol::Ticket ticketOf(const std::string& id) {
    protocol::Ticket ticket;
    ticket.id = id;
    ticket.number = "A001";
    return ticket;
}

/// A kiosk with its time in hand.
class KioskTest : public testing::Test {
protected:
    KioskTest() { kiosk.linkUp(now); }

    void pass(Ticks milliseconds) {
        now += milliseconds;
        kiosk.advance(now);
    }
    template <class T>
    std::optional<T> wish() {
        const auto next = kiosk.takeWish();
        const auto* wanted = next ? std::get_if<T>(&*next) : nullptr;
        return wanted ? std::optional(*wanted) : std::nullopt;
    }
    void askForNumber() {
        kiosk.chooseService("s1", now);
        kiosk.answerPriority(false, now);
        ASSERT_TRUE(wish<AskNumber>());
    }
    void getNumber() {
        askForNumber();
        kiosk.ticketIssued(ticketOf("t1"), now);
        ASSERT_TRUE(wish<PrintTicket>());
    }

    protocol::Hall hall = openHall();
    Ticks now = 1000;
    Kiosk kiosk{{}, hall, now};
};

TEST_F(KioskTest, AsksForPriorityAndThenForTheNumber) {
    kiosk.chooseService("s1", now);
    EXPECT_EQ(kiosk.page(), Page::priority);
    EXPECT_FALSE(kiosk.takeWish());
    kiosk.answerPriority(true, now);
    EXPECT_EQ(kiosk.page(), Page::printing);
    const auto asked = wish<AskNumber>();
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->service, "s1");
    EXPECT_TRUE(asked->priority);
    EXPECT_EQ(asked->language, "vi");
    EXPECT_FALSE(kiosk.ticket());
}

TEST_F(KioskTest, SaysWhyWhenAServiceThatIsClosedNowIsPressed) {
    hall.services[0].open = false;
    kiosk.chooseService("s1", now);
    EXPECT_EQ(kiosk.page(), Page::fieldClosed);
    EXPECT_EQ(kiosk.service(), "s1");
    EXPECT_FALSE(kiosk.takeWish()) << "no number is asked for";
    EXPECT_EQ(kiosk.secondsLeft(now), 20);
    pass(20000);
    EXPECT_EQ(kiosk.page(), Page::start);
    hall.services[0].open = true;
    kiosk.chooseService("s1", now);
    EXPECT_EQ(kiosk.page(), Page::priority);
}

TEST_F(KioskTest, AsksForTheNumberAtOnceWhereTheCentreKnowsNoPriority) {
    hall.centre.asksPriority = false;
    kiosk.chooseService("s2", now);
    EXPECT_EQ(kiosk.page(), Page::printing);
    EXPECT_FALSE(wish<AskNumber>()->priority);
}

TEST_F(KioskTest, MakesOneNumberForADoublePress) {
    kiosk.chooseService("s1", now);
    kiosk.answerPriority(false, now);
    kiosk.answerPriority(false, now);
    kiosk.chooseService("s1", now);
    EXPECT_TRUE(wish<AskNumber>());
    EXPECT_FALSE(kiosk.takeWish());
}

TEST_F(KioskTest, ShowsTheNumberOnlyWhenItIsThereAndThenPrintsIt) {
    askForNumber();
    EXPECT_FALSE(kiosk.ticket());
    kiosk.ticketIssued(ticketOf("t1"), now);
    ASSERT_TRUE(kiosk.ticket());
    EXPECT_EQ(wish<PrintTicket>()->ticket.id, "t1");
    EXPECT_EQ(kiosk.page(), Page::printing);
    kiosk.printed("t1", {PrintState::confirmed}, now);
    EXPECT_EQ(kiosk.page(), Page::taken);
    const auto report = wish<ReportPrint>();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->outcome, "confirmed");
}

TEST_F(KioskTest, TakesAnUnconfirmedTicketForPrinted) {
    getNumber();
    kiosk.printed("t1", {PrintState::unknown}, now);
    EXPECT_EQ(kiosk.page(), Page::taken);
    EXPECT_EQ(wish<ReportPrint>()->outcome, "unknown");
}

TEST_F(KioskTest, ShowsTheNumberForAMinuteWhenThePaperFails) {
    getNumber();
    kiosk.printed("t1", {PrintState::failed}, now);
    EXPECT_EQ(kiosk.page(), Page::printFault);
    EXPECT_EQ(wish<ReportPrint>()->outcome, "failed");
    EXPECT_EQ(kiosk.secondsLeft(now), 60);
    pass(59999);
    EXPECT_EQ(kiosk.page(), Page::printFault);
    pass(1);
    EXPECT_EQ(kiosk.page(), Page::start);
    EXPECT_FALSE(kiosk.ticket());
}

TEST_F(KioskTest, LeavesTheFaultWhenTheNumberWasNoted) {
    getNumber();
    kiosk.printed("t1", {PrintState::failed}, now);
    kiosk.goHome(now);
    EXPECT_EQ(kiosk.page(), Page::start);
}

TEST_F(KioskTest, TreatsAPrinterThatNeverAnswersAsFailed) {
    getNumber();
    pass(kiosk.settings().printWithin);
    EXPECT_EQ(kiosk.page(), Page::printFault);
    EXPECT_TRUE(kiosk.ticket());
}

TEST_F(KioskTest, GoesBackToTheStartTenSecondsAfterATicket) {
    getNumber();
    kiosk.printed("t1", {PrintState::confirmed}, now);
    EXPECT_EQ(kiosk.secondsLeft(now), 10);
    pass(4000);
    EXPECT_EQ(kiosk.secondsLeft(now), 6);
    pass(6000);
    EXPECT_EQ(kiosk.page(), Page::start);
}

TEST_F(KioskTest, CannotBeLeftWhileTheNumberIsBeingMade) {
    askForNumber();
    kiosk.goHome(now);
    EXPECT_EQ(kiosk.page(), Page::printing);
}

TEST_F(KioskTest, WarnsFifteenSecondsBeforeAnUntouchedQuestionGoesAway) {
    kiosk.toggleLanguage(now);
    kiosk.chooseService("s1", now);
    pass(44999);
    EXPECT_FALSE(kiosk.secondsLeft(now));
    pass(1);
    EXPECT_EQ(kiosk.secondsLeft(now), 15);
    pass(15000);
    EXPECT_EQ(kiosk.page(), Page::start);
    EXPECT_EQ(kiosk.language(), "vi");
}

TEST_F(KioskTest, KeepsAQuestionThatWasTouchedDuringTheWarning) {
    kiosk.chooseService("s1", now);
    pass(50000);
    kiosk.touched(now);
    EXPECT_FALSE(kiosk.secondsLeft(now));
    pass(59999);
    EXPECT_EQ(kiosk.page(), Page::priority);
}

TEST_F(KioskTest, ForgetsTheLanguageOfOneWhoWalkedAwayFromTheStart) {
    kiosk.toggleLanguage(now);
    EXPECT_EQ(kiosk.language(), "en");
    kiosk.touched(now);
    pass(60000);
    EXPECT_EQ(kiosk.language(), "vi");
}

TEST_F(KioskTest, IsOutOfServiceSixSecondsAfterTheServerWentAndBackAtOnce) {
    kiosk.linkLost(now);
    pass(5999);
    EXPECT_EQ(kiosk.page(), Page::start);
    pass(1);
    EXPECT_EQ(kiosk.page(), Page::outOfService);
    kiosk.linkUp(now);
    EXPECT_EQ(kiosk.page(), Page::start);
}

TEST_F(KioskTest, LeavesTheQuestionWhenTheServerIsGone) {
    kiosk.chooseService("s1", now);
    kiosk.linkLost(now);
    pass(6000);
    EXPECT_EQ(kiosk.page(), Page::outOfService);
}

TEST_F(KioskTest, KeepsANumberOnTheScreenWhenTheServerGoes) {
    getNumber();
    kiosk.printed("t1", {PrintState::confirmed}, now);
    kiosk.linkLost(now);
    pass(7000);
    EXPECT_EQ(kiosk.page(), Page::taken);
    pass(3000);
    EXPECT_EQ(kiosk.page(), Page::outOfService);
}

TEST_F(KioskTest, IsOutOfServiceForAWhileAfterANumberWasGivenUp) {
    askForNumber();
    kiosk.unanswered(now);
    EXPECT_EQ(kiosk.page(), Page::outOfService);
    pass(kiosk.settings().outAfterSilence);
    EXPECT_EQ(kiosk.page(), Page::start);
}

TEST_F(KioskTest, ReportsANumberThatCameForNobodyAsNotPrinted) {
    kiosk.ticketIssued(ticketOf("t9"), now);
    const auto report = wish<ReportPrint>();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->ticket, "t9");
    EXPECT_EQ(report->outcome, "failed");
    EXPECT_FALSE(kiosk.ticket());
}

TEST_F(KioskTest, ShowsWhyTheServerRefused) {
    askForNumber();
    protocol::Problem problem;
    problem.code = "series_used_up";
    problem.detail = "No numbers are left";
    kiosk.refused(problem, now);
    EXPECT_EQ(kiosk.page(), Page::refused);
    EXPECT_EQ(kiosk.problem().detail, "No numbers are left");
    pass(kiosk.settings().refusalShown);
    EXPECT_EQ(kiosk.page(), Page::start);
}

TEST_F(KioskTest, ClosesWhenTheHallGivesNoTickets) {
    hall.givesTickets = false;
    pass(1);
    EXPECT_EQ(kiosk.page(), Page::closed);
    kiosk.chooseService("s1", now);
    EXPECT_EQ(kiosk.page(), Page::closed);
    EXPECT_FALSE(kiosk.takeWish());
    hall.givesTickets = true;
    pass(1);
    EXPECT_EQ(kiosk.page(), Page::start);
}

TEST_F(KioskTest, IsOutOfServiceWhileTheServerCannotWrite) {
    hall.writable = false;
    pass(1);
    EXPECT_EQ(kiosk.page(), Page::outOfService);
}

TEST_F(KioskTest, OrdersTilesAndPutsTheGuideLastOnEveryPage) {
    KioskSettings settings;
    settings.guideService = "s3";
    settings.tilesAPage = 2;
    const auto idsOn = [&](int page) {
        std::vector<std::string> ids;
        for (const auto* service : tilesOnPage(hall, settings, page)) ids.push_back(service->id);
        return ids;
    };
    EXPECT_THAT(idsOn(0), testing::ElementsAre("s2", "s3"));
    EXPECT_THAT(idsOn(1), testing::ElementsAre("s1", "s3"));
    Kiosk paged(settings, hall, now);
    EXPECT_EQ(paged.tilePages(), 2);
    paged.linkUp(now);
    paged.turnPage(1, now);
    paged.turnPage(1, now);
    EXPECT_EQ(paged.tilePage(), 1);
    paged.turnPage(-5, now);
    EXPECT_EQ(paged.tilePage(), 0);
}

TEST(KioskStartTest, IsOutOfServiceWhenTheServerNeverCame) {
    const protocol::Hall none;
    Kiosk kiosk({}, none, 0);
    kiosk.advance(5999);
    EXPECT_EQ(kiosk.page(), Page::start);
    kiosk.advance(6000);
    EXPECT_EQ(kiosk.page(), Page::outOfService);
}

}  // namespace
}  // namespace luot::dispenser::kiosk
