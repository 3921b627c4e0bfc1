#include "tests/unit/counter/Scene.hpp"

namespace luot::counterclient::test {
namespace {

TEST(PrimaryKeyTest, OpensAClosedCounterInTheClerksName) {
    Scene scene;
    scene.counterState("closed");
    const auto order = scene.press(KeyCode::f2);
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(open {"counter":2,"clerk":"Lê Thị Mai"})");
}

TEST(PrimaryKeyTest, CallsTheNextWhenIdle) {
    Scene scene;
    const auto order = scene.press(KeyCode::f2);
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(call_next {"counter":2})");
}

TEST(PrimaryKeyTest, StartsACalledNumberAndFinishesAServedOne) {
    Scene calling;
    calling.call("A045", 5);
    EXPECT_EQ(calling.commandOf(KeyCode::f2), "start");
    Scene serving;
    serving.serve("A045", 60);
    EXPECT_EQ(serving.commandOf(KeyCode::f2), "finish");
}

TEST(PrimaryKeyTest, ResumesAPausedCounter) {
    Scene scene;
    scene.counterState("paused");
    EXPECT_EQ(scene.commandOf(KeyCode::f2), "resume");
    scene.answer();
    EXPECT_EQ(scene.commandOf(KeyCode::f9), "resume");
}

TEST(PrimaryKeyTest, FinishesWhoIsStillServedInAPause) {
    Scene scene;
    scene.serve("A045", 60);
    scene.counterState("paused");
    EXPECT_EQ(scene.commandOf(KeyCode::f2), "finish");
}

TEST(PrimaryKeyTest, IsDeafRightAfterAChangeOfState) {
    Scene scene;
    scene.hall().called = {makeTicket("A045", 12)};
    scene.hall().called[0].counter = ownCounter;
    scene.refresh();
    scene.later(base::Milliseconds(desk::deafFor - 1));
    EXPECT_EQ(scene.commandOf(KeyCode::f2), "");
    scene.later(base::Milliseconds(1));
    EXPECT_EQ(scene.commandOf(KeyCode::f2), "start");
}

TEST(PrimaryKeyTest, IsDeafRightAfterAnAnswerWhoseEventIsStillOnTheWay) {
    Scene scene;
    ASSERT_TRUE(scene.press(KeyCode::f2));
    scene.answer();
    EXPECT_FALSE(scene.press(KeyCode::f2));
}

TEST(PrimaryKeyTest, DoesNothingBeforeTheHallIsKnown) {
    protocol::HallView view;
    Desk desk(view, {ownCounter, ""});
    desk.linkUp();
    EXPECT_FALSE(desk.press({KeyCode::f2, 0}, {5000, tenOClock()}));
    EXPECT_EQ(desk.situation().mode, hall::CounterMode::unknown);
}

TEST(PrimaryKeyTest, ListensAtOnceToAClerkWhoJustStartedTheProgram) {
    protocol::HallView view;
    Desk desk(view, {ownCounter, ""});
    desk.linkUp();
    ASSERT_TRUE(view.apply(protocol::Snapshot{100, 1, 1, emptyHall()}));
    desk.refreshed({5000, tenOClock()});
    EXPECT_TRUE(desk.press({KeyCode::f2, 0}, {5000, tenOClock()}));
}

TEST(DeskOrderTest, IsNotSentTwiceWhileOneIsUnderWay) {
    Scene scene;
    ASSERT_TRUE(scene.press(KeyCode::f2));
    scene.later(base::Seconds(3));
    EXPECT_FALSE(scene.press(KeyCode::f2));
    EXPECT_EQ(scene.said(), "clerk.asking");
    scene.answer();
    scene.later(base::Seconds(1));
    EXPECT_EQ(scene.commandOf(KeyCode::f2), "call_next");
}

TEST(DeskOrderTest, CarriesTheChosenOutcome) {
    Scene scene;
    scene.serve("A045", 60);
    scene.type('2');
    const auto order = scene.press(KeyCode::f2);
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(finish {"counter":2,"outcome":"supplement"})");
}

TEST(DeskOrderTest, TheSameDigitAgainTakesTheOutcomeBack) {
    Scene scene;
    scene.serve("A045", 60);
    scene.type('2');
    scene.type('2');
    EXPECT_EQ(scene.desk.outcome(), "");
}

TEST(DeskOrderTest, ForgetsTheOutcomeWithTheNextNumber) {
    Scene scene;
    scene.serve("A045", 60);
    scene.type('1');
    scene.hall().serving[0] = makeTicket("A046", 5);
    scene.hall().serving[0].counter = ownCounter;
    scene.refresh();
    EXPECT_EQ(scene.desk.outcome(), "");
}

TEST(CallPriorityTest, CallsTheFirstPriorityNumberOfTheOwnQueue) {
    Scene scene;
    scene.wait("C001", 40, true);
    scene.wait("A001", 30);
    scene.wait("B007", 20, true);
    scene.wait("A009", 10, true);
    const auto order = scene.press(KeyCode::f3);
    ASSERT_TRUE(order);
    EXPECT_EQ(text(*order), R"(call {"counter":2,"number":"B007"})");
}

TEST(CallPriorityTest, SaysThatThereIsNone) {
    Scene scene;
    scene.wait("A001", 30);
    EXPECT_FALSE(scene.press(KeyCode::f3));
    EXPECT_EQ(scene.said(), "clerk.no_priority");
}

TEST(RecallTest, WaitsTwentySecondsAfterTheLastCall) {
    Scene scene;
    scene.call("A045", 10);
    const auto offer = scene.desk.offer(KeyCode::f3, scene.now);
    ASSERT_TRUE(offer);
    EXPECT_EQ(offer->blocked, desk::Phrase::of("clerk.in_seconds", {{"s", "9"}}));
    EXPECT_FALSE(scene.press(KeyCode::f3));
    scene.later(base::Seconds(9));
    EXPECT_EQ(scene.commandOf(KeyCode::f3), "recall");
}

TEST(RecallTest, EndsAfterThreeRecalls) {
    Scene scene;
    scene.call("A045", 60, 3);
    EXPECT_TRUE(scene.desk.offer(KeyCode::f3, scene.now)->allowed());
    scene.call("A045", 60, 4);
    EXPECT_EQ(scene.desk.offer(KeyCode::f3, scene.now)->blocked.key, "clerk.recalled_enough");
}

TEST(RecallTest, IsOverOnceTheVisitorHasCome) {
    Scene scene;
    scene.serve("A045", 60);
    EXPECT_FALSE(scene.press(KeyCode::f3));
    EXPECT_EQ(scene.said(), "clerk.has_come");
}

TEST(NoShowTest, NeedsThreeCallsAndTwoMinutes) {
    Scene twice;
    twice.call("A045", 300, 2);
    EXPECT_FALSE(twice.press(KeyCode::f4));
    Scene soon;
    soon.call("A045", 100, 3);
    EXPECT_FALSE(soon.press(KeyCode::f4));
    soon.later(base::Seconds(19));
    EXPECT_EQ(soon.commandOf(KeyCode::f4), "no_show");
}

TEST(NoShowTest, CountsFromTheFirstCallNotFromTheRecalls) {
    Scene scene;
    scene.call("A045", 0);
    scene.later(base::Seconds(118));
    scene.hall().called[0].calls = 3;
    scene.hall().called[0].lastCalledAt = scene.now.server;
    ASSERT_TRUE(scene.view.apply(protocol::Snapshot{500, 1, 1, scene.hall()}));
    scene.desk.hallChanged(scene.now);
    EXPECT_FALSE(scene.press(KeyCode::f4));
    scene.later(base::Seconds(1));
    EXPECT_EQ(scene.commandOf(KeyCode::f4), "no_show");
}

TEST(NoShowTest, FollowsTheCentresLimits) {
    Scene scene;
    scene.hall().centre.noShowAfterCalls = 1;
    scene.hall().centre.noShowAfterS = 30;
    scene.call("A045", 0);
    EXPECT_EQ(scene.desk.offer(KeyCode::f4, scene.now)->blocked,
              desk::Phrase::of("clerk.in_seconds", {{"s", "29"}}));
    scene.later(base::Seconds(29));
    EXPECT_EQ(scene.commandOf(KeyCode::f4), "no_show");
}

TEST(RecallTest, FollowsTheCentresLimitsAndForgetsCallsBeforeAHold) {
    Scene scene;
    scene.hall().centre.recallMax = 1;
    scene.hall().centre.recallGapS = 5;
    scene.call("A045", 5, 2);
    EXPECT_EQ(scene.desk.offer(KeyCode::f3, scene.now)->blocked.key, "clerk.recalled_enough");
    scene.hall().called[0].callsBefore = 1;
    scene.refresh();
    EXPECT_EQ(scene.commandOf(KeyCode::f3), "recall");
}

TEST(PrepareTest, AsksTheNextOnesToGetReady) {
    Scene scene;
    EXPECT_FALSE(scene.press(KeyCode::f7));
    EXPECT_EQ(scene.said(), "clerk.queue_empty");
    scene.wait("A046", 5);
    EXPECT_EQ(text(*scene.press(KeyCode::f7)), R"(prepare {"counter":2})");
}

TEST(UndoTest, IsOfferedForTenSecondsAfterACall) {
    Scene scene;
    scene.call("A045", 0);
    EXPECT_EQ(scene.said(), "clerk.undo_call");
    EXPECT_EQ(scene.commandOf(KeyCode::undo), "undo");
    scene.answer();
    scene.later(base::Seconds(9));
    EXPECT_NE(scene.said(), "clerk.undo_call");
    EXPECT_FALSE(scene.press(KeyCode::undo));
    EXPECT_EQ(scene.said(), "clerk.undo_too_late");
}

TEST(ReturnTest, GivesACalledNumberBackAndTransfersAServedOneToItsOwnService) {
    Scene calling;
    calling.call("A045", 5);
    EXPECT_EQ(text(*calling.press(KeyCode::f8)), R"(return {"ticket":"id-A045"})");
    Scene serving;
    serving.serve("A045", 5);
    EXPECT_EQ(text(*serving.press(KeyCode::f8)), R"(transfer {"ticket":"id-A045","service":"chung-thuc"})");
}

TEST(HoldTest, HoldsCalledAndServedNumbers) {
    Scene calling;
    calling.call("A045", 5);
    EXPECT_EQ(calling.commandOf(KeyCode::f6), "hold");
    Scene serving;
    serving.serve("A045", 5);
    EXPECT_EQ(serving.commandOf(KeyCode::f6), "hold");
}

TEST(OfflineTest, NoKeySendsAnythingAndTheReasonIsSaid) {
    Scene scene;
    scene.wait("A001", 5);
    scene.desk.linkDown();
    for (const auto key : {KeyCode::f2, KeyCode::f3, KeyCode::f4, KeyCode::f6, KeyCode::f9}) {
        EXPECT_FALSE(scene.press(key));
        EXPECT_EQ(scene.desk.page().kind, desk::PageKind::main);
        EXPECT_EQ(scene.desk.offer(key, scene.now)->blocked.key, "clerk.needs_server");
    }
    EXPECT_EQ(scene.desk.notice(scene.now).text, desk::Phrase::of("clerk.offline_now", {{"n", "1"}}));
}

TEST(ReadOnlyServerTest, NoKeySendsAnything) {
    Scene scene;
    scene.hall().writable = false;
    scene.refresh();
    EXPECT_FALSE(scene.press(KeyCode::f2));
    EXPECT_EQ(scene.desk.offer(KeyCode::f2, scene.now)->blocked.key, "clerk.cannot_write");
    EXPECT_EQ(scene.said(), "error.db_locked");
}

TEST(QueueTabTest, TabShowsTheWholeHall) {
    Scene scene;
    scene.wait("A001", 5);
    scene.wait("C001", 5);
    EXPECT_EQ(scene.desk.queue().size(), 1u);
    scene.press(KeyCode::tab);
    EXPECT_EQ(scene.desk.queue().size(), 2u);
}

TEST(QueueTabTest, ArrowsStayInsideTheQueue) {
    Scene scene;
    scene.wait("A001", 5);
    scene.wait("A002", 4);
    scene.press(KeyCode::up);
    EXPECT_EQ(scene.desk.queueTop(), 0u);
    for (int i = 0; i < 5; ++i) scene.press(KeyCode::down);
    EXPECT_EQ(scene.desk.queueTop(), 1u);
}

}  // namespace
}  // namespace luot::counterclient::test
