#include <functional>
#include <map>
#include <sstream>

#include "tests/unit/queue/HallUnderTest.hpp"

// Every command in every state of a ticket and of a counter: allowed ("ok"), already so ("nothing"), or
// refused with a word of the contract. A refusal changes nothing.
namespace luot::queue::test {
namespace {

using Setup = std::function<void(HallUnderTest&)>;
struct NamedCommand {
    std::string name;
    Command command;
};

/// The ticket of the table is t1, A001 of service a, at counter 1 when it is at one.
const std::map<std::string, Setup> ticketStates{
    {"waiting", [](auto&) {}},
    {"called", [](auto& hall) { hall.give(CallNext{1}); }},
    {"serving",
     [](auto& hall) {
         hall.give(CallNext{1});
         hall.give(StartService{1});
     }},
    {"held",
     [](auto& hall) {
         hall.give(CallNext{1});
         hall.give(HoldTicket{1});
     }},
    {"no_show",
     [](auto& hall) {
         hall.give(CallNext{1});
         hall.give(MissTicket{1});
     }},
    {"too_late",
     [](auto& hall) {
         hall.give(CallNext{1});
         hall.give(MissTicket{1});
         hall.pass(std::chrono::minutes(30) + std::chrono::seconds(1));
     }},
    {"finished", [](auto& hall) { hall.serveNext(1); }},
    {"cancelled", [](auto& hall) { hall.give(CancelTicket{"t1"}); }},
    {"expired",
     [](auto& hall) {
         hall.give(CloseDay{});
         hall.give(OpenDay{});
         for (int desk = 1; desk <= 3; ++desk) hall.give(OpenCounter{desk, std::nullopt});
     }},
};

const std::vector<NamedCommand> ticketCommands{
    {"return", ReturnTicket{"t1"}},
    {"to_service", TransferTicket{"t1", "b", std::nullopt}},
    {"to_counter", TransferTicket{"t1", std::nullopt, 3}},
    {"cancel", CancelTicket{"t1"}},
    {"grant", ChangePriority{"t1", true, "over 80"}},
    {"remove", ChangePriority{"t1", false, "mistake"}},
    {"printed", RecordPrint{"t1", PrintOutcome::confirmed}},
    {"reprint", ReprintTicket{"t1"}},
    {"call_here", CallNumber{1, "A001"}},
    {"call_at_2", CallNumber{2, "A001"}},
    {"call_at_3", CallNumber{3, "A001"}},
    {"recall", Recall{1}},
    {"start", StartService{1}},
    {"finish", FinishTicket{1, std::nullopt}},
    {"miss", MissTicket{1}},
    {"hold", HoldTicket{1}},
    {"undo", UndoCall{1}},
};

constexpr auto ticketTable = R"(
            waiting         called          serving         held            no_show         too_late        finished    cancelled   expired
return      wrong_state     ok              wrong_state     ok              ok              too_late        wrong_state wrong_state wrong_state
to_service  ok              ok              ok              ok              wrong_state     wrong_state     wrong_state wrong_state wrong_state
to_counter  ok              ok              ok              ok              wrong_state     wrong_state     wrong_state wrong_state wrong_state
cancel      ok              ok              wrong_state     ok              wrong_state     wrong_state     wrong_state wrong_state wrong_state
grant       ok              ok              ok              ok              wrong_state     wrong_state     wrong_state wrong_state wrong_state
remove      nothing         nothing         nothing         nothing         wrong_state     wrong_state     wrong_state wrong_state wrong_state
printed     ok              ok              ok              ok              ok              ok              wrong_state wrong_state wrong_state
reprint     ok              ok              ok              ok              wrong_state     wrong_state     wrong_state wrong_state wrong_state
call_here   ok              already_called  already_called  ok              ok              too_late        wrong_state wrong_state wrong_state
call_at_2   ok              already_called  already_called  ok              ok              too_late        wrong_state wrong_state wrong_state
call_at_3   not_served_here already_called  already_called  not_served_here not_served_here not_served_here wrong_state wrong_state wrong_state
recall      wrong_state     ok              wrong_state     wrong_state     wrong_state     wrong_state     wrong_state wrong_state wrong_state
start       wrong_state     ok              wrong_state     wrong_state     wrong_state     wrong_state     wrong_state wrong_state wrong_state
finish      wrong_state     wrong_state     ok              wrong_state     wrong_state     wrong_state     wrong_state wrong_state wrong_state
miss        wrong_state     ok              wrong_state     wrong_state     wrong_state     wrong_state     wrong_state wrong_state wrong_state
hold        wrong_state     ok              ok              wrong_state     wrong_state     wrong_state     wrong_state wrong_state wrong_state
undo        wrong_state     ok              wrong_state     wrong_state     wrong_state     wrong_state     wrong_state wrong_state wrong_state
)";

const std::map<std::string, Setup> counterStates{
    {"closed", [](auto& hall) { hall.give(CloseCounter{1}); }},
    {"open", [](auto&) {}},
    {"calling", [](auto& hall) { hall.give(CallNext{1}); }},
    {"serving",
     [](auto& hall) {
         hall.give(CallNext{1});
         hall.give(StartService{1});
     }},
    {"paused",
     [](auto& hall) {
         hall.give(PauseCounter{1, "meal"});
     }},
    {"paused_serving",
     [](auto& hall) {
         hall.give(CallNext{1});
         hall.give(StartService{1});
         hall.give(PauseCounter{1, "meal"});
     }},
    {"day_closed", [](auto& hall) { hall.give(CloseDay{}); }},
};

const std::vector<NamedCommand> counterCommands{
    {"open", OpenCounter{1, "clerk 1"}},
    {"open_nobody", OpenCounter{1, std::nullopt}},
    {"open_other", OpenCounter{1, "somebody else"}},
    {"pause", PauseCounter{1, "meal"}},
    {"pause_other", PauseCounter{1, "meeting"}},
    {"resume", ResumeCounter{1}},
    {"close", CloseCounter{1}},
    {"call_next", CallNext{1}},
    {"call_number", CallNumber{1, "A002"}},
    {"recall", Recall{1}},
    {"start", StartService{1}},
    {"finish", FinishTicket{1, std::nullopt}},
    {"miss", MissTicket{1}},
    {"hold", HoldTicket{1}},
    {"undo", UndoCall{1}},
};

constexpr auto counterTable = R"(
            closed         open        calling        serving       paused         paused_serving day_closed
open        ok             nothing     nothing        nothing       ok             ok             ok
open_nobody ok             nothing     nothing        nothing       ok             ok             ok
open_other  ok             counter_taken counter_taken counter_taken counter_taken counter_taken  ok
pause       counter_closed ok          counter_busy   ok            nothing        nothing        counter_closed
pause_other counter_closed ok          counter_busy   ok            wrong_state    wrong_state    counter_closed
resume      counter_closed nothing     nothing        nothing       ok             ok             counter_closed
close       nothing        ok          counter_busy   counter_busy  ok             counter_busy   nothing
call_next   counter_closed ok          counter_busy   ok            counter_closed counter_closed day_closed
call_number counter_closed ok          counter_busy   ok            counter_closed counter_closed day_closed
recall      counter_closed wrong_state ok             wrong_state   wrong_state    wrong_state    counter_closed
start       counter_closed wrong_state ok             wrong_state   wrong_state    wrong_state    counter_closed
finish      counter_closed wrong_state wrong_state    ok            wrong_state    ok             counter_closed
miss        counter_closed wrong_state ok             wrong_state   wrong_state    wrong_state    counter_closed
hold        counter_closed wrong_state ok             ok            wrong_state    ok             counter_closed
undo        counter_closed wrong_state ok             wrong_state   wrong_state    wrong_state    counter_closed
)";

/// command -> state -> answer
std::map<std::string, std::map<std::string, std::string>> parse(const char* table) {
    std::istringstream lines(table);
    std::string line;
    std::vector<std::string> states;
    std::map<std::string, std::map<std::string, std::string>> answers;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::vector<std::string> cells{std::istream_iterator<std::string>(words), {}};
        if (cells.empty()) continue;
        if (states.empty()) {
            states = cells;
            continue;
        }
        EXPECT_EQ(cells.size(), states.size() + 1) << line;
        for (std::size_t i = 0; i < states.size(); ++i) answers[cells[0]][states[i]] = cells.at(i + 1);
    }
    return answers;
}

void check(const std::map<std::string, Setup>& states, const std::vector<NamedCommand>& commands,
           const char* table) {
    auto expected = parse(table);
    for (const auto& [state, setup] : states) {
        for (const auto& [name, command] : commands) {
            auto hall = HallUnderTest::working();
            hall.issue("a");
            hall.issue("a");
            setup(hall);
            const Hall before = hall.state;
            const auto answer = hall.answer(command);
            EXPECT_EQ(answer, expected[name][state]) << name << " when " << state;
            if (answer == "ok") continue;
            EXPECT_EQ(hall.state, before) << name << " when " << state;
        }
    }
}

TEST(StatesTest, EveryTicketCommandInEveryTicketStateAnswersAsTheTableSays) {
    check(ticketStates, ticketCommands, ticketTable);
}

TEST(StatesTest, EveryCounterCommandInEveryCounterStateAnswersAsTheTableSays) {
    check(counterStates, counterCommands, counterTable);
}

template <class T, class V>
IssueTicket issueWith(T IssueTicket::*member, V value) {
    auto command = issueOf("a");
    command.*member = value;
    return command;
}

TEST(StatesTest, UnknownThingsAreNamed) {
    auto hall = HallUnderTest::working();
    const std::vector<std::pair<Command, Refusal>> cases{
        {issueOf("z"), {RefusalCode::unknownService, "z", ""}},
        {CallNext{7}, {RefusalCode::unknownCounter, "7", ""}},
        {Recall{7}, {RefusalCode::unknownCounter, "7", ""}},
        {OpenCounter{7, std::nullopt}, {RefusalCode::unknownCounter, "7", ""}},
        {CallNumber{1, "A009"}, {RefusalCode::unknownTicket, "A009", ""}},
        {CancelTicket{"t9"}, {RefusalCode::unknownTicket, "t9", ""}},
        {TransferTicket{"t1", "z", std::nullopt}, {RefusalCode::unknownService, "z", ""}},
        {TransferTicket{"t1", std::nullopt, 7}, {RefusalCode::unknownCounter, "7", ""}},
    };
    for (const auto& [command, expected] : cases) {
        const auto decision = decide(hall.state, command, hall.now);
        ASSERT_FALSE(decision) << expected.subject;
        EXPECT_EQ(word(decision.error().code), word(expected.code));
        EXPECT_EQ(decision.error().subject, expected.subject);
        EXPECT_EQ(decision.error().detail, expected.detail);
    }
}

TEST(StatesTest, WrongArgumentsAreNamed) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    const std::vector<std::pair<Command, std::string>> cases{
        {issueOf("a", ""), "id"},
        {issueOf("a", "t1"), "id"},
        {issueWith(&IssueTicket::lane, "fast"), "lane"},
        {issueWith(&IssueTicket::language, "fr"), "language"},
        {issueWith(&IssueTicket::dossiers, 0), "dossiers"},
        {issueWith(&IssueTicket::dossiers, 1000), "dossiers"},
        {TransferTicket{"t1", std::nullopt, std::nullopt}, "service"},
        {TransferTicket{"t1", "b", 3}, "service"},
        {ChangePriority{"t1", true, ""}, "reason"},
        {PauseCounter{1, ""}, "reason"},
    };
    for (const auto& [command, name] : cases) {
        const auto decision = decide(hall.state, command, hall.now);
        ASSERT_FALSE(decision) << name;
        EXPECT_EQ(word(decision.error().code), "bad_argument") << name;
        EXPECT_EQ(decision.error().subject, name);
    }
}

TEST(StatesTest, RefusalSaysWhichCounterHasTheTicketAndWhichTicketTheCounterHas) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.issue("a");
    hall.callNext(1);
    const auto elsewhere = decide(hall.state, CallNumber{2, "A001"}, hall.now).error();
    EXPECT_EQ(elsewhere.subject, "A001");
    EXPECT_EQ(elsewhere.detail, "1");
    const auto busy = decide(hall.state, CallNext{1}, hall.now).error();
    EXPECT_EQ(busy.subject, "1");
    EXPECT_EQ(busy.detail, "A001");
    hall.give(MissTicket{1});
    const auto missed = decide(hall.state, CancelTicket{"t1"}, hall.now).error();
    EXPECT_EQ(missed.subject, "A001");
    EXPECT_EQ(missed.detail, "no_show");
}

}  // namespace
}  // namespace luot::queue::test
