#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "hardware/escpos/Encoder.hpp"
#include "hardware/printer/Printer.hpp"
#include "tests/integration/printer/Emulator.hpp"

namespace luot::hardware::printer {
namespace {

using namespace std::chrono_literals;
using tests::Emulator;

/// 100 mm of paper, half of it black: more than a printer's buffer holds.
PrintJob ticket(const std::array<char, 4>& id) {
    constexpr int rows = 800;
    const std::vector<std::uint8_t> dots(static_cast<std::size_t>(72 * rows), 0x55);
    escpos::Encoder encoder;
    encoder.init().motionUnits(203).raster({576, rows, dots}).feedAndCut().requestProcessId(id);
    return {"A001", encoder.take(), id};
}

/// Long enough for a machine whose processors are taken away for a second.
constexpr PrintDeadlines quick{.write = 4000ms, .confirm = 4000ms, .ask = 200ms};

struct Case {
    std::string name;
    std::vector<std::string> words;
    PrintState state;
    PrintFault fault;
};

std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.name; }

class EmulatorTest : public testing::TestWithParam<std::tuple<Case, std::string>> {};

TEST_P(EmulatorTest, TellsWhatBecameOfATicket) {
    const auto& [expected, listen] = GetParam();
    auto words = expected.words;
    words.insert(words.end(), {"--listen", listen});
    const Emulator emulator(words);
    auto printer = openPrinter(emulator.setting(), quick);
    ASSERT_TRUE(printer) << printer.error().what;
    const auto report = (*printer)->print(ticket({'0', '0', '0', '1'}));
    EXPECT_EQ(nameOf(report.state), nameOf(expected.state)) << report.detail;
    EXPECT_EQ(nameOf(report.fault), nameOf(expected.fault)) << report.detail;
    if (expected.state != PrintState::confirmed) return;
    const auto second = (*printer)->print(ticket({'0', '0', '0', '2'}));
    EXPECT_TRUE(second.confirmed()) << second.detail;
}

std::vector<Case> cases() {
    using enum PrintState;
    using enum PrintFault;
    return {
        {"well", {}, confirmed, none},
        {"ids_unknown", {"--process-id", "false"}, confirmed, none},
        {"status_unknown", {"--real-time-status", "false"}, confirmed, none},
        {"near_end", {"--orders", "near end"}, confirmed, paperNearEnd},
        {"paper_out", {"--orders", "paper out"}, failed, paperEnd},
        {"paper_out_in_mid_ticket", {"--orders", "paper out after 40 mm"}, failed, paperEnd},
        {"cover_open", {"--orders", "cover open"}, failed, coverOpen},
        {"cover_opened_in_mid_ticket", {"--orders", "cover open after 40 mm"}, failed, coverOpen},
        {"jam", {"--orders", "jam"}, failed, cutter},
        {"hot", {"--orders", "hot"}, failed, overheated},
        {"hot_in_mid_ticket", {"--orders", "hot after 40 mm"}, failed, overheated},
        {"broken", {"--orders", "broken"}, failed, mechanical},
        {"mute", {"--orders", "mute"}, unknown, none},
        {"swallow", {"--orders", "swallow"}, unknown, none},
    };
}

INSTANTIATE_TEST_SUITE_P(AllStates, EmulatorTest,
                         testing::Combine(testing::ValuesIn(cases()), testing::Values("127.0.0.1:0", "pty")),
                         [](const auto& tested) {
                             return std::get<0>(tested.param).name +
                                    (std::get<1>(tested.param) == "pty" ? "_serial" : "_tcp");
                         });

/// One printer over a bad day; what it has shown that it can is remembered from ticket to ticket.
class BadDayTest : public testing::TestWithParam<std::string> {
protected:
    void expect(PrintState state, PrintFault fault) {
        const auto report = printer_->print(ticket({'0', '0', '0', ++last_}));
        EXPECT_EQ(nameOf(report.state), nameOf(state)) << report.detail;
        EXPECT_EQ(nameOf(report.fault), nameOf(fault)) << report.detail;
    }

    void TearDown() override { std::filesystem::remove_all(folder_); }
    /// The picture of what fell out last.
    std::string lastTicket() const {
        std::filesystem::path last;
        for (const auto& entry : std::filesystem::directory_iterator(folder_))
            if (entry.path().extension() == ".png") last = std::max(last, entry.path());
        std::ifstream in(last, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// What fell out last is one whole ticket, and nothing else.
    void expectWhole(const std::string& ticket) const {
        for (int i = 0; i < 100 && lastTicket() != ticket; ++i) std::this_thread::sleep_for(20ms);
        EXPECT_TRUE(lastTicket() == ticket);
    }

    std::filesystem::path folder_ =
        std::filesystem::path(testing::TempDir()) / ("luot-bad-day-" + std::to_string(::getpid()));
    Emulator emulator_{{"--listen", GetParam(), "--folder", folder_.string()}};
    std::unique_ptr<Printer> printer_ = *openPrinter(emulator_.setting(), quick);
    char last_ = '0';
};

TEST_P(BadDayTest, ComesBackFromEveryFaultByItself) {
    using enum PrintState;
    using enum PrintFault;
    expect(confirmed, none);
    const auto whole = lastTicket();
    ASSERT_NE(whole, "");
    for (const auto& [words, state, fault] : {std::tuple{"paper out after 40 mm", failed, paperEnd},
                                              {"cover open after 40 mm", failed, coverOpen},
                                              {"jam", failed, cutter},
                                              {"swallow", unknown, swallowed},
                                              {"mute", failed, busy},
                                              {"near end", confirmed, paperNearEnd}}) {
        SCOPED_TRACE(words);
        emulator_.order(words);
        expect(state, fault);
        emulator_.order("ok");
        expect(confirmed, none);
        expectWhole(whole);
    }
}

TEST_P(BadDayTest, SaysBeforeANumberIsMadeThatNothingWouldComeOut) {
    EXPECT_TRUE(printer_->check().ready());
    emulator_.order("cover open");
    EXPECT_EQ(printer_->check().fault, PrintFault::coverOpen);
    emulator_.order("cover closed");
    emulator_.order("paper out");
    EXPECT_EQ(printer_->check().fault, PrintFault::paperEnd);
    emulator_.order("ok");
    EXPECT_EQ(printer_->check().fault, PrintFault::none);
    EXPECT_TRUE(printer_->check().answers);
}

INSTANTIATE_TEST_SUITE_P(AllLines, BadDayTest, testing::Values("127.0.0.1:0", "pty"),
                         [](const auto& tested) { return tested.param == "pty" ? "serial" : "tcp"; });

TEST(EmulatorPaceTest, ConfirmsNotMuchLaterThanThePaperMoves) {
    const Emulator emulator({"--listen", "127.0.0.1:0", "--speed", "250"});
    auto printer = openPrinter(emulator.setting());
    ASSERT_TRUE(printer);
    const auto begun = std::chrono::steady_clock::now();
    ASSERT_TRUE((*printer)->print(ticket({'0', '0', '0', '1'})).confirmed());
    const auto took = std::chrono::steady_clock::now() - begun;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
    RecordProperty("milliseconds", static_cast<int>(ms));
    // 100 mm and 14 mm to the cutter at 250 mm/s, and the cut; tests/printer/ticket measures the ratio.
    EXPECT_LT(ms, 10 * (456 + 200));
}

}  // namespace
}  // namespace luot::hardware::printer
