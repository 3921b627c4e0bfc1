#include "tests/unit/counter/Scene.hpp"

namespace luot::counterclient::test {
namespace {

protocol::EventFrame event(std::int64_t seq, const std::string& name, base::json::Object data) {
    protocol::EventFrame frame;
    frame.seq = seq;
    frame.name = name;
    frame.at = tenOClock();
    frame.data = std::move(data);
    return frame;
}

protocol::EventFrame called(std::int64_t seq, int counter) {
    return event(seq, "ticket_called", {{"ticket", {{"counter", counter}}}, {"counter", counter}});
}

protocol::EventFrame shown(std::int64_t call, const std::string& display) {
    return event(900, "call_shown",
                 {{"display", display}, {"call", call}, {"screen", true}, {"spoken", true}});
}

TEST(CallEchoTest, CountsTheDisplaysThatShowedTheLastCall) {
    Scene scene;
    scene.desk.take(called(200, ownCounter), scene.now);
    scene.desk.take(shown(200, "east"), scene.now);
    scene.desk.take(shown(200, "east"), scene.now);
    scene.desk.take(shown(200, "west"), scene.now);
    EXPECT_EQ(scene.desk.echo().displays(), 2);
    EXPECT_TRUE(scene.desk.echo().spoken());
}

TEST(CallEchoTest, IgnoresOtherCalls) {
    Scene scene;
    scene.desk.take(called(200, ownCounter), scene.now);
    scene.desk.take(called(201, 1), scene.now);
    scene.desk.take(shown(201, "east"), scene.now);
    EXPECT_EQ(scene.desk.echo().displays(), 0);
}

TEST(CallEchoTest, IsMissedAfterThreeSeconds) {
    Scene scene;
    scene.desk.take(called(200, ownCounter), scene.now);
    scene.later(base::Milliseconds(hall::echoWithin - 1));
    EXPECT_FALSE(scene.desk.echo().missing(scene.now.local));
    scene.later(base::Milliseconds(1));
    EXPECT_TRUE(scene.desk.echo().missing(scene.now.local));
    scene.desk.take(shown(200, "east"), scene.now);
    EXPECT_FALSE(scene.desk.echo().missing(scene.now.local));
}

TEST(CallEchoTest, BeginsAnewWithARecall) {
    Scene scene;
    scene.desk.take(called(200, ownCounter), scene.now);
    scene.desk.take(shown(200, "east"), scene.now);
    scene.desk.take(event(210, "ticket_recalled", {{"ticket", {{"counter", 2}}}}), scene.now);
    EXPECT_EQ(scene.desk.echo().displays(), 0);
}

TEST(CallEchoTest, ADisplayThatOnlySpokeShowedNothing) {
    Scene scene;
    scene.desk.take(called(200, ownCounter), scene.now);
    scene.desk.take(
        event(220, "call_shown", {{"display", "x"}, {"call", 200}, {"screen", false}, {"spoken", true}}),
        scene.now);
    EXPECT_EQ(scene.desk.echo().displays(), 0);
}

TEST(ServedCountTest, CountsWhatThisCounterFinished) {
    Scene scene;
    scene.desk.take(event(1, "ticket_finished", {{"ticket", {{"counter", 2}}}}), scene.now);
    scene.desk.take(event(2, "ticket_finished", {{"ticket", {{"counter", 1}}}}), scene.now);
    EXPECT_EQ(scene.desk.served(), 1);
    scene.desk.take(event(3, "day_opened", {{"day", "2026-11-24"}}), scene.now);
    EXPECT_EQ(scene.desk.served(), 0);
}

TEST(ReplyTest, ARefusalIsSaidInTheServersWordsForSixSeconds) {
    Scene scene;
    ASSERT_TRUE(scene.press(KeyCode::f2));
    protocol::Reply reply;
    reply.problem = protocol::Problem{};
    reply.problem->code = "already_called";
    reply.problem->detail = "Number A045 was already called by counter 3";
    reply.problem->detailVi = "Số A045 đã được quầy 3 gọi";
    scene.desk.take(reply, scene.now);
    EXPECT_EQ(
        scene.desk.notice(scene.now).text,
        desk::Phrase::named("Số A045 đã được quầy 3 gọi", "Number A045 was already called by counter 3"));
    EXPECT_FALSE(scene.desk.busy());
    scene.later(base::Milliseconds(desk::saidFor));
    EXPECT_TRUE(scene.desk.notice(scene.now).text.empty());
}

TEST(ReplyTest, CallNextWithNobodyWaitingIsSaidCalmly) {
    Scene scene;
    ASSERT_TRUE(scene.press(KeyCode::f2));
    protocol::Reply reply;
    reply.ok = true;
    reply.result = base::json::Value(nullptr);
    scene.desk.take(reply, scene.now);
    EXPECT_EQ(scene.said(), "clerk.queue_empty");
    EXPECT_EQ(scene.desk.notice(scene.now).sign, desk::Sign::done);
}

TEST(ReplyTest, AnOrderThatWasGivenUpIsSaid) {
    Scene scene;
    ASSERT_TRUE(scene.press(KeyCode::f2));
    scene.desk.giveUp(scene.now);
    EXPECT_EQ(scene.said(), "clerk.not_done");
    EXPECT_FALSE(scene.desk.busy());
}

TEST(AlertTest, ANumberHeldTooLongIsMentioned) {
    Scene scene;
    scene.hall().centre.holdMaxS = 20 * 60;
    scene.hall().alerts = {{"held_too_long", "A031", std::nullopt, 1},
                           {"held_too_long", "A030", std::nullopt, 2}};
    scene.refresh();
    EXPECT_EQ(scene.desk.notice(scene.now).text,
              desk::Phrase::of("clerk.held_long", {{"number", "A030"}, {"n", "20"}}))
        << "not the one of another counter";
}

TEST(AlertTest, NamesTheKioskWhosePrinterNeedsSomebodyAndWhatToDo) {
    Scene scene;
    scene.hall().alerts = {
        {"printer_fault", std::nullopt, std::nullopt, std::nullopt, "kiosk-1", "paper_end"}};
    scene.refresh();
    const auto notice = scene.desk.notice(scene.now);
    EXPECT_EQ(notice.subject, desk::Phrase::named("kiosk-1", "kiosk-1"));
    EXPECT_EQ(notice.text.key, "printer.paper_end");
    scene.hall().alerts.clear();
    scene.refresh();
    EXPECT_TRUE(scene.desk.notice(scene.now).text.key.empty());
}

TEST(AlertTest, NamesTheKioskThatNeedsANewToken) {
    Scene scene;
    scene.hall().alerts = {{"series_refused", std::nullopt, std::nullopt, std::nullopt, "kiosk-1"}};
    scene.refresh();
    const auto notice = scene.desk.notice(scene.now);
    EXPECT_EQ(notice.subject, desk::Phrase::named("kiosk-1", "kiosk-1"));
    EXPECT_EQ(notice.text.key, "clerk.series_refused");
}

TEST(AlertTest, TellsForFiveMinutesThatNumbersWereBroughtBack) {
    Scene scene;
    scene.hall().restart = protocol::Restart{12, scene.now.server - base::Minutes(4)};
    scene.refresh();
    EXPECT_EQ(scene.desk.notice(scene.now).text, desk::Phrase::of("error.power", {{"n", "12"}}));
    scene.hall().restart->at = scene.now.server - base::Minutes(5);
    scene.refresh();
    EXPECT_TRUE(scene.desk.notice(scene.now).text.key.empty());
}

TEST(AlertTest, SeveralWaitInLine) {
    Scene scene;
    scene.hall().alerts = {{"service_unserved", std::nullopt, "dat-dai", std::nullopt}};
    scene.hall().clockFault = protocol::ClockFault{-3600, tenOClock()};
    scene.refresh();
    const auto first = scene.desk.notice(scene.now);
    scene.later(base::Seconds(6));
    const auto second = scene.desk.notice(scene.now);
    const auto& service = first.text.key == "clerk.unserved" ? first : second;
    const auto& clock = first.text.key == "clerk.unserved" ? second : first;
    EXPECT_EQ(service.subject, desk::Phrase::named("Đất đai", "Land"));
    EXPECT_EQ(service.text.key, "clerk.unserved");
    EXPECT_EQ(clock.text, desk::Phrase::of("clerk.clock_fault", {{"time", "10:00"}}));
}

TEST(ReasonTest, IsTheServersSentenceElseTheNameOfTheRule) {
    Scene scene;
    scene.call("A045", 0);
    auto chosen = called(200, ownCounter);
    chosen.data["reason"] = {{"code", "priority"}, {"waited_s", 420}};
    scene.desk.take(chosen, scene.now);
    EXPECT_EQ(scene.desk.reason(), desk::Phrase::of("reason.priority"));
    ASSERT_TRUE(scene.press(KeyCode::f2));
    protocol::Reply reply;
    reply.ok = true;
    base::json::Object reason{
        {"code", "priority"}, {"text", "priority, waited 7 min"}, {"text_vi", "ưu tiên"}};
    reply.result = base::json::Object{{"reason", std::move(reason)}};
    scene.desk.take(reply, scene.now);
    EXPECT_EQ(scene.desk.reason(), desk::Phrase::named("ưu tiên", "priority, waited 7 min"));
}

TEST(ReasonTest, IsForgottenWithItsNumber) {
    Scene scene;
    scene.call("A045", 0);
    auto chosen = called(200, ownCounter);
    chosen.data["reason"] = {{"code", "priority"}};
    scene.desk.take(chosen, scene.now);
    scene.hall().called.clear();
    ASSERT_TRUE(scene.view.apply(protocol::Snapshot{500, 1, 1, scene.hall()}));
    scene.desk.hallChanged(scene.now);
    EXPECT_TRUE(scene.desk.reason().empty());
}

TEST(WaitGradeTest, FollowsTheCentresTargets) {
    protocol::Centre centre;
    const auto gradeAfter = [&](int minutes) {
        return hall::gradeOf(makeTicket("A001", minutes), centre, tenOClock());
    };
    EXPECT_EQ(gradeAfter(10), hall::WaitGrade::fine);
    EXPECT_EQ(gradeAfter(11), hall::WaitGrade::warn);
    EXPECT_EQ(gradeAfter(21), hall::WaitGrade::breach);
    EXPECT_EQ(gradeAfter(31), hall::WaitGrade::severe);
}

}  // namespace
}  // namespace luot::counterclient::test
