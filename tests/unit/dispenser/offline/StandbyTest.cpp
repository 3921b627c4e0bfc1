#include <gtest/gtest.h>

#include "base/Signature.hpp"
#include "dispenser/Conversation.hpp"
#include "tests/unit/dispenser/ScriptedLink.hpp"
#include "tests/unit/dispenser/offline/MemoryStore.hpp"

namespace luot::dispenser {
namespace {

using kiosk::Page;

/// A disk that outlives the program that uses it.
class SharedStore final : public offline::Store {
public:
    explicit SharedStore(offline::test::MemoryStore& disk) : disk_(disk) {}
    const std::string& id() const override { return disk_.id(); }
    base::Result<> keep(const std::vector<offline::Note>& notes) override { return disk_.keep(notes); }
    base::Result<std::vector<offline::Note>> since(const std::string& name) override {
        return disk_.since(name);
    }

private:
    offline::test::MemoryStore& disk_;
};

base::json::Object parsed(const std::string& text) { return base::json::parse(text)->as_object(); }

/// Kiosk, conversation and standby against a server that the test plays.
class StandbyTest : public testing::Test {
protected:
    StandbyTest() {
        std::filesystem::remove_all(folder);
        start();
    }
    void start() {
        program = std::make_unique<Program>(*this);
        step(0);
    }
    void tell(const protocol::ServerMessage& message) {
        program->link.events.push_back(net::LinkFrame{protocol::encodeMessage(message)});
    }
    protocol::Hall hall() const {
        protocol::Hall made;
        made.feed = "feed";
        made.day = "2026-11-23";
        made.open = made.givesTickets = true;
        made.centre.asksPriority = false;
        made.services.push_back({.id = "s1", .prefix = "A", .labelVi = "", .labelEn = "", .counters = {}});
        return made;
    }
    void greet() {
        program->link.connect();
        tell(protocol::Welcome{protocol::protocolVersion, "feed", 5, centre(), 1});
        protocol::Snapshot snapshot;
        snapshot.seq = 5;
        snapshot.hall = hall();
        tell(snapshot);
        step(0);
    }
    base::Instant centre() const {
        return base::instantAt(*base::parseDate("2026-11-23"), std::chrono::hours(9)) +
               base::Milliseconds(now);
    }
    /// Greets and gives the series of the day.
    void greetAndBegin(const std::string& day = "2026-11-23") {
        greet();
        ASSERT_EQ(last().at("name"), "begin_series");
        protocol::SeriesAnswer answer;
        answer.series = {7, "disk", day, 0, {}};
        answer.series.signature = server.of(answer.series.signedText());
        answer.key = server.publicKey();
        answer.hours.centre.kioskOpensAt = base::TimeOfDay{0};
        for (auto& plan : answer.hours.centre.week)
            plan.sessions = {{base::TimeOfDay{0}, base::TimeOfDay{1440}}};
        reply(base::json::encode(answer));
    }
    void lose() {
        program->link.disconnect();
        step(0);
    }
    void reply(base::json::Value result) {
        tell(
            protocol::Reply{std::string(last().at("id").as_string()), true, std::move(result), std::nullopt});
        step(1);
    }
    void refuse(int status, const std::string& code) {
        protocol::Problem problem;
        problem.status = status;
        problem.code = code;
        tell(protocol::Reply{std::string(last().at("id").as_string()), false, std::nullopt, problem});
        step(1);
    }
    void step(kiosk::Ticks milliseconds) {
        now += milliseconds;
        auto& p = *program;
        p.conversation.advance(now);
        p.kiosk.advance(now);
        while (const auto wish = p.kiosk.takeWish()) {
            if (const auto* ask = std::get_if<kiosk::AskNumber>(&*wish)) p.conversation.ask(*ask, now);
            if (const auto* report = std::get_if<kiosk::ReportPrint>(&*wish))
                p.conversation.report(*report, now);
            if (const auto* paper = std::get_if<kiosk::PrintTicket>(&*wish)) papers.push_back(*paper);
        }
        p.kiosk.advance(now);
    }
    void press() {
        program->kiosk.goHome(now);
        program->kiosk.chooseService("s1", now);
        step(0);
    }
    bool wasSent(const char* command) const {
        const auto& sent = program->link.sent;
        return std::any_of(sent.begin(), sent.end(), [&](const auto& frame) {
            const auto name = parsed(frame);
            return name.contains("name") && name.at("name") == command;
        });
    }
    base::json::Object last() const { return parsed(program->link.sent.back()); }
    std::string number(std::size_t paper) const { return papers.at(paper).ticket.number; }

    struct Program {
        explicit Program(StandbyTest& test)
            : standby(*offline::Standby::open(
                  {std::make_unique<SharedStore>(test.disk), test.folder / "hall.json", "boot",
                   [&test] { return test.centre(); }},
                  feed, test.now)),
              kiosk({}, feed.view().hall(), test.now) {}
        test::ScriptedLink link;
        protocol::FeedClient feed{"dispenser", "token"};
        std::unique_ptr<offline::Standby> standby;
        kiosk::Kiosk kiosk;
        Conversation conversation{link, feed, kiosk, standby.get()};
    };

    const base::Signature server{"secret"};
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "standby";
    offline::test::MemoryStore disk;
    kiosk::Ticks now = 1000;
    std::vector<kiosk::PrintTicket> papers;
    std::unique_ptr<Program> program;
};

TEST_F(StandbyTest, PressWithoutTheServerGivesANumberOfItsOwnAtOnce) {
    greetAndBegin();
    lose();
    step(Conversation::awayFor);
    press();
    step(1);
    ASSERT_EQ(papers.size(), 1u);
    EXPECT_EQ(number(0), "A7-001");
    EXPECT_TRUE(papers[0].ticket.offline);
    EXPECT_TRUE(program->kiosk.isAlone(now));
}

TEST_F(StandbyTest, ShortBreakIsWaitedForAtAPress) {
    greetAndBegin();
    lose();
    press();
    step(Conversation::aloneAfter - 100);
    EXPECT_TRUE(papers.empty());
    greet();
    EXPECT_TRUE(wasSent("issue"));
    step(100);
    EXPECT_TRUE(papers.empty()) << "the server has the question";
}

TEST_F(StandbyTest, HandsInOnReturnAndThenAsksForTheNewestSeries) {
    greetAndBegin();
    lose();
    step(Conversation::awayFor);
    press();
    step(1);
    program->kiosk.printed(papers[0].ticket.id, {}, now);
    step(60'000);
    press();
    step(1);
    greet();
    ASSERT_EQ(last().at("name"), "merge_offline");
    const auto args = last().at("args").as_object();
    EXPECT_EQ(args.at("digit"), 7);
    ASSERT_EQ(args.at("tickets").as_array().size(), 2u);
    EXPECT_EQ(args.at("tickets").at(0).at("number"), "A7-001");
    EXPECT_FALSE(args.at("tickets").at(0).as_object().contains("instead_of"));
    reply(base::json::Object{{"merged", boost::json::array{}}, {"repeated", 0}});
    EXPECT_EQ(program->standby->pending(), 0u);
    EXPECT_EQ(last().at("name"), "begin_series");
    EXPECT_EQ(last().at("args").at("holding"), "2026-11-23");
    EXPECT_FALSE(program->kiosk.isAlone(now));
}

TEST_F(StandbyTest, HandsInAgainWhenTheAnswerWasLost) {
    greetAndBegin();
    lose();
    step(Conversation::awayFor);
    press();
    step(1);
    greet();
    const auto first = last().at("args").at("tickets").at(0).at("id");
    lose();
    step(10'000);
    greet();
    EXPECT_EQ(last().at("name"), "merge_offline");
    EXPECT_EQ(last().at("args").at("tickets").at(0).at("id"), first);
}

TEST_F(StandbyTest, UnansweredQuestionIsTakenBackWithTheTicket) {
    greetAndBegin();
    press();
    const auto question = last().at("id");
    ASSERT_EQ(last().at("name"), "issue");
    lose();
    step(Conversation::aloneUnanswered);
    ASSERT_EQ(papers.size(), 1u);
    greet();
    EXPECT_EQ(last().at("args").at("tickets").at(0).at("instead_of"), question);
}

TEST_F(StandbyTest, ServerThatCannotWriteIsNoReasonToSendPeopleAway) {
    greetAndBegin();
    press();
    refuse(503, "storage_unavailable");
    ASSERT_EQ(papers.size(), 1u);
    EXPECT_EQ(number(0), "A7-001");
    EXPECT_EQ(last().at("name"), "merge_offline");
    refuse(503, "storage_unavailable");
    step(1000);
    EXPECT_EQ(last().at("name"), "merge_offline") << "until it can";
}

TEST_F(StandbyTest, RefusalOfTheRulesIsNoReasonToGoAlone) {
    greetAndBegin();
    press();
    refuse(409, "quota_reached");
    EXPECT_TRUE(papers.empty());
    EXPECT_EQ(program->kiosk.page(), Page::refused);
}

TEST_F(StandbyTest, ColdStartWithoutServerGivesNumbersOfTheHallThatWasKnownLast) {
    greetAndBegin();
    lose();
    step(Conversation::awayFor);
    press();
    step(5000);
    start();
    step(Conversation::awayFor);
    EXPECT_EQ(program->kiosk.page(), Page::start);
    EXPECT_TRUE(program->kiosk.isAlone(now));
    EXPECT_TRUE(program->kiosk.countsAreOld(now));
    press();
    step(1);
    ASSERT_EQ(papers.size(), 2u);
    EXPECT_EQ(number(1), "A7-002");
    greet();
    EXPECT_EQ(last().at("args").at("tickets").as_array().size(), 2u);
}

TEST_F(StandbyTest, KioskWhoseDiskIsNewGivesNothingAlone) {
    greet();
    EXPECT_FALSE(program->standby->digitIsTaken());
    refuse(409, "series_taken");
    EXPECT_TRUE(program->standby->digitIsTaken()) << "the staff can read it";
    lose();
    step(10'000);
    EXPECT_EQ(program->kiosk.page(), Page::outOfService);
    greetAndBegin();
    EXPECT_FALSE(program->standby->digitIsTaken());
}

TEST_F(StandbyTest, BrokenDiskGivesNoNumber) {
    greetAndBegin();
    lose();
    step(Conversation::awayFor);
    disk.broken = true;
    press();
    step(1);
    EXPECT_TRUE(papers.empty());
    EXPECT_EQ(program->kiosk.page(), Page::outOfService);
}

TEST_F(StandbyTest, AnswerThatCrossesANumberGivenAloneBeginsNothing) {
    greetAndBegin();
    tell(protocol::EventFrame{6, centre(), "day_opened", {{"day", "2026-11-24"}, {"by_command", true}}});
    step(1);
    ASSERT_EQ(last().at("name"), "begin_series");
    const auto question = std::string(last().at("id").as_string());
    press();
    step(Conversation::aloneUnanswered);
    ASSERT_EQ(papers.size(), 1u);
    protocol::SeriesAnswer answer;
    answer.series = {7, "disk", "2026-11-24", 0, {}};
    answer.series.signature = server.of(answer.series.signedText());
    answer.key = server.publicKey();
    tell(protocol::Reply{question, true, base::json::encode(answer), std::nullopt});
    step(1);
    EXPECT_EQ(last().at("name"), "merge_offline");
    EXPECT_EQ(last().at("args").at("day"), "2026-11-23");
    reply(base::json::Object{});
    EXPECT_EQ(last().at("name"), "begin_series") << "asked again, since the count may have been too low";
}

}  // namespace
}  // namespace luot::dispenser
