#include "tests/integration/printer/KioskPrinter.hpp"

#include <iostream>
#include <regex>
#include <thread>

/// Each failure of a printer, on the real kiosk and the real server.
namespace luot::tests {
namespace {

constexpr auto chose = "no-paper";
constexpr auto fault = "print-fault";
constexpr auto taken = "taken";

/// The number of the one citizen of the test.
constexpr auto firstNumber = "\"A001\"";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Each failure is had over both kinds of line.
const auto lines = testing::Values("127.0.0.1:0", "pty");
std::string lineName(const std::string& listen) { return listen == "pty" ? "serial" : "tcp"; }

struct Mishap {
    std::string name;
    std::string orders;
    std::string outcome;  ///< of the paper, as its event has it
    std::string words;    ///< on the kiosk
    std::string alarm;    ///< at the counters, once the kiosk has reported
};

std::ostream& operator<<(std::ostream& out, const Mishap& one) { return out << one.name; }

class MishapTest : public KioskPrinterTest,
                   public testing::WithParamInterface<std::tuple<Mishap, std::string>> {};

std::string mishapName(const testing::TestParamInfo<MishapTest::ParamType>& tested) {
    return std::get<0>(tested.param).name + "_" + lineName(std::get<1>(tested.param));
}

/// The printer fails while it prints.
class MidTicketTest : public MishapTest {};

TEST_P(MidTicketTest, LeavesNobodyWithoutANumberAndCountsNoneTwice) {
    const auto& [mishap, listen] = GetParam();
    const Emulator emulator(printer(mishap.orders, listen));
    const auto ended = visit(emulator.setting(), {});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    EXPECT_EQ(events("ticket_issued").size(), 1U);
    EXPECT_EQ(onlyOutcome(), mishap.outcome) << ended.err;
    EXPECT_EQ(shown(chose), "") << "nothing was known before";
    EXPECT_TRUE(has(shown(fault), mishap.words)) << shown(fault);
    EXPECT_TRUE(has(shown(fault), firstNumber));
    EXPECT_TRUE(has(shown(fault), "/t/")) << "the code of the ticket's page";
    EXPECT_TRUE(papers().empty());
    const auto reported = events("printer_reported");
    ASSERT_FALSE(reported.empty());
    EXPECT_EQ(reported[0].at("device").as_string(), "kiosk-1");
    EXPECT_EQ(reported[0].at("fault").as_string(), mishap.alarm);
}

INSTANTIATE_TEST_SUITE_P(
    AllFaults, MidTicketTest,
    testing::Combine(
        testing::Values(
            Mishap{"paper_out", "paper out after 40 mm", "failed paper_end", "Máy in hết giấy", "paper_end"},
            Mishap{"cover_open", "cover open after 40 mm", "failed cover_open", "Nắp máy in đang mở",
                   "cover_open"},
            Mishap{"jam", "jam after 40 mm", "failed cutter", "Máy in bị kẹt dao cắt giấy", "cutter"},
            Mishap{"hot", "hot after 40 mm", "failed overheated", "Máy in quá nóng", "overheated"},
            Mishap{"broken", "broken after 40 mm", "failed mechanical", "Máy in gặp sự cố", "mechanical"}),
        lines),
    mishapName);

/// The printer says before there is a number that nothing would come out.
class BeforehandTest : public MishapTest {};

TEST_P(BeforehandTest, AsksTheCitizenBeforeTheNumberIsMade) {
    const auto& [mishap, listen] = GetParam();
    const Emulator emulator(printer(mishap.orders, listen));
    const auto ended = visit(emulator.setting(), {});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    EXPECT_TRUE(has(shown(chose), mishap.words)) << shown(chose);
    EXPECT_FALSE(has(shown(chose), firstNumber)) << "no number is there yet";
    EXPECT_TRUE(has(shown(fault), firstNumber));
    EXPECT_EQ(events("ticket_issued").size(), 1U);
    EXPECT_EQ(onlyOutcome(), mishap.outcome) << ended.err;
    EXPECT_EQ(alarm(), mishap.alarm);
    EXPECT_TRUE(papers().empty());
}

INSTANTIATE_TEST_SUITE_P(
    AllFaults, BeforehandTest,
    testing::Combine(
        testing::Values(Mishap{"paper_out", "paper out", "failed paper_end", "Máy in hết giấy", "paper_end"},
                        Mishap{"cover_open", "cover open", "failed cover_open", "Nắp máy in đang mở",
                               "cover_open"},
                        Mishap{"jam", "jam", "failed cutter", "Máy in bị kẹt dao cắt giấy", "cutter"},
                        Mishap{"hot", "hot", "failed overheated", "Máy in quá nóng", "overheated"},
                        Mishap{"broken", "broken", "failed mechanical", "Máy in gặp sự cố", "mechanical"}),
        lines),
    mishapName);

/// What is no fault of the printer's own to tell: of the roll, of the line, or of nobody's.
class LineTest : public KioskPrinterTest, public testing::WithParamInterface<std::string> {
protected:
    /// As fast as a serial line goes: the kiosk gives a slow one the time it needs.
    static std::string settingOf(const Emulator& emulator) {
        return emulator.setting() + (GetParam() == "pty" ? "?baud=460800" : "");
    }
};

INSTANTIATE_TEST_SUITE_P(AllLines, LineTest, lines,
                         [](const auto& tested) { return lineName(tested.param); });

TEST_P(LineTest, ConfirmsATicketThatCameOut) {
    const Emulator emulator(printer("", GetParam()));
    const auto ended = visit(settingOf(emulator), {});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    EXPECT_TRUE(has(shown(taken), firstNumber));
    EXPECT_EQ(onlyOutcome(), "confirmed");
    EXPECT_EQ(papers().size(), 1U);
    EXPECT_TRUE(events("printer_reported").empty()) << "a printer that is well is no news";
}

/// The paper cannot move faster than the printer does.
TEST_F(KioskPrinterTest, HasThePaperOutNotMuchLaterThanThePrinterCanMoveIt) {
    auto words = printer();
    words.insert(words.end(), {"--speed", "250"});
    const Emulator emulator(words);
    EXPECT_EQ(visit(emulator.setting(), {}).exitCode, 0) << "finds out what the printer can";
    std::filesystem::remove_all(pictures());
    const auto ended = visit(emulator.setting(), {});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    std::smatch found;
    const std::regex line(
        "from the touch (\\d+) ms to the number, (\\d+) ms to the first byte, (\\d+) ms to the end");
    ASSERT_TRUE(std::regex_search(ended.err, found, line)) << ended.err;
    const int mechanical = static_cast<int>(lastPaperMm() / 250 * 1000) + 200;  // and the cut
    std::cout << "touch to number " << found[1] << " ms, to first byte " << found[2] << " ms, to confirmed "
              << found[3] << " ms; " << lastPaperMm() << " mm at 250 mm/s and the cut take " << mechanical
              << " ms\n";
    EXPECT_LT(std::stoi(found[3]), 1.3 * mechanical + 500) << "half a second for a busy machine";
}

TEST_P(LineTest, PrintsOnAPaperNearItsEndAndAlarmsTheStaff) {
    const Emulator emulator(printer("near end", GetParam()));
    EXPECT_EQ(visit(settingOf(emulator), {}).exitCode, 0);
    EXPECT_TRUE(has(shown(taken), firstNumber));
    EXPECT_EQ(onlyOutcome(), "confirmed paper_near_end");
    EXPECT_EQ(alarm(), "paper_near_end");
    EXPECT_EQ(papers().size(), 1U);
    EXPECT_EQ(events("ticket_issued").size(), 1U);
}

TEST_F(KioskPrinterTest, ShowsTheNumberWhenNoPrinterIsThere) {
    const auto ended = visit("tcp://127.0.0.1:9", {.language = "en"});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    EXPECT_TRUE(has(shown(chose), "The printer does not answer")) << shown(chose);
    EXPECT_TRUE(has(shown(fault), firstNumber));
    EXPECT_EQ(onlyOutcome(), "failed unreachable");
    EXPECT_EQ(alarm(), "unreachable");
}

TEST_F(KioskPrinterTest, MakesNoNumberWithoutPaperWhereTheCentreWantsNone) {
    const Emulator emulator(printer("paper out"));
    const auto ended = visit(emulator.setting(), {.withoutPaper = "refuse"});
    EXPECT_NE(ended.exitCode, 0) << "the citizen of the script got nothing";
    EXPECT_TRUE(has(shown(chose), "tại bàn")) << shown(chose);
    EXPECT_TRUE(events("ticket_issued").empty());
    EXPECT_EQ(alarm(), "paper_end");
}

TEST_F(KioskPrinterTest, ShowsTheNumberAtOnceWhereTheCentreWantsThat) {
    const Emulator emulator(printer("paper out"));
    EXPECT_EQ(visit(emulator.setting(), {.withoutPaper = "show"}).exitCode, 0);
    EXPECT_EQ(shown(chose), "");
    EXPECT_TRUE(has(shown(fault), firstNumber));
    EXPECT_EQ(onlyOutcome(), "failed paper_end");
}

TEST_P(LineTest, NoticesAPrinterThatSwallowsTicketsAndForgetsNothingOverARestart) {
    Emulator emulator(printer("", GetParam()));
    EXPECT_EQ(visit(settingOf(emulator), {}).exitCode, 0);
    emulator.order("swallow");
    std::filesystem::remove_all(pictures());
    const auto ended = visit(settingOf(emulator), {});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    EXPECT_TRUE(has(shown(fault), "Chưa rõ phiếu đã in hay chưa")) << shown(fault);
    EXPECT_TRUE(has(shown(fault), "\"A002\""));
    const auto printed = events("ticket_printed");
    ASSERT_EQ(printed.size(), 2U);
    EXPECT_EQ(printed[1].at("ticket").at("printed").as_string(), "unknown");
    EXPECT_EQ(printed[1].at("fault").as_string(), "swallowed");
    EXPECT_EQ(events("ticket_issued").size(), 2U);
    EXPECT_EQ(alarm(), "swallowed");
    EXPECT_EQ(papers().size(), 1U);
}

/// All bytes may have gone into buffers before it: then nobody can say what became of them.
TEST_P(LineTest, ShowsTheNumberWhenThePrinterGoesDeaf) {
    const Emulator emulator(printer("deaf after 40 mm", GetParam()));
    const auto ended = visit(settingOf(emulator), {.stay = 3});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    EXPECT_TRUE(has(shown(fault) + shown(taken), firstNumber)) << ended.err;
    EXPECT_TRUE(has(onlyOutcome(), "unknown") || has(onlyOutcome(), "failed"));
    EXPECT_EQ(alarm(), "busy") << "it used to answer";
    EXPECT_EQ(events("ticket_issued").size(), 1U);
}

TEST_P(LineTest, ShowsTheNumberWhenThePrinterIsUnplugged) {
    const Emulator emulator(printer("unplug after 40 mm", GetParam()));
    const auto ended = visit(settingOf(emulator), {});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    EXPECT_TRUE(has(shown(fault), firstNumber)) << ended.err;
    EXPECT_TRUE(has(onlyOutcome(), "unreachable")) << ended.err;
    EXPECT_EQ(alarm(), "unreachable");
    EXPECT_EQ(events("ticket_issued").size(), 1U);
}

TEST_P(LineTest, ClaimsNothingOfAPrinterThatNeverSpeaks) {
    const Emulator emulator(printer("mute", GetParam()));
    const auto ended = visit(settingOf(emulator), {});
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    EXPECT_TRUE(has(shown(taken), "Nếu không thấy phiếu")) << shown(taken);
    EXPECT_TRUE(has(shown(taken), firstNumber));
    EXPECT_EQ(onlyOutcome(), "unknown");
    EXPECT_EQ(alarm(), "");
    EXPECT_EQ(events("ticket_issued").size(), 1U);
}

TEST_F(KioskPrinterTest, EndsTheAlarmWhenThePrinterIsMendedAndPrintsTheNextTicket) {
    Emulator emulator(printer("cover open"));
    auto kiosk = begin(emulator.setting(), {.stay = 8});
    expectAlarm("cover_open");
    for (int i = 0; i < 200 && events("ticket_printed").empty(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    emulator.order("cover closed");
    expectAlarm("");
    EXPECT_EQ(kiosk.get().exitCode, 0);
    EXPECT_EQ(events("printer_reported").size(), 2U);
    EXPECT_TRUE(papers().empty()) << "the first ticket is not printed by itself";
    EXPECT_EQ(visit(emulator.setting(), {}).exitCode, 0);
    EXPECT_EQ(papers().size(), 1U);
}

TEST_F(KioskPrinterTest, PrintsASecondPaperWhenTheStaffAskAndNeverByItself) {
    const Emulator emulator(printer());
    auto kiosk = begin(emulator.setting(), {.stay = 8});
    for (int i = 0; i < 200 && events("ticket_printed").empty(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    ASSERT_EQ(papers().size(), 1U);
    const auto id = std::string(events("ticket_issued")[0].at("ticket").at("id").as_string());
    EXPECT_EQ(boss.post("/api/v1/tickets/" + id + "/reprint").status, 200);
    EXPECT_EQ(kiosk.get().exitCode, 0);
    const auto both = papers();
    ASSERT_EQ(both.size(), 2U);
    EXPECT_NE(both[0], both[1]) << "the second one says that it is one";
    const auto printed = events("ticket_printed");
    ASSERT_EQ(printed.size(), 3U) << "the first outcome, the order, the second outcome";
    EXPECT_TRUE(printed[1].at("reprint").as_bool());
    EXPECT_EQ(printed[2].at("ticket").at("printed").as_string(), "confirmed");
    EXPECT_EQ(events("ticket_issued").size(), 1U);
}

TEST_F(KioskPrinterTest, TakesReportsOnlyFromThoseWhoPrintAndOnlyKnownFaults) {
    Client kiosk(server.url(), token("dispenser", "kiosk-2"));
    const auto wrong = kiosk.post("/api/v1/devices/printer", R"({"fault":"sad"})");
    EXPECT_EQ(wrong.status, 400);
    EXPECT_TRUE(has(wrong.text, "fault")) << wrong.text;
    Client display(server.url(), token("display", "hall-1"));
    EXPECT_EQ(display.post("/api/v1/devices/printer", R"({"fault":"cutter"})").code(), "no_permission");
    const auto known = kiosk.post("/api/v1/devices/printer", R"({"fault":"cutter"})");
    EXPECT_EQ(known.status, 200);
    EXPECT_EQ(known["device"].as_string(), "kiosk-2");
    EXPECT_EQ(kiosk.post("/api/v1/devices/printer", R"({"fault":"cutter"})").status, 200);
    EXPECT_EQ(events("printer_reported").size(), 1U) << "what is known is no event";
    EXPECT_EQ(kiosk.post("/api/v1/devices/printer").status, 200);
    EXPECT_EQ(events("printer_reported").size(), 2U);
}

}  // namespace
}  // namespace luot::tests
