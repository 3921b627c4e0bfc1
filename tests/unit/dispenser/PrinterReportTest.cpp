#include <gtest/gtest.h>

#include "dispenser/Conversation.hpp"
#include "tests/integration/server/TempFolder.hpp"
#include "tests/unit/dispenser/ScriptedLink.hpp"

/// What a kiosk tells the server of its printer, and what it prints because somebody asked.
namespace luot::dispenser {
namespace {

using hardware::printer::PrintFault;
using hardware::printer::PrintState;

class PrinterReportTest : public testing::Test {
protected:
    PrinterReportTest() {
        kiosk::KioskSettings settings;
        settings.asksPrinter = true;
        kiosk.emplace(settings, feed.view().hall(), now);
        conversation.emplace(link, feed, *kiosk);
    }
    void tell(const protocol::ServerMessage& message) {
        link.events.push_back(net::LinkFrame{protocol::encodeMessage(message)});
    }
    void greet() {
        link.connect();
        tell(protocol::Welcome{protocol::protocolVersion, "feed", seq, noon, 1});
        protocol::Snapshot snapshot;
        snapshot.seq = snapshot.hall.seq = seq;
        snapshot.hall.feed = "feed";
        snapshot.hall.open = snapshot.hall.givesTickets = true;
        snapshot.hall.centre.asksPriority = false;
        snapshot.hall.services.push_back(
            {.id = "s1", .prefix = "A", .labelVi = "", .labelEn = "", .counters = {}});
        tell(snapshot);
        step();
    }
    void step(kiosk::Ticks milliseconds = 1) {
        now += milliseconds;
        conversation->advance(now);
        kiosk->advance(now);
        while (const auto wish = kiosk->takeWish()) std::visit([&](const auto& one) { grant(one); }, *wish);
    }
    void grant(const kiosk::AskNumber& wish) { conversation->ask(wish, now); }
    void grant(const kiosk::ReportPrint& wish) { conversation->report(wish, now); }
    void grant(const kiosk::ReportPrinter& wish) { conversation->report(wish, now); }
    void grant(const kiosk::PrintTicket& wish) { papers.push_back(wish); }
    void grant(const kiosk::CheckPrinter&) { printerSays(PrintFault::none); }
    void printerSays(PrintFault fault) { kiosk->printerIs({fault, true, ""}, now); }

    /// Arguments of the commands of that name, in the order in which they were sent.
    std::vector<base::json::Object> sent(std::string_view name) {
        std::vector<base::json::Object> all;
        for (const auto& frame : link.sent) {
            const auto object = base::json::parse(frame).value().as_object();
            const auto* command = object.if_contains("name");
            if (command == nullptr || command->as_string() != name) continue;
            all.push_back(object.at("args").as_object());
            lastId = std::string(object.at("id").as_string());
        }
        return all;
    }
    void reply(const base::json::Value& result) {
        tell(protocol::Reply{lastId, true, result, std::nullopt});
        step();
    }
    static protocol::Ticket ticket(const std::string& id) {
        protocol::Ticket made;
        made.id = id;
        made.number = "A001";
        made.service = "s1";
        made.state = "waiting";
        return made;
    }
    void reprintAsked(const std::string& id, std::chrono::seconds ago = {}, const char* device = nullptr) {
        base::json::Object data{{"ticket", base::json::encode(ticket(id))}, {"reprint", true}};
        if (device) data["device"] = device;
        tell(protocol::EventFrame{++seq, noon - ago, "ticket_printed", std::move(data)});
        step();
    }
    void takeNumber(const std::string& id) {
        kiosk->chooseService("s1", now);
        step();
        ASSERT_EQ(sent("issue").size(), 1U);
        reply(base::json::encode(ticket(id)));
        papers.clear();
    }

    const base::Instant noon = *base::parseInstant("2026-11-23T12:00:00+07:00");
    std::int64_t seq = 5;
    std::string lastId;
    std::vector<kiosk::PrintTicket> papers;
    kiosk::Ticks now = 1000;
    test::ScriptedLink link;
    protocol::FeedClient feed{"dispenser", "token"};
    std::optional<kiosk::Kiosk> kiosk;
    std::optional<Conversation> conversation;
};

TEST_F(PrinterReportTest, TellsAFaultAndThatItIsGone) {
    greet();
    printerSays(PrintFault::coverOpen);
    step();
    ASSERT_EQ(sent("report_printer").size(), 1U);
    EXPECT_EQ(sent("report_printer")[0].at("fault").as_string(), "cover_open");
    printerSays(PrintFault::none);
    step();
    ASSERT_EQ(sent("report_printer").size(), 2U);
    EXPECT_FALSE(sent("report_printer")[1].contains("fault"));
}

TEST_F(PrinterReportTest, TellsItAgainAfterEachConnectionAndWhenADayOpens) {
    printerSays(PrintFault::paperEnd);
    step();
    EXPECT_EQ(sent("report_printer").size(), 0U);
    greet();
    EXPECT_EQ(sent("report_printer").size(), 1U);
    link.disconnect();
    step();
    greet();
    EXPECT_EQ(sent("report_printer").size(), 2U);
    tell(protocol::EventFrame{++seq, noon, "day_opened", {{"day", "2026-11-24"}, {"by_command", false}}});
    step();
    EXPECT_EQ(sent("report_printer").size(), 3U);
}

TEST_F(PrinterReportTest, TellsTheFaultOfAPaperWithItsOutcome) {
    greet();
    takeNumber("t1");
    kiosk->printed("t1", {PrintState::failed, PrintFault::cutter, ""}, now);
    step();
    ASSERT_EQ(sent("printed").size(), 1U);
    EXPECT_EQ(sent("printed")[0].at("outcome").as_string(), "failed");
    EXPECT_EQ(sent("printed")[0].at("fault").as_string(), "cutter");
}

TEST_F(PrinterReportTest, SaysAfterARestartThatNobodyKnowsWhatBecameOfThePaperInHand) {
    const tests::TempFolder folder;
    std::optional<PapersUnderWay> papersUnderWay;
    const auto start = [&] {
        conversation.emplace(link, feed, *kiosk);
        papersUnderWay.emplace(folder.file("papers.json"));
        conversation->takeUp(*papersUnderWay, now);
    };
    start();
    greet();
    takeNumber("t1");
    conversation->printing("t1");
    start();
    greet();
    ASSERT_EQ(sent("printed").size(), 1U);
    EXPECT_EQ(sent("printed")[0].at("ticket").as_string(), "t1");
    EXPECT_EQ(sent("printed")[0].at("outcome").as_string(), "unknown");
    reply(base::json::encode(ticket("t1")));
    start();
    greet();
    EXPECT_EQ(sent("printed").size(), 1U) << "it was told";
}

TEST_F(PrinterReportTest, PrintsASecondPaperOfATicketThatItGave) {
    greet();
    takeNumber("t1");
    reprintAsked("t1");
    ASSERT_EQ(papers.size(), 1U);
    EXPECT_TRUE(papers[0].reprint);
    EXPECT_EQ(papers[0].ticket.id, "t1");
    reprintAsked("t2");
    EXPECT_EQ(papers.size(), 1U) << "another kiosk gave that one";
}

TEST_F(PrinterReportTest, PrintsASecondPaperWhereItIsNamed) {
    greet();
    printerSays(PrintFault::paperNearEnd);
    step();
    ASSERT_EQ(sent("report_printer").size(), 1U);
    reply(base::json::Object{{"device", "kiosk-1"}, {"fault", "paper_near_end"}});
    reprintAsked("t7", {}, "kiosk-2");
    EXPECT_EQ(papers.size(), 0U);
    reprintAsked("t7", {}, "kiosk-1");
    ASSERT_EQ(papers.size(), 1U);
    EXPECT_TRUE(papers[0].reprint);
}

TEST_F(PrinterReportTest, PrintsNoSecondPaperThatWasAskedForLongAgo) {
    greet();
    takeNumber("t1");
    reprintAsked("t1", std::chrono::seconds(120));
    EXPECT_EQ(papers.size(), 0U);
}

}  // namespace
}  // namespace luot::dispenser
