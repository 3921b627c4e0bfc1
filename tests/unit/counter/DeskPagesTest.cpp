#include "tests/unit/counter/Scene.hpp"

namespace luot::counterclient::test {
namespace {

using desk::PageKind;

TEST(TransferPageTest, ADigitTransfersToThatCounterAtOnce) {
    Scene scene;
    scene.serve("A045", 60);
    EXPECT_FALSE(scene.press(KeyCode::f5));
    const auto order = scene.type('3');
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(transfer {"ticket":"id-A045","counter":3})");
    EXPECT_EQ(scene.desk.page().kind, PageKind::main);
}

TEST(TransferPageTest, ADigitThatBeginsAnotherNumberWaitsForEnter) {
    Scene scene;
    scene.serve("A045", 60);
    scene.press(KeyCode::f5);
    EXPECT_FALSE(scene.type('1'));
    const auto order = scene.press(KeyCode::enter);
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(transfer {"ticket":"id-A045","counter":1})");
}

TEST(TransferPageTest, TwoDigitsNameACounterOverNine) {
    Scene scene;
    scene.serve("A045", 60);
    scene.press(KeyCode::f5);
    scene.type('1');
    const auto order = scene.type('2');
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(transfer {"ticket":"id-A045","counter":12})");
}

TEST(TransferPageTest, ArrowsSkipClosedCounters) {
    Scene scene;
    scene.serve("A045", 60);
    scene.press(KeyCode::f5);
    for (int i = 0; i < 9; ++i) scene.press(KeyCode::down);
    const auto order = scene.press(KeyCode::enter);
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(transfer {"ticket":"id-A045","counter":12})");
}

TEST(TransferPageTest, AClosedCounterSaysWhy) {
    Scene scene;
    scene.serve("A045", 60);
    scene.press(KeyCode::f5);
    scene.type('1');
    EXPECT_FALSE(scene.type('4'));
    EXPECT_EQ(scene.said(), "display.counter_closed");
}

TEST(TransferPageTest, TheSecondTabTransfersToAServiceByItsLetter) {
    Scene scene;
    scene.serve("A045", 60);
    scene.press(KeyCode::f5);
    scene.press(KeyCode::tab);
    const auto order = scene.type('C');
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(transfer {"ticket":"id-A045","service":"dat-dai"})");
}

TEST(TransferPageTest, EscapeAndItsOwnKeyLeaveThePage) {
    Scene scene;
    scene.serve("A045", 60);
    for (const auto key : {KeyCode::escape, KeyCode::f5}) {
        scene.press(KeyCode::f5);
        ASSERT_EQ(scene.desk.page().kind, PageKind::transfer);
        scene.press(key);
        EXPECT_EQ(scene.desk.page().kind, PageKind::main);
    }
}

TEST(TransferPageTest, ClosesWhenTheNumberIsGone) {
    Scene scene;
    scene.serve("A045", 60);
    scene.press(KeyCode::f5);
    scene.hall().serving.clear();
    scene.refresh();
    EXPECT_EQ(scene.desk.page().kind, PageKind::main);
}

TEST(TransferPageTest, AClickOnARowIsAsGoodAsItsDigit) {
    Scene scene;
    scene.serve("A045", 60);
    scene.press(KeyCode::f5);
    const auto order = scene.desk.pressRow(1, scene.now);
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(transfer {"ticket":"id-A045","counter":3})");
}

TEST(PausePageTest, ADigitPausesForThatReason) {
    Scene scene;
    EXPECT_FALSE(scene.press(KeyCode::f9));
    const auto order = scene.type('2');
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(pause {"counter":2,"reason":"meeting"})");
}

TEST(PausePageTest, ListsTheCentresOwnReasons) {
    Scene scene;
    scene.hall().centre.pauseReasons = {{"post", "Giao nhận bưu điện", "Post run"}};
    scene.refresh();
    scene.press(KeyCode::f9);
    const auto rows = scene.desk.rows(scene.now);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].label, desk::Phrase::named("Giao nhận bưu điện", "Post run"));
    EXPECT_EQ(text(*scene.type('1')), R"(pause {"counter":2,"reason":"post"})");
}

TEST(PausePageTest, DoesNotOpenWhileANumberIsCalled) {
    Scene scene;
    scene.call("A045", 5);
    EXPECT_FALSE(scene.press(KeyCode::f9));
    EXPECT_EQ(scene.desk.page().kind, PageKind::main);
    EXPECT_EQ(scene.said(), "clerk.pause_after");
}

TEST(CallNumberPageTest, FindsNumbersByTheirDigitsAlone) {
    Scene scene;
    scene.wait("A045", 5);
    scene.wait("B046", 4);
    scene.wait("C046", 3);
    scene.press(KeyCode::f4);
    for (const char c : std::string("46")) scene.type(c);
    const auto order = scene.press(KeyCode::enter);
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(call {"counter":2,"number":"B046"})");
}

TEST(CallNumberPageTest, ArrowsChooseAmongSeveral) {
    Scene scene;
    scene.wait("A045", 5);
    scene.wait("A046", 4);
    scene.press(KeyCode::f4);
    for (const char c : std::string("A04")) scene.type(c);
    scene.press(KeyCode::down);
    EXPECT_EQ(text(*scene.press(KeyCode::enter)), R"(call {"counter":2,"number":"A046"})");
}

TEST(CallNumberPageTest, BackspaceTakesACharacterBack) {
    Scene scene;
    scene.wait("A045", 5);
    scene.press(KeyCode::f4);
    scene.type('9');
    EXPECT_TRUE(scene.desk.rows(scene.now).empty());
    scene.press(KeyCode::backspace);
    EXPECT_EQ(scene.desk.rows(scene.now).size(), 1u);
}

TEST(CallNumberPageTest, SaysThatThereIsNoSuchNumber) {
    Scene scene;
    scene.press(KeyCode::f4);
    scene.type('9');
    EXPECT_FALSE(scene.press(KeyCode::enter));
    EXPECT_EQ(scene.said(), "error.ticket_unknown");
}

protocol::Ticket heldHere(const std::string& number) {
    auto ticket = makeTicket(number, 50);
    ticket.state = "held";
    ticket.counter = ownCounter;
    return ticket;
}

TEST(HeldPageTest, CallsOrReturnsTheChosenNumber) {
    Scene scene;
    scene.hall().held = {heldHere("A030"), heldHere("A031")};
    scene.refresh();
    scene.press(KeyCode::f6);
    scene.press(KeyCode::down);
    EXPECT_EQ(text(*scene.press(KeyCode::f8)), R"(return {"ticket":"id-A031"})");
    scene.answer();
    scene.press(KeyCode::f6);
    EXPECT_EQ(text(*scene.press(KeyCode::enter)), R"(call {"counter":2,"number":"A030"})");
}

TEST(HeldPageTest, ListsLateComersOnlyWhileTheyMayReturn) {
    Scene scene;
    auto missed = heldHere("A010");
    missed.state = "no_show";
    missed.endedAt = scene.now.server - base::Minutes(29);
    scene.hall().missed = {missed};
    scene.refresh();
    EXPECT_EQ(hall::heldFor(scene.view, ownCounter, scene.now.server).size(), 1u);
    scene.later(base::Minutes(2));
    EXPECT_TRUE(hall::heldFor(scene.view, ownCounter, scene.now.server).empty());
}

TEST(HeldPageTest, DoesNotOpenWhenNothingIsHeld) {
    Scene scene;
    scene.press(KeyCode::f6);
    EXPECT_EQ(scene.desk.page().kind, PageKind::main);
    EXPECT_EQ(scene.said(), "clerk.no_held");
}

TEST(MenuPageTest, ClosesAnEmptyCounterAtOnceAndAsksBackWhenPeopleWait) {
    Scene empty;
    empty.press(KeyCode::f10);
    EXPECT_EQ(text(*empty.type('1')), R"(close {"counter":2})");
    Scene full;
    full.wait("A001", 5);
    full.press(KeyCode::f10);
    EXPECT_FALSE(full.type('1'));
    EXPECT_EQ(full.desk.page().kind, PageKind::confirmClose);
    EXPECT_EQ(text(*full.press(KeyCode::enter)), R"(close {"counter":2})");
}

TEST(MenuPageTest, GrantsPriorityAndTakesItAway) {
    Scene scene;
    scene.call("A045", 5);
    scene.press(KeyCode::f10);
    EXPECT_EQ(text(*scene.type('1')),
              R"(priority {"ticket":"id-A045","granted":true,"reason":"at_counter"})");
}

TEST(MenuPageTest, CancelsACalledNumberAfterAskingBack) {
    Scene scene;
    scene.call("A045", 5);
    scene.press(KeyCode::f10);
    EXPECT_FALSE(scene.type('2'));
    EXPECT_EQ(text(*scene.press(KeyCode::enter)), R"(cancel {"ticket":"id-A045"})");
}

TEST(MenuPageTest, AsksForASecondPaperOfTheNumberThatIsHere) {
    Scene scene;
    scene.call("A045", 5);
    scene.press(KeyCode::f10);
    EXPECT_EQ(text(*scene.type('3')), R"(reprint {"ticket":"id-A045"})");
}

TEST(OutcomePageTest, ChoosesAmongAllSeven) {
    Scene scene;
    scene.serve("A045", 60);
    scene.type('0');
    ASSERT_EQ(scene.desk.page().kind, PageKind::outcomes);
    scene.type('7');
    EXPECT_EQ(scene.desk.outcome(), "left");
    EXPECT_EQ(scene.desk.page().kind, PageKind::main);
}

TEST(OutcomePageTest, ListsTheCentresOwnOutcomes) {
    Scene scene;
    scene.hall().centre.outcomes = {{"done", "Xong", "Done"}, {"later", "Hẹn lại", "Come back"}};
    scene.serve("A045", 60);
    scene.type('3');
    EXPECT_EQ(scene.desk.outcome(), "") << "there is no third";
    scene.type('2');
    EXPECT_EQ(text(*scene.press(KeyCode::f2)), R"(finish {"counter":2,"outcome":"later"})");
}

TEST(MenuPageTest, AsksTheNextOnesToGetReady) {
    Scene scene;
    scene.wait("A046", 5);
    scene.press(KeyCode::f10);
    EXPECT_EQ(text(*scene.type('2')), R"(prepare {"counter":2})");
}

TEST(PageTest, SendsNothingWhenTheLinkBrokeMeanwhile) {
    Scene scene;
    scene.press(KeyCode::f9);
    scene.desk.linkDown();
    EXPECT_FALSE(scene.type('1'));
}

}  // namespace
}  // namespace luot::counterclient::test
