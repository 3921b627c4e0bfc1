#include "hardware/printer/LinePrinter.hpp"

#include <gtest/gtest.h>

#include "hardware/escpos/Encoder.hpp"
#include "tests/unit/hardware/FakePrinter.hpp"

namespace luot::hardware::printer {
namespace {

using namespace std::chrono_literals;
using test::Behaviour;
using test::FakePrinter;

constexpr PrintDeadlines quick{
    .connect = 300ms, .write = 400ms, .confirm = 300ms, .answer = 100ms, .betterAnswer = 100ms, .ask = 50ms};

PrintJob ticket(int dots = 30) {
    escpos::Encoder encoder;
    encoder.init().feed(dots).feedAndCut().requestProcessId({'0', '0', '0', '7'});
    return {"A001", encoder.take(), std::array{'0', '0', '0', '7'}};
}

/// Bytes of a pre-check that finds all well.
constexpr std::size_t questions = 9;
/// The same of one that nobody answers: one question, asked twice.
constexpr std::size_t silentQuestions = 6;

/// Each behaviour at each kind of line.
class LinePrinterTest : public testing::TestWithParam<std::string> {
protected:
    void plug(Behaviour behaviour, PrintDeadlines deadlines = quick) {
        fake_.emplace(std::move(behaviour),
                      GetParam() == "tcp" ? FakePrinter::Where::tcp : FakePrinter::Where::pty);
        std::string setting = fake_->place();
        if (GetParam() == "usb") setting = "usb:" + setting;
        if (GetParam() == "serial") setting = "serial:" + setting + ",460800,none,xonxoff";
        printer_ = *openPrinter(setting, deadlines);
    }
    void expect(PrintState state, PrintFault fault, const PrintJob& job = ticket()) {
        const auto report = printer_->print(job);
        EXPECT_EQ(report.state, state) << nameOf(report.state) << ": " << report.detail;
        EXPECT_EQ(report.fault, fault) << nameOf(report.fault) << ": " << report.detail;
    }

    /// Bytes; a pty holds 31 KB.
    static std::size_t moreThanTheLineHolds() {
        return std::size_t{1024} * (GetParam() == "tcp" ? 8 * 1024 : 48);
    }

    /// Until the printer has read what was left in the line.
    void settle(std::chrono::milliseconds quiet = 50ms) {
        for (std::size_t last = 1; last != fake_->received().size(); std::this_thread::sleep_for(quiet))
            last = fake_->received().size();
    }

    std::optional<FakePrinter> fake_;
    std::unique_ptr<Printer> printer_;
};

TEST_P(LinePrinterTest, ConfirmsATicketByItsProcessId) {
    plug({});
    expect(PrintState::confirmed, PrintFault::none);
    expect(PrintState::confirmed, PrintFault::none);
}

TEST_P(LinePrinterTest, ConfirmsATicketByGsRWhereIdsAreNotKnown) {
    plug({.echoes = false});
    expect(PrintState::confirmed, PrintFault::none);
    expect(PrintState::confirmed, PrintFault::none);
}

TEST_P(LinePrinterTest, DoesNotClaimWhatAMutePrinterHasNotSaid) {
    plug({.answers = {}, .echoes = false, .fences = false});
    expect(PrintState::unknown, PrintFault::none);
    EXPECT_TRUE(printer_->check().ready());
    EXPECT_FALSE(printer_->check().answers);
}

TEST_P(LinePrinterTest, NoticesThatTheTicketWasSwallowed) {
    plug({});
    expect(PrintState::confirmed, PrintFault::none);
    settle();
    fake_->behave({.echoes = false, .fences = false});
    expect(PrintState::unknown, PrintFault::swallowed);
}

TEST_P(LinePrinterTest, RefusesBeforeAnythingIsSent) {
    plug({.answers = {{1, 0x1A}, {2, 0x16}, {3, 0x12}, {4, 0x12}}});
    expect(PrintState::failed, PrintFault::coverOpen);
    EXPECT_EQ(fake_->received().size(), questions);
    EXPECT_EQ(printer_->check().fault, PrintFault::coverOpen);
    fake_->behave({.answers = {{1, 0x12}, {2, 0x12}, {4, 0x1E}}});
    EXPECT_EQ(printer_->check().fault, PrintFault::paperNearEnd);
    EXPECT_TRUE(printer_->check().ready());
}

TEST_P(LinePrinterTest, FailsWhenThePaperEndsInMidTicket) {
    plug({.echoes = false, .fences = false, .reportAfter = questions + 6, .report = {0x18, 0, 0x0C, 0}});
    expect(PrintState::failed, PrintFault::paperEnd);
}

TEST_P(LinePrinterTest, CallsAPrinterBusyThatUsedToAnswer) {
    plug({});
    expect(PrintState::confirmed, PrintFault::none);
    settle();
    fake_->behave({.answers = {}, .echoes = false, .fences = false});
    expect(PrintState::failed, PrintFault::busy);
    EXPECT_EQ(fake_->received().size(), 6U) << "one question, asked twice";
    EXPECT_EQ(printer_->check().fault, PrintFault::busy);
}

TEST_P(LinePrinterTest, GivesUpOnAPrinterThatTakesNoMoreBytesAndClearsItBeforeTheNextTicket) {
    plug({.deafAfter = questions + 20});
    auto large = ticket();
    large.bytes.insert(large.bytes.begin() + 2, moreThanTheLineHolds(), 0x00);
    expect(PrintState::failed, PrintFault::busy, large);
    fake_->behave({});
    settle(600ms);  // a full TCP window opens again after up to half a second
    expect(PrintState::confirmed, PrintFault::none);
    const auto received = fake_->received();
    const auto asked = received.rfind(std::string{0x10, 0x04, 4});
    ASSERT_NE(asked, std::string::npos);
    EXPECT_EQ(received.substr(asked + 3, 10240 + 8), std::string(10240, '\0') + "\x1B@\x1DVB\x03\x1B@");
}

/// 45 KB need 12 s at 38,400 baud; the system holds 31 KB of them, so the last one leaves us after 4 s.
TEST(SlowLineTest, HasTheTimeThatItsSpeedNeeds) {
    const FakePrinter printer({.echoes = false, .fences = false, .bytesPerSecond = 3840},
                              FakePrinter::Where::pty);
    auto deadlines = quick;
    deadlines.confirm = 0ms;
    auto large = ticket();
    large.bytes.insert(large.bytes.begin() + 2, std::size_t{45} * 1024, 0x00);
    const auto slow = *openPrinter("serial:" + printer.place() + "?baud=38400", deadlines);
    EXPECT_EQ(slow->print(large).state, PrintState::unknown);
}

/// The end of a ticket, with its cut, still lies in the line when its last byte was taken from us.
TEST_P(LinePrinterTest, LetsATicketThatNobodyConfirmsOutToItsEnd) {
    auto deadlines = quick;
    deadlines.confirm = 0ms;
    deadlines.write = 3000ms;
    plug({.bytesPerSecond = 40'000}, deadlines);
    auto slow = ticket();
    slow.bytes.insert(slow.bytes.begin() + 2, std::size_t{20} * 1024, 0x00);
    expect(PrintState::unknown, PrintFault::none, slow);
    printer_->check();  // takes nothing away either
    settle(200ms);
    const auto cut = fake_->received().find("\x1DVB\x03");
    EXPECT_EQ(cut, questions + 20 * 1024 + 2 + 3);
}

TEST_P(LinePrinterTest, IsNotConfusedByFlowControl) {
    plug({.reportAfter = questions + 6, .report = {0x13, 0x11}});
    expect(PrintState::confirmed, PrintFault::none);
}

TEST_P(LinePrinterTest, TellsALostConnectionApartByHowFarTheTicketWas) {
    plug({.closeAfter = questions + 1000});
    auto large = ticket();
    large.bytes.insert(large.bytes.begin() + 2, moreThanTheLineHolds(), 0x00);
    expect(PrintState::failed, PrintFault::unreachable, large);
    plug({.echoes = false, .fences = false, .closeAfter = questions + 20});
    expect(PrintState::unknown, PrintFault::unreachable);
}

/// Where no question is written the line alone tells that it is gone.
TEST_P(LinePrinterTest, NoticesALostConnectionOfAPrinterThatAnswersNoQuestion) {
    plug({.answers = {}, .echoes = false, .fences = false, .closeAfter = silentQuestions + 20});
    expect(PrintState::unknown, PrintFault::unreachable);
}

INSTANTIATE_TEST_SUITE_P(AllLines, LinePrinterTest, testing::Values("tcp", "usb", "serial"),
                         [](const auto& tested) { return tested.param; });

TEST(UnreachablePrinterTest, FailsAfterTryingAgainForAsLongAsItMay) {
    const auto gone = FakePrinter({}).place();
    for (const auto& setting :
         {gone, std::string("usb:/nowhere/lp0"), std::string("serial:/nowhere/ttyUSB0")}) {
        auto printer = *openPrinter(setting, quick);
        const auto report = printer->print(ticket());
        EXPECT_EQ(report.state, PrintState::failed) << setting;
        EXPECT_EQ(report.fault, PrintFault::unreachable) << setting;
        EXPECT_NE(report.detail, "");
        EXPECT_EQ(printer->check().fault, PrintFault::unreachable);
    }
}

TEST(UnreachablePrinterTest, IsNotCheckedAgainAtOnce) {
    class CountingLine final : public line::Line {
    public:
        explicit CountingLine(int& count) : count_(count) {}
        base::Result<line::Handle, line::LineFault> open(line::Deadline) override {
            ++count_;
            return tl::unexpected(line::LineFault{PrintFault::busy, "in use"});
        }

    private:
        int& count_;
    };
    int attempts = 0;
    LinePrinter printer(std::make_unique<CountingLine>(attempts), {"x", quick, {}});
    for (int i = 0; i < 5; ++i) EXPECT_EQ(printer.check().fault, PrintFault::busy);
    EXPECT_EQ(attempts, 1);
    EXPECT_EQ(printer.print(ticket()).fault, PrintFault::busy);
    EXPECT_EQ(attempts, 3) << "at 0 and 100 ms; the next would be at 300 ms, the deadline";
}

TEST(BackoffTest, DoublesUpToItsMost) {
    line::Backoff backoff(1s, 5s);
    EXPECT_EQ(backoff.next(), 1s);
    EXPECT_EQ(backoff.next(), 2s);
    EXPECT_EQ(backoff.next(), 4s);
    EXPECT_EQ(backoff.next(), 5s);
    backoff.reset();
    EXPECT_EQ(backoff.next(), 1s);
}

}  // namespace
}  // namespace luot::hardware::printer
