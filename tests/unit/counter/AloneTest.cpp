#include <fmt/format.h>

#include <set>

#include "counter-client/Conversation.hpp"
#include "tests/integration/server/TempFolder.hpp"
#include "tests/unit/counter/Scene.hpp"
#include "tests/unit/counter/ScriptedLink.hpp"

/// The counter without the server, and its return.
namespace luot::counterclient::test {
namespace {

/// Counter 3 alone serves land (C); certification (A) it shares with counter 1.
protocol::Hall hallOfThree() {
    auto hall = emptyHall();
    hall.centre.recallGapS = hall.centre.noShowAfterS = 0;
    hall.centre.noShowAfterCalls = 1;
    hall.counters = {makeCounter(1, "open", {"chung-thuc", "ho-tich"}),
                     makeCounter(2, "open", {"dat-dai", "chung-thuc"})};
    for (const auto* number : {"A001", "C001", "C002", "C003"})
        hall.waiting.push_back(makeTicket(number, 30 - number[3] + '0'));
    hall.waiting.back().priority = true;
    return hall;
}

/// So many wait for land.
protocol::Hall hallOf(std::size_t people) {
    auto hall = hallOfThree();
    hall.waiting.clear();
    for (std::size_t i = 1; i <= people; ++i)
        hall.waiting.push_back(makeTicket(fmt::format("C{:03}", i), static_cast<int>(300 - i)));
    return hall;
}

class AloneTest : public testing::Test {
protected:
    void start() {
        program = std::make_unique<Program>(file);
        step(0);
    }
    void greet(const protocol::Hall& hall) {
        program->link.events.emplace_back(net::LinkUp{});
        protocol::Welcome welcome;
        welcome.feed = "feed";
        welcome.seq = hall.seq;
        welcome.now = tenOClock();
        receive(welcome);
        receive(protocol::Snapshot{hall.seq, 1, 1, hall});
        step(0);
    }
    void receive(const protocol::ServerMessage& message) {
        program->link.events.emplace_back(net::LinkFrame{protocol::encodeMessage(message)});
        step(0);
    }
    /// Greets, and hears that land is this counter's alone.
    void begin(const protocol::Hall& hall = hallOfThree()) {
        greet(hall);
        ASSERT_EQ(last().at("name"), "settle");
        mayCallAlone({"dat-dai"});
    }
    void mayCallAlone(boost::json::array services) {
        reply(base::json::Object{{"settled", boost::json::array{}},
                                 {"doubtful", boost::json::array{}},
                                 {"alone", std::move(services)}});
    }
    void refuse(int status) {
        protocol::Problem problem;
        problem.status = status;
        receive(protocol::Reply{std::string(last().at("id").as_string()), false, std::nullopt, problem});
    }
    /// The server is not sure of that number.
    void doubt(const std::string& number) {
        base::json::Object one{{"ticket", "id-" + number}, {"number", number}, {"state", "waiting"}};
        reply(base::json::Object{{"settled", boost::json::array{}}, {"doubtful", {one}}});
    }
    /// Loses the server, and serves them all.
    void serveAlone(std::size_t people) {
        start();
        begin(hallOf(people));
        lose();
        for (std::size_t i = 0; i < 3 * people; ++i) press(KeyCode::f2);
    }
    /// The tickets in the settle that was sent last.
    std::set<std::string> toldLast() const {
        std::set<std::string> tickets;
        const auto sent = last();
        if (sent.at("name") != "settle") return tickets;
        for (const auto& visit : sent.at("args").at("visits").as_array())
            tickets.emplace(visit.at("ticket").as_string());
        return tickets;
    }
    void changeMap(std::int64_t seq) {
        receive(protocol::EventFrame{seq, tenOClock(), "settings_changed", base::json::Object{{"map", {}}}});
    }
    void lose() {
        program->link.events.emplace_back(net::LinkDown{"gone"});
        step(0);
        step(aloneAfter);
    }
    void step(std::int64_t milliseconds) {
        now += milliseconds;
        program->talk.advance(now);
    }
    /// True: the key gave an order.
    bool press(KeyCode key) {
        step(1000);
        const auto order = program->desk.press({key, 0}, program->talk.moment(now));
        if (order) program->talk.ask(*order, now);
        return order.has_value();
    }
    std::string here() const {
        const auto* ticket = program->desk.situation().ticket;
        return ticket ? ticket->number + " " + ticket->state : "nobody";
    }
    std::string notice() const { return program->desk.notice(program->talk.moment(now)).text.key; }
    base::json::Object last() const { return base::json::parse(program->link.sent.back())->as_object(); }
    void reply(base::json::Value result) {
        receive(protocol::Reply{std::string(last().at("id").as_string()), true, std::move(result), {}});
    }

    struct Program {
        explicit Program(const std::filesystem::path& file) : talk(link, feed, desk, file) {}
        ScriptedLink link;
        protocol::FeedClient feed{"counter", "secret"};
        Desk desk{feed.view(), {ownCounter, ""}};
        Conversation talk;
    };

    const tests::TempFolder folder;
    const std::filesystem::path file = folder.file("counter-alone.json");
    std::int64_t now = 50000;
    std::unique_ptr<Program> program;
};

TEST_F(AloneTest, CallsInOrderOnlyWhatNobodyElseMayCall) {
    start();
    begin();
    lose();
    EXPECT_EQ(notice(), "clerk.alone_now");
    ASSERT_TRUE(press(KeyCode::f2));
    EXPECT_EQ(here(), "C003 called") << "priority first";
    press(KeyCode::f2);
    EXPECT_EQ(here(), "C003 serving");
    press(KeyCode::f2);
    press(KeyCode::f2);
    EXPECT_EQ(here(), "C001 called");
    press(KeyCode::f4);
    press(KeyCode::f2);
    EXPECT_EQ(here(), "C002 called");
    press(KeyCode::f2);
    press(KeyCode::f2);
    EXPECT_EQ(here(), "nobody");
    EXPECT_FALSE(press(KeyCode::f2)) << "A001 may be called by counter 1";
    EXPECT_EQ(program->desk.served(), 2);
}

TEST_F(AloneTest, AsksAnewWhatIsItsOwnWhenTheMapChanges) {
    start();
    begin();
    changeMap(hallOfThree().seq + 1);
    ASSERT_EQ(last().at("name"), "settle");
    mayCallAlone({});
    lose();
    EXPECT_FALSE(press(KeyCode::f2)) << "land may be called by another counter too";
    EXPECT_EQ(here(), "nobody");
}

TEST_F(AloneTest, AsksOnceMoreWhenTheMapChangesBeforeTheAnswer) {
    start();
    begin();
    changeMap(hallOfThree().seq + 1);
    const auto first = last().at("id");
    changeMap(hallOfThree().seq + 2);
    ASSERT_EQ(last().at("id"), first) << "one question at a time";
    mayCallAlone({"dat-dai"});
    ASSERT_EQ(last().at("name"), "settle");
    ASSERT_NE(last().at("id"), first);
    mayCallAlone({});
    const auto second = last().at("id");
    step(100);
    EXPECT_EQ(last().at("id"), second) << "asked and answered";
    lose();
    EXPECT_FALSE(press(KeyCode::f2)) << "land may be called by another counter too";
}

TEST_F(AloneTest, ShortBreakIsNoReasonToWorkAlone) {
    start();
    begin();
    program->link.events.emplace_back(net::LinkDown{"gone"});
    step(aloneAfter - 100);
    EXPECT_FALSE(program->desk.worksAlone());
    EXPECT_FALSE(press(KeyCode::f5));
}

TEST_F(AloneTest, TellsTheServerBeforeItCallsAnybodyElse) {
    start();
    begin();
    lose();
    for (int i = 0; i < 4; ++i) press(KeyCode::f2);
    EXPECT_EQ(here(), "C001 called");
    greet(hallOfThree());
    EXPECT_EQ(last().at("name"), "settle");
    const auto visits = last().at("args").at("visits").as_array();
    ASSERT_EQ(visits.size(), 2u);
    EXPECT_EQ(visits.at(0).at("ticket"), "id-C003");
    EXPECT_EQ(visits.at(0).at("result"), "finished");
    EXPECT_EQ(visits.at(1).at("result"), "called");
    EXPECT_FALSE(program->desk.online());
    EXPECT_FALSE(press(KeyCode::f2)) << "the server's picture is older than the clerk's";
    reply(base::json::Object{{"settled", {"C003", "C001"}}, {"doubtful", boost::json::array{}}});
    EXPECT_TRUE(program->desk.online());
}

TEST_F(AloneTest, TellsAgainWhenTheAnswerWasLostAndWhenTheServerCannotWrite) {
    start();
    begin();
    lose();
    press(KeyCode::f2);
    greet(hallOfThree());
    lose();
    greet(hallOfThree());
    ASSERT_EQ(last().at("name"), "settle");
    protocol::Problem full;
    full.status = 503;
    const auto id = last().at("id");
    receive(protocol::Reply{std::string(id.as_string()), false, std::nullopt, full});
    EXPECT_FALSE(program->desk.online());
    step(settleAgain);
    EXPECT_EQ(last().at("name"), "settle");
    EXPECT_NE(last().at("id"), id);
}

TEST_F(AloneTest, ReturnThatFailsHalfWayMakesNobodyBeCalledTwice) {
    start();
    begin();
    lose();
    for (int i = 0; i < 4; ++i) press(KeyCode::f2);
    greet(hallOfThree());
    lose();
    EXPECT_EQ(here(), "C001 called") << "though the server's picture had it waiting";
    press(KeyCode::f4);
    press(KeyCode::f2);
    EXPECT_EQ(here(), "C002 called");
}

TEST_F(AloneTest, AsksTheClerkWhereTheServerIsNotSure) {
    start();
    begin();
    lose();
    for (int i = 0; i < 3; ++i) press(KeyCode::f2);
    greet(hallOfThree());
    base::json::Object doubt{{"ticket", "id-C003"}, {"number", "C003"}, {"state", "waiting"}, {"counter", 1}};
    reply(base::json::Object{{"settled", boost::json::array{}}, {"doubtful", {doubt}}});
    EXPECT_EQ(program->desk.page().kind, desk::PageKind::doubt);
    EXPECT_FALSE(press(KeyCode::escape));
    EXPECT_EQ(program->desk.page().kind, desk::PageKind::doubt) << "it must be answered";
    press(KeyCode::enter);
    EXPECT_EQ(last().at("name"), "settle");
    EXPECT_TRUE(last().at("args").at("visits").at(0).at("confirmed").as_bool());
    EXPECT_EQ(program->desk.page().kind, desk::PageKind::main);
    reply(base::json::Object{{"settled", boost::json::array{}}, {"doubtful", {doubt}}});
    EXPECT_EQ(program->desk.page().kind, desk::PageKind::main) << "nobody is asked twice";
}

TEST_F(AloneTest, RestartWithoutTheServerCallsNobodyTwice) {
    start();
    begin();
    lose();
    for (int i = 0; i < 3; ++i) press(KeyCode::f2);
    start();
    step(aloneAfter);
    ASSERT_TRUE(press(KeyCode::f2));
    EXPECT_EQ(here(), "C001 called");
    greet(hallOfThree());
    EXPECT_EQ(last().at("args").at("visits").as_array().size(), 2u);
}

TEST_F(AloneTest, ManyVisitsAreToldInPartsBeforeAnybodyIsCalled) {
    constexpr std::size_t people = 203;
    serveAlone(people);
    ASSERT_EQ(here(), "nobody");
    greet(hallOf(people));
    std::set<std::string> told;
    while (!program->desk.online()) {
        EXPECT_FALSE(press(KeyCode::f2)) << "the server's picture has those waiting who were served";
        const auto visits = toldLast();
        ASSERT_LE(visits.size(), alone::mostAtOnce);
        ASSERT_FALSE(visits.empty());
        told.insert(visits.begin(), visits.end());
        mayCallAlone({"dat-dai"});
    }
    EXPECT_EQ(told.size(), people);
}

TEST_F(AloneTest, RefusedVisitsAreToldInSmallerPartsAndKeepTheCounterFromCalling) {
    constexpr std::size_t people = 8;
    serveAlone(people);
    greet(hallOf(people));
    for (const std::size_t size : {8u, 4u, 2u, 1u}) {
        ASSERT_EQ(toldLast().size(), size);
        refuse(400);
        EXPECT_FALSE(program->desk.online());
    }
    EXPECT_EQ(toldLast().size(), 1u) << "nothing smaller can be told";
    EXPECT_EQ(notice(), "clerk.not_taken");
    EXPECT_FALSE(press(KeyCode::f2));
    step(settleRefusedAgain);
    for (std::size_t i = 0; i < people && !program->desk.online(); ++i) mayCallAlone({"dat-dai"});
    EXPECT_TRUE(program->desk.online()) << "as soon as it takes them";
}

TEST_F(AloneTest, DoubtOutlivesTheProgramUntilTheClerkHasAnswered) {
    start();
    begin();
    lose();
    for (int i = 0; i < 3; ++i) press(KeyCode::f2);
    greet(hallOfThree());
    doubt("C003");
    start();
    greet(hallOfThree());
    ASSERT_EQ(toldLast(), std::set<std::string>{"id-C003"}) << "told again after a start";
    doubt("C003");
    ASSERT_EQ(program->desk.page().kind, desk::PageKind::doubt) << "and asked again";
    press(KeyCode::enter);
    EXPECT_TRUE(last().at("args").at("visits").at(0).at("confirmed").as_bool());
    mayCallAlone({"dat-dai"});
    start();
    greet(hallOfThree());
    EXPECT_TRUE(program->desk.online());
    EXPECT_EQ(toldLast(), std::set<std::string>{}) << "answered and settled";
}

TEST_F(AloneTest, VisitConfirmedWhileAnotherQuestionIsUnderWayIsToldAfterIt) {
    start();
    begin();
    lose();
    for (int i = 0; i < 3; ++i) press(KeyCode::f2);
    greet(hallOfThree());
    doubt("C003");
    changeMap(hallOfThree().seq + 1);
    ASSERT_TRUE(toldLast().empty());
    press(KeyCode::enter);
    mayCallAlone({"dat-dai"});
    EXPECT_EQ(toldLast(), std::set<std::string>{"id-C003"});
}

TEST_F(AloneTest, DoubtfulTicketIsNotCalledAlone) {
    start();
    begin();
    lose();
    for (int i = 0; i < 3; ++i) press(KeyCode::f2);
    greet(hallOfThree());
    doubt("C003");
    lose();
    EXPECT_TRUE(press(KeyCode::enter)) << "a doubt can be answered without the server";
    EXPECT_TRUE(press(KeyCode::f2));
    EXPECT_EQ(here(), "C001 called");
}

TEST_F(AloneTest, OrderThatWasUnderWayIsGivenUp) {
    start();
    begin();
    press(KeyCode::f2);
    EXPECT_EQ(last().at("name"), "call_next");
    lose();
    EXPECT_FALSE(program->desk.busy());
    press(KeyCode::f2);
    EXPECT_EQ(here(), "C003 called");
    greet(hallOfThree());
    EXPECT_EQ(last().at("name"), "settle") << "and not call_next";
}

TEST_F(AloneTest, NumberOfAKioskIsFoundByItsLettersAndDigits) {
    auto hall = hallOfThree();
    hall.waiting.front().number = "A7-012";
    start();
    greet(hall);
    reply(base::json::Object{});
    press(KeyCode::f4);
    for (const char c : {'A', '7', '0', '1', '2'})
        program->desk.press(desk::characterKey(c), program->talk.moment(now));
    ASSERT_TRUE(press(KeyCode::enter));
    EXPECT_EQ(last().at("args").at("number"), "A7-012");
}

}  // namespace
}  // namespace luot::counterclient::test
