#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {
namespace {

TEST(SettingsTest, EqualRulesChangeNothing) {
    auto hall = HallUnderTest::working();
    EXPECT_EQ(hall.answer(ChangeSettings{smallCentre()}), "nothing");
}

TEST(SettingsTest, ApplyAtOnceOnAnOpenDay) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    auto rules = smallCentre();
    rules.counters[2].services.push_back({"a", 2});
    rules.counters.push_back(counter(4, {{"a", 1}}));
    rules.services.push_back(service("d", "D"));
    EXPECT_EQ(hall.answer(ChangeSettings{rules}), "ok");
    EXPECT_EQ(hall.callNext(3), "A001");
    EXPECT_EQ(hall.answer(OpenCounter{4, std::nullopt}), "ok");
    EXPECT_EQ(hall.ticket(hall.issue("d")).number, "D001");
}

TEST(SettingsTest, ServiceWithTicketsCannotVanish) {
    auto hall = HallUnderTest::working();
    const auto id = hall.issue("c");
    auto rules = smallCentre();
    rules.services.pop_back();
    rules.counters[2].services.pop_back();
    const auto refused = hall.give(ChangeSettings{rules});
    ASSERT_FALSE(refused);
    EXPECT_EQ(word(refused.error().code), "day_open");
    EXPECT_EQ(refused.error().subject, "c");
    hall.give(CancelTicket{id});
    EXPECT_EQ(hall.answer(ChangeSettings{rules}), "ok");
    EXPECT_EQ(hall.answer(issueOf("c")), "unknown_service");
}

TEST(SettingsTest, CounterInUseCannotVanish) {
    auto hall = HallUnderTest::working();
    auto rules = smallCentre();
    rules.counters.erase(rules.counters.begin());
    EXPECT_EQ(hall.answer(ChangeSettings{rules}), "day_open");
    hall.give(CloseCounter{1});
    hall.issue("a");
    hall.give(TransferTicket{"t1", std::nullopt, 1});
    EXPECT_EQ(hall.answer(ChangeSettings{rules}), "day_open") << "somebody waits for it";
    hall.give(TransferTicket{"t1", "a", std::nullopt});
    EXPECT_EQ(hall.answer(ChangeSettings{rules}), "ok");
    EXPECT_EQ(hall.callNext(1), "unknown_counter");
}

TEST(SettingsTest, HeldTicketOfAVanishedCounterGoesBackToItsService) {
    auto hall = HallUnderTest::working();
    const auto id = hall.issue("a");
    hall.give(TransferTicket{id, std::nullopt, 3});
    hall.callNext(3);
    hall.give(HoldTicket{3});
    hall.give(CloseCounter{3});
    auto rules = smallCentre();
    rules.counters.erase(rules.counters.begin() + 2);
    EXPECT_EQ(hall.answer(ChangeSettings{rules}), "ok");
    EXPECT_EQ(hall.answer(ReturnTicket{id}), "ok");
    EXPECT_EQ(hall.callNext(1), "A001");
}

TEST(SettingsTest, PrefixChangesOnAClosedDayOnly) {
    auto hall = HallUnderTest::working();
    auto rules = smallCentre();
    rules.services[0].numbers.prefix = "K";
    EXPECT_EQ(hall.answer(ChangeSettings{rules}), "day_open");
    hall.give(CloseDay{});
    EXPECT_EQ(hall.answer(ChangeSettings{rules}), "ok");
    hall.give(OpenDay{});
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "K001");
}

TEST(CounterTest, ClerkSignsInAtACounterThatStandsOpenForNobody) {
    auto hall = HallUnderTest::working();
    hall.give(CloseCounter{1});
    hall.give(OpenCounter{1, std::nullopt});
    EXPECT_EQ(hall.answer(OpenCounter{1, "An"}), "ok");
    EXPECT_EQ(hall.state.desk(1)->counter.clerk, "An");
    const auto taken = hall.give(OpenCounter{1, "Bình"});
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().detail, "An");
}

TEST(CounterTest, PauseKeepsItsReasonUntilTheCounterResumes) {
    auto hall = HallUnderTest::working();
    hall.give(PauseCounter{1, "meal"});
    EXPECT_EQ(hall.state.desk(1)->counter.pauseReason, "meal");
    hall.give(ResumeCounter{1});
    EXPECT_EQ(hall.state.desk(1)->counter.pauseReason, std::nullopt);
    EXPECT_EQ(hall.state.desk(1)->counter.clerk, "clerk 1");
    hall.give(CloseCounter{1});
    EXPECT_EQ(hall.state.desk(1)->counter.clerk, std::nullopt);
}

TEST(DevicesTest, NotesChangeNothingInTheHall) {
    auto hall = HallUnderTest::working();
    const auto before = hall.state;
    const std::vector<Command> notes{RecordShown{"hall-1", 12, true, false}, RecordDeviceLost{"hall-1"},
                                     RecordDeviceBack{"hall-1"}, RecordToken{"display", "hall-2"},
                                     RecordClockJump{base::Milliseconds(-3500)}};
    for (const auto& note : notes) EXPECT_EQ(hall.answer(note), "ok");
    EXPECT_EQ(hall.state, before);
    const auto& shown = std::get<CallShown>(hall.journal[hall.journal.size() - 5].second);
    EXPECT_EQ(shown.display, "hall-1");
    EXPECT_EQ(shown.call, 12);
    EXPECT_TRUE(shown.screen);
    EXPECT_FALSE(shown.spoken);
}

}  // namespace
}  // namespace luot::queue::test
