#include "hardware/emulator/machine/Machine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/emulator/Bench.hpp"

namespace luot::hardware::emulator::machine {
namespace {

using namespace std::chrono_literals;
using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

const Bytes init{0x1B, '@'};
const Bytes cut{0x1D, 'V', 66, 0};
const Bytes automaticOn{0x1D, 'a', 0x0F};
const Bytes askId{0x1D, '(', 'H', 6, 0, 48, 48, '0', '0', '0', '7'};
const Bytes echo{0x37, 0x22, '0', '0', '0', '7', 0};

Bytes realTime(int n) { return {0x10, 4, static_cast<std::uint8_t>(n)}; }

/// 100 mm of black, a cut and the question whether it is on paper.
Bytes job() { return init + blackRaster(72, 400) + blackRaster(72, 400) + cut + askId; }

TEST(MachineTest, MovesPaperAtItsSpeed) {
    Bench bench;
    EXPECT_EQ(bench.send(blackRaster(72, 1000)), 8U + 72000U);
    bench.finish();
    Bench timed;
    timed.send(blackRaster(8, 500));
    const auto time = timed.finish();
    EXPECT_GE(time, 248ms);  // 62.5 mm at 250 mm/s
    EXPECT_LE(time, 252ms);
}

TEST(MachineTest, TakesNoMoreThanItsBufferBeyondWhatIsPrinted) {
    Bench bench;
    EXPECT_EQ(bench.printer.room(), 4096U);
    auto begun = blackRaster(72, 1000);
    begun.resize(4096);
    bench.printer.receive(begun);
    EXPECT_EQ(bench.printer.room(), 0U);
    bench.run(100ms);  // 200 rows at most
    EXPECT_GT(bench.printer.room(), 3900U);
}

TEST(MachineTest, CutsWhatHasPassedTheCutterAndBeginsTheNextWithTheRest) {
    Bench bench;
    bench.send(blackRaster(72, 40) + cut + blackRaster(72, 40) + Bytes{0x1D, 'V', 1});
    bench.finish();
    const auto tickets = bench.printer.takeTickets();
    ASSERT_EQ(tickets.size(), 2U);
    EXPECT_EQ(tickets[0].paper.height(), 112 + 40);
    EXPECT_FALSE(tickets[0].paper.black(0, 111));
    EXPECT_TRUE(tickets[0].paper.black(0, 112));
    EXPECT_TRUE(tickets[0].paper.black(575, 151));
    EXPECT_TRUE(tickets[1].paper.blank()) << "a cut that does not feed leaves the last rows in the printer";
    EXPECT_FALSE(tickets[0].torn);
}

TEST(MachineTest, KeepsTheBytesOfEachTicketWithTheQuestionsAfterItsCut) {
    Bench bench;
    const auto first = init + blackRaster(2, 3) + cut;
    bench.send(first + askId + first);
    bench.finish();
    const auto tickets = bench.printer.takeTickets();
    ASSERT_EQ(tickets.size(), 2U);
    EXPECT_EQ(tickets[0].bytes, first);
    EXPECT_EQ(bench.printer.takeTail(), askId);
    EXPECT_EQ(tickets[1].bytes, first);
}

TEST(MachineTest, TellsTheProcessIdOnlyWhenTheTicketIsOut) {
    Bench bench;
    bench.send(job());
    bench.run(10ms);
    EXPECT_THAT(bench.answers(), IsEmpty());
    bench.finish();
    EXPECT_EQ(bench.answers(), echo);
    EXPECT_EQ(bench.printer.takeTickets().size(), 1U);
}

TEST(MachineTest, AnswersDleEotAtOnceWhileItPrints) {
    Bench bench;
    bench.send(blackRaster(72, 50));
    bench.printer.receive(realTime(1) + realTime(4));
    EXPECT_THAT(bench.answers(), ElementsAre(0x16, 0x12));
    EXPECT_TRUE(bench.printer.busy());
}

TEST(MachineTest, ObeysDleEotEvenInsideAPictureAndPrintsItsDots) {
    Bench bench({.cutter = 0});
    bench.send(Bytes{0x1D, 0x76, 0x30, 0, 3, 0, 1, 0, 0x10, 0x04, 0x01} + cut);
    EXPECT_THAT(bench.answers(), ElementsAre(0x16));
    bench.finish();
    const auto tickets = bench.printer.takeTickets();
    ASSERT_EQ(tickets.size(), 1U);
    EXPECT_EQ(blackDots(tickets[0].paper), 3);
}

TEST(MachineTest, AnswersQueuedStatusInItsTurnAndNeverWithoutPaper) {
    Bench bench;
    bench.send(blackRaster(72, 50) + Bytes{0x1D, 'r', 1});
    EXPECT_THAT(bench.answers(), IsEmpty());
    bench.finish();
    EXPECT_THAT(bench.answers(), ElementsAre(0x00));
    bench.order("paper out");
    bench.send({0x1D, 'r', 1});
    bench.run(1s);
    EXPECT_THAT(bench.answers(), IsEmpty());
}

TEST(MachineTest, TellsChangesByItselfFromGsAUntilInit) {
    Bench bench;
    bench.send(automaticOn);
    bench.finish();
    EXPECT_THAT(bench.answers(), ElementsAre(0x14, 0, 0, 0));
    bench.order("cover open");
    EXPECT_THAT(bench.answers(), ElementsAre(0x3C, 0, 0, 0));
    bench.order("cover open");
    EXPECT_THAT(bench.answers(), IsEmpty()) << "no change";
    bench.order("ok");
    EXPECT_THAT(bench.answers(), ElementsAre(0x14, 0, 0, 0));
    bench.send(init);
    bench.finish();
    bench.order("near end");
    EXPECT_THAT(bench.answers(), IsEmpty());
}

TEST(MachineTest, RunsOutOfPaperInMidTicketAndGoesOnWithTheNewRoll) {
    Bench bench;
    bench.order("paper out after 40 mm");
    bench.send(automaticOn + job());
    bench.finish();
    EXPECT_EQ(bench.answers(), (Bytes{0x14, 0, 0, 0}));  // ESC @ of the job ends automatic status
    bench.printer.receive(realTime(1) + realTime(2) + realTime(4));
    EXPECT_THAT(bench.answers(), ElementsAre(0x1E, 0x32, 0x7E));
    EXPECT_THAT(bench.printer.takeTickets(), IsEmpty());
    bench.order("ok");
    const auto torn = bench.printer.takeTickets();
    ASSERT_EQ(torn.size(), 1U);
    EXPECT_TRUE(torn[0].torn);
    EXPECT_EQ(torn[0].paper.height(), 112 + 320);
    EXPECT_EQ(blackDots(torn[0].paper), 320 * 576);
    bench.finish();
    const auto rest = bench.printer.takeTickets();
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(blackDots(rest[0].paper), 480 * 576);
    EXPECT_EQ(bench.answers(), echo);
}

TEST(MachineTest, TakesQuestionsWhileItStandsStillWithAFullBuffer) {
    Bench bench;
    bench.order("cover open after 10 mm");
    EXPECT_EQ(bench.send(job() + realTime(2)), job().size() + 3);
    EXPECT_THAT(bench.answers(), ElementsAre(0x16 | 0x40));
    bench.order("cover closed");
    bench.finish();
    EXPECT_EQ(bench.answers(), echo);
}

TEST(MachineTest, StandsStillWithAJamUntilItIsMended) {
    Bench bench;
    bench.order("jam after 40 mm");
    bench.send(job());
    bench.finish();
    bench.printer.receive(realTime(3) + Bytes{0x10, 5, 1} + realTime(3));
    EXPECT_THAT(bench.answers(), ElementsAre(0x1A, 0x1A));
    bench.order("ok");
    bench.finish();
    EXPECT_EQ(bench.answers(), echo);
}

TEST(MachineTest, ForgetsAJobWhenItsBufferIsClearedAndNeverConfirmsIt) {
    Bench bench;
    bench.order("jam after 40 mm");
    bench.send(job());
    bench.finish();
    bench.printer.receive(Bytes{0x10, 5, 2});
    bench.order("ok");
    bench.finish();
    EXPECT_THAT(bench.answers(), IsEmpty());
    EXPECT_THAT(bench.printer.takeTickets(), IsEmpty());
}

TEST(MachineTest, SwallowsAJobAndSaysThatAllIsWell) {
    Bench bench;
    bench.order("swallow");
    EXPECT_EQ(bench.send(job() + realTime(1)), job().size() + 3);
    bench.run(10s);
    EXPECT_THAT(bench.answers(), ElementsAre(0x16));
    EXPECT_THAT(bench.printer.takeTickets(), IsEmpty());
}

TEST(MachineTest, SwallowsTheRestOfATicketThatHasBegun) {
    Bench bench;
    bench.order("swallow after 10 mm");
    bench.send(job());
    bench.run(10s);
    EXPECT_FALSE(bench.printer.busy());
    EXPECT_THAT(bench.answers(), IsEmpty());
}

TEST(MachineTest, TakesNothingWhenDeafAndAnswersNothingWhenMute) {
    Bench bench;
    bench.order("deaf");
    EXPECT_EQ(bench.send(job(), 1s), 0U);
    bench.order("ok");
    bench.order("mute");
    bench.send(job() + realTime(1));
    bench.finish();
    EXPECT_THAT(bench.answers(), IsEmpty());
    EXPECT_EQ(bench.printer.takeTickets().size(), 1U);
}

TEST(MachineTest, KnowsOnlyWhatItsModelKnows) {
    Bench bench({.maker = "", .realTimeStatus = false, .automaticStatus = false, .processId = false});
    bench.send(automaticOn + askId + realTime(1) + Bytes{0x1D, 'I', 66, 0x1D, 'I', 67});
    bench.finish();
    EXPECT_EQ(bench.answers(), Bytes{0x5F} + bytesOf("TM-T82III") + Bytes{0});
}

TEST(MachineTest, NoticesAThinRollAndItsEnd) {
    Bench bench({.roll = 800, .nearEnd = 400});
    bench.send(automaticOn + blackRaster(1, 900));
    bench.finish();
    EXPECT_EQ(bench.answers(), (Bytes{0x14, 0, 0, 0, 0x14, 0, 0x03, 0, 0x1C, 0, 0x0F, 0}));
    EXPECT_NE(bench.printer.describe().find("paper out"), std::string::npos);
}

TEST(MachineTest, IsFreedFromAHalfSentPictureByZeros) {
    Bench bench;
    auto half = blackRaster(72, 100);
    half.resize(2000);
    bench.send(half + Bytes(8192, 0) + init + askId);
    bench.finish();
    EXPECT_EQ(bench.answers(), echo);
}

TEST(MachineTest, WithoutACutterATicketIsTornOffByHandAfterAMoment) {
    machine::Model model;
    model.cuts = false;
    Bench bench(model);
    bench.send(blackRaster(1, 10) + Bytes{0x1D, 'P', 203, 203, 0x1B, 'J', 120});
    bench.finish();
    EXPECT_TRUE(bench.printer.takeTickets().empty());
    bench.run(std::chrono::milliseconds(600));
    const auto tickets = bench.printer.takeTickets();
    ASSERT_EQ(tickets.size(), 1U);
    EXPECT_EQ(blackDots(tickets[0].paper), 80) << "all of it is beyond the edge";
    bench.run(std::chrono::milliseconds(2000));
    EXPECT_TRUE(bench.printer.takeTickets().empty());
    bench.send(Bytes{0x1D, 'V', 66, 3});
    bench.finish();
    EXPECT_EQ(bench.printer.takeNotes().size(), 1U);
}

}  // namespace
}  // namespace luot::hardware::emulator::machine
