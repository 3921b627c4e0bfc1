#include <gtest/gtest.h>

#include "hardware/printer/probe/Probe.hpp"
#include "tests/integration/printer/Emulator.hpp"

namespace luot::hardware::printer::probe {
namespace {

using namespace std::chrono_literals;
using tests::Emulator;

constexpr PrintDeadlines patient{.answer = 600ms};

Findings findingsOf(const std::vector<std::string>& words, const std::string& listen) {
    auto all = words;
    all.insert(all.end(), {"--listen", listen});
    const Emulator emulator(all);
    auto line = line::openLine(emulator.setting());
    if (!line) return {};
    return probe(**line, patient);
}

class ProbeTest : public testing::TestWithParam<std::string> {};

TEST_P(ProbeTest, FindsAllThatAWellPrinterCan) {
    const auto found = findingsOf({}, GetParam());
    EXPECT_TRUE(found.reached);
    EXPECT_TRUE(found.asked);
    EXPECT_EQ(found.fault, PrintFault::none);
    EXPECT_TRUE(found.tellsStatus);
    EXPECT_TRUE(found.reportsByItself);
    EXPECT_TRUE(found.processId);
    EXPECT_TRUE(found.fence);
    EXPECT_EQ(found.maker, "EPSON");
    EXPECT_EQ(found.model, "TM-T82III");
}

TEST_P(ProbeTest, FindsWhatAPoorPrinterCannot) {
    const auto found = findingsOf({"--process-id", "false", "--real-time-status", "false"}, GetParam());
    EXPECT_TRUE(found.reached);
    EXPECT_FALSE(found.tellsStatus);
    EXPECT_FALSE(found.processId);
    EXPECT_TRUE(found.fence);
    EXPECT_TRUE(found.confirms());
}

TEST_P(ProbeTest, NamesTheFaultAndAsksNoMoreOfAPrinterThatStandsStill) {
    const std::vector<std::pair<std::string, PrintFault>> faults{{"cover open", PrintFault::coverOpen},
                                                                 {"paper out", PrintFault::paperEnd},
                                                                 {"jam", PrintFault::cutter},
                                                                 {"hot", PrintFault::overheated}};
    for (const auto& [order, fault] : faults) {
        const auto found = findingsOf({"--orders", order}, GetParam());
        EXPECT_EQ(nameOf(found.fault), nameOf(fault)) << order;
        EXPECT_TRUE(found.tellsStatus) << order;
        EXPECT_FALSE(found.asked) << order;
    }
}

TEST_P(ProbeTest, GoesOnAskingWhenThePaperOnlyNearsItsEnd) {
    const auto found = findingsOf({"--orders", "near end"}, GetParam());
    EXPECT_EQ(found.fault, PrintFault::paperNearEnd);
    EXPECT_TRUE(found.asked);
    EXPECT_TRUE(found.processId);
}

TEST_P(ProbeTest, TakesSilenceForNoAbility) {
    const auto found = findingsOf({"--orders", "mute"}, GetParam());
    EXPECT_TRUE(found.reached);
    EXPECT_FALSE(found.tellsStatus);
    EXPECT_FALSE(found.confirms());
    EXPECT_FALSE(found.reportsByItself);
}

INSTANTIATE_TEST_SUITE_P(AllLines, ProbeTest, testing::Values("127.0.0.1:0", "pty"),
                         [](const auto& tested) { return tested.param == "pty" ? "serial" : "tcp"; });

TEST(ProbeLineTest, SaysThatNobodyIsThere) {
    auto line = line::openLine("tcp://127.0.0.1:1");
    ASSERT_TRUE(line);
    const auto found = probe(**line, patient);
    EXPECT_FALSE(found.reached);
    EXPECT_EQ(found.fault, PrintFault::unreachable);
    EXPECT_NE(found.detail, "");
}

}  // namespace
}  // namespace luot::hardware::printer::probe
