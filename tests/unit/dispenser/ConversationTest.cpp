#include "dispenser/Conversation.hpp"

#include <gtest/gtest.h>

#include "tests/unit/dispenser/ScriptedLink.hpp"

namespace luot::dispenser {
namespace {

using kiosk::Page;

base::json::Value parsed(const std::string& text) { return base::json::parse(text).value(); }

std::string idOf(const std::string& frame) {
    return std::string(parsed(frame).as_object().at("id").as_string());
}

/// Kiosk and conversation against a server that the test plays.
class ConversationTest : public testing::Test {
protected:
    void tell(const protocol::ServerMessage& message) {
        link.events.push_back(net::LinkFrame{protocol::encodeMessage(message)});
    }
    void greet() {
        link.connect();
        tell(protocol::Welcome{protocol::protocolVersion, "feed", 5, base::Instant{}, 1});
        protocol::Snapshot snapshot;
        snapshot.seq = 5;
        snapshot.hall.feed = "feed";
        snapshot.hall.seq = 5;
        snapshot.hall.open = snapshot.hall.givesTickets = true;
        snapshot.hall.centre.asksPriority = false;
        snapshot.hall.services.push_back(
            {.id = "s1", .prefix = "A", .labelVi = "", .labelEn = "", .counters = {}});
        tell(snapshot);
        step(0);
    }
    void step(kiosk::Ticks milliseconds) {
        now += milliseconds;
        conversation.advance(now);
        kiosk.advance(now);
        while (const auto wish = kiosk.takeWish()) {
            if (const auto* ask = std::get_if<kiosk::AskNumber>(&*wish)) conversation.ask(*ask, now);
            if (const auto* report = std::get_if<kiosk::ReportPrint>(&*wish))
                conversation.report(*report, now);
            if (const auto* printer = std::get_if<kiosk::ReportPrinter>(&*wish))
                conversation.report(*printer, now);
            if (const auto* paper = std::get_if<kiosk::PrintTicket>(&*wish)) papers.push_back(*paper);
        }
    }
    void answer(const std::string& id) {
        protocol::Ticket ticket;
        ticket.id = "t1";
        ticket.number = "A001";
        ticket.service = "s1";
        ticket.state = "waiting";
        tell(protocol::Reply{id, true, base::json::encode(ticket), std::nullopt});
        step(1);
    }
    void press() {
        kiosk.chooseService("s1", now);
        step(0);
    }
    std::vector<std::string> commands() const {
        std::vector<std::string> frames;
        for (const auto& frame : link.sent)
            if (parsed(frame).as_object().at("type").as_string() == "command") frames.push_back(frame);
        return frames;
    }

    std::vector<kiosk::PrintTicket> papers;
    kiosk::Ticks now = 1000;
    test::ScriptedLink link;
    protocol::FeedClient feed{"dispenser", "token"};
    kiosk::Kiosk kiosk{{}, feed.view().hall(), now};
    Conversation conversation{link, feed, kiosk};
};

TEST_F(ConversationTest, AsksForANumberAndHandsItToTheKiosk) {
    greet();
    press();
    ASSERT_EQ(commands().size(), 1u);
    const auto frame = parsed(commands().front()).as_object();
    EXPECT_EQ(frame.at("name").as_string(), "issue");
    EXPECT_EQ(frame.at("args").at("service").as_string(), "s1");
    EXPECT_EQ(frame.at("args").at("priority").as_bool(), false);
    EXPECT_EQ(frame.at("args").at("language").as_string(), "vi");
    answer(idOf(commands().front()));
    ASSERT_TRUE(kiosk.ticket());
    EXPECT_EQ(kiosk.ticket()->number, "A001");
}

TEST_F(ConversationTest, AsksAgainUnderTheSameIdAfterTheLinkBroke) {
    greet();
    press();
    link.disconnect();
    step(500);
    greet();
    ASSERT_EQ(commands().size(), 2u);
    EXPECT_EQ(idOf(commands()[0]), idOf(commands()[1]));
    answer(idOf(commands()[1]));
    EXPECT_TRUE(kiosk.ticket());
}

TEST_F(ConversationTest, DropsALinkThatDoesNotAnswerAndAsksOnTheNext) {
    greet();
    press();
    step(Conversation::answerWithin);
    EXPECT_EQ(link.reconnects, 1);
    link.disconnect();
    greet();
    ASSERT_EQ(commands().size(), 2u);
    EXPECT_EQ(idOf(commands()[0]), idOf(commands()[1]));
}

TEST_F(ConversationTest, GivesANumberUpAfterTenSecondsAndNeverAsksForItAgain) {
    greet();
    press();
    link.disconnect();
    step(9999);
    EXPECT_EQ(kiosk.page(), Page::printing);
    step(1);
    EXPECT_EQ(kiosk.page(), Page::outOfService);
    greet();
    EXPECT_EQ(commands().size(), 1u);
}

TEST_F(ConversationTest, ReportsANumberThatCameTooLateAsNotPrinted) {
    kiosk::KioskSettings settings;
    greet();
    press();
    const auto id = idOf(commands().front());
    step(Conversation::answerWithin - 1);
    link.disconnect();
    step(10000);
    greet();
    answer(id);
    ASSERT_EQ(commands().size(), 2u);
    const auto frame = parsed(commands().back()).as_object();
    EXPECT_EQ(frame.at("name").as_string(), "printed");
    EXPECT_EQ(frame.at("args").at("outcome").as_string(), "failed");
    EXPECT_FALSE(kiosk.ticket());
}

TEST_F(ConversationTest, ShowsTheRefusalOfTheServer) {
    greet();
    press();
    protocol::Problem problem;
    problem.status = 409;
    problem.code = "series_used_up";
    problem.detail = "No numbers are left";
    tell(protocol::Reply{idOf(commands().front()), false, std::nullopt, problem});
    step(1);
    EXPECT_EQ(kiosk.page(), Page::refused);
    EXPECT_EQ(kiosk.problem().code, "series_used_up");
}

TEST_F(ConversationTest, KeepsThePrintOutcomeUntilTheServerHasIt) {
    greet();
    press();
    answer(idOf(commands().front()));
    link.disconnect();
    step(1);
    kiosk.printed("t1", {hardware::printer::PrintState::confirmed}, now);
    step(1);
    EXPECT_EQ(commands().size(), 1u);
    greet();
    ASSERT_EQ(commands().size(), 2u);
    const auto frame = parsed(commands().back()).as_object();
    EXPECT_EQ(frame.at("name").as_string(), "printed");
    EXPECT_EQ(frame.at("args").at("ticket").as_string(), "t1");
    EXPECT_EQ(frame.at("args").at("outcome").as_string(), "confirmed");
    tell(protocol::Reply{idOf(commands().back()), true, base::json::Value(base::json::Object{}),
                         std::nullopt});
    step(1);
    link.disconnect();
    step(1);
    greet();
    EXPECT_EQ(commands().size(), 2u);
}

TEST_F(ConversationTest, WaitsLongerForWhatNobodyAtTheKioskWaitsFor) {
    greet();
    press();
    answer(idOf(commands().front()));
    kiosk.printed("t1", {hardware::printer::PrintState::confirmed}, now);
    step(1);
    ASSERT_EQ(commands().size(), 2u);
    step(Conversation::reportWithin - 1);
    EXPECT_EQ(link.reconnects, 0) << "a disk that takes five seconds a sync is no reason to connect anew";
    step(1);
    EXPECT_EQ(link.reconnects, 1);
}

}  // namespace
}  // namespace luot::dispenser
