#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "dispenser/print/OpenPaper.hpp"
#include "dispenser/tools/SampleTicket.hpp"
#include "dispenser/tools/TestPage.hpp"
#include "dispenser/tools/TestWords.hpp"
#include "draw/image/Qr.hpp"
#include "draw/text/Measure.hpp"
#include "tests/golden/dispenser/Example.hpp"
#include "tests/unit/hardware/Decoder.hpp"

namespace luot::dispenser::tools {
namespace {

using hardware::printer::PrintFault;
using hardware::printer::PrintReport;
using hardware::printer::PrintState;
using hardware::printer::probe::Findings;
using test::wording;
using testing::HasSubstr;

TEST(SampleTicketTest, TakesTheNamesOfACentresFile) {
    for (const auto* name : {"commune-small", "commune-merged", "province"}) {
        const auto sample = sampleTicket(LUOT_SOURCE_DIR "/config/centre-" + std::string(name) + ".toml",
                                         {"priority"}, wording());
        ASSERT_TRUE(sample) << sample.error().what;
        EXPECT_THAT(sample->hall.centre.nameVi, HasSubstr("Trung tâm")) << name;
        EXPECT_NE(sample->hall.centre.authorityEn, "") << name;
        EXPECT_FALSE(sample->hall.services.front().counters.empty()) << name;
        EXPECT_TRUE(sample->ticket.priority);
    }
}

TEST(SampleTicketTest, SaysWhatItDoesNotKnow) {
    const auto mark = sampleTicket({}, {"prority"}, wording());
    ASSERT_FALSE(mark);
    EXPECT_THAT(mark.error().what, HasSubstr("'prority' is not known; use some of: priority"));
    const auto file = sampleTicket("/no/such/centre.toml", {}, wording());
    ASSERT_FALSE(file);
    EXPECT_THAT(file.error().what, HasSubstr("/no/such/centre.toml"));
    const auto other = sampleTicket(LUOT_SOURCE_DIR "/config/catalogue.toml", {}, wording());
    ASSERT_FALSE(other);
    EXPECT_THAT(other.error().what, HasSubstr("has no [centre]"));
}

TEST(SampleTicketTest, SetsEveryMark) {
    const auto says = [](const std::vector<std::string>& marks, const char* name) {
        const auto sample = sampleTicket({}, marks, wording());
        EXPECT_TRUE(sample);
        return print::ticketText(sample->ticket, sample->hall, {wording(), "vi"}, sample->occasion)
            .of(name)
            .first;
    };
    for (const auto* name : {"priority", "appointment", "bulk", "offline", "reprint", "next_day"}) {
        EXPECT_EQ(says({}, name), "") << name;
        EXPECT_NE(says(markNames(), name), "") << name;
    }
    EXPECT_EQ(says({"first"}, "ahead"), "0");
    EXPECT_EQ(says({"first"}, "turn"), wording().text("vi", "kiosk.wait_none"));
}

TEST(SampleTicketTest, KnowsWithoutTheServerNoMoreThanAKioskDoes) {
    const auto sample = sampleTicket({}, markNames(), wording());
    ASSERT_TRUE(sample);
    EXPECT_EQ(sample->ticket.number, "B7-012");
    EXPECT_FALSE(sample->ticket.trackingUrl || sample->ticket.ahead || sample->ticket.estimate);
}

TEST(TestPageTest, FitsEveryPaperAndReachesItDotForDot) {
    for (const auto* language : {"vi", "en"}) {
        for (const int width : {384, 576, 832}) {
            hardware::printer::profile::Profile profile;
            profile.name = "Any";
            const TestPage page{"tcp://192.168.1.60:9100", profile, width, language};
            const auto list = testPageLayout(page, wording());
            for (const auto& command : list.commands) {
                const auto* one = std::get_if<draw::Text>(&command);
                if (one == nullptr) continue;
                const auto placed = draw::text::place(*one);
                EXPECT_FALSE(placed.cut) << one->text;
                EXPECT_LE(placed.ink.right(), width) << one->text;
            }
            const auto job = testPageJob(page, wording());
            const auto paper = hardware::escpos::test::Decoder(job.bytes, width).decode();
            ASSERT_EQ(paper.error, "");
            // Two bars of 32 rows end the page, 8 rows apart; the printer has enlarged the second.
            const int end = static_cast<int>(paper.rows.size());
            for (int y = end - 32; y < end; ++y)
                for (int x = 0; x < width; ++x)
                    ASSERT_EQ(paper.black(x, y), paper.black(x, y - 40)) << x << "," << y;
            EXPECT_TRUE(paper.black(width / 2, end - 30));
        }
    }
}

TEST(TestPageTest, RulesInMillimetres) {
    hardware::printer::profile::Profile profile;
    const TestPage page{"usb:/dev/usb/lp0", profile, 576, "vi"};
    const auto list = testPageLayout(page, wording());
    std::vector<double> ticks;
    for (const auto& command : list.commands) {
        const auto* line = std::get_if<draw::Line>(&command);
        if (line != nullptr && line->from.x == line->to.x && line->to.y - line->from.y == 24)
            ticks.push_back(line->from.x);
    }
    ASSERT_EQ(ticks.size(), 9U) << "0 to 70 mm, and the edge";
    EXPECT_NEAR(ticks[5] - ticks[0], 50 * 203 / 25.4, 0.5);
}

std::string said(const Findings& findings, const std::string& language = "en") {
    std::string all;
    for (const auto& verdict : verdictsOn(findings, wording(), language)) all += verdict.line() + "\n";
    return all;
}

TEST(TestWordsTest, SaysOfAGoodPrinterThatAllIsWell) {
    Findings findings;
    findings.reached = findings.tellsStatus = findings.reportsByItself = findings.asked = true;
    findings.processId = true;
    findings.model = "TM-T82III";
    const auto text = said(findings);
    EXPECT_THAT(text, HasSubstr("+ The printer can be reached\n"));
    EXPECT_THAT(text, HasSubstr("+ Paper, cover and cutter are well\n"));
    EXPECT_THAT(text, HasSubstr("+ The printer confirms each ticket"));
    EXPECT_THAT(text, HasSubstr("TM-T82III"));
    EXPECT_EQ(text.find("! "), std::string::npos);
}

TEST(TestWordsTest, NamesTheCureOfEveryFaultInBothLanguages) {
    for (const auto fault : hardware::printer::allPrintFaults()) {
        if (fault == PrintFault::none) continue;
        for (const auto* language : {"vi", "en"}) {
            Findings findings;
            findings.reached = fault != PrintFault::unreachable;
            findings.fault = fault;
            EXPECT_THAT(said(findings, language), HasSubstr(wording().text(language, staffKey(fault))));
        }
    }
    Findings silent;
    silent.reached = silent.asked = true;
    EXPECT_THAT(said(silent), HasSubstr("! The printer does not tell its state"));
    EXPECT_THAT(said(silent), HasSubstr("! The printer does not confirm tickets"));
}

TEST(TestWordsTest, SaysWhatBecameOfThePage) {
    const auto line = [](const PrintReport& report) {
        return verdictOn(report, 1.26, wording(), "en").line();
    };
    EXPECT_EQ(line({PrintState::confirmed, PrintFault::none, ""}),
              "+ The test page was on paper after 1.3 seconds");
    EXPECT_THAT(line({PrintState::failed, PrintFault::paperEnd, ""}), testing::StartsWith("! "));
    EXPECT_THAT(line({PrintState::unknown, PrintFault::none, ""}), HasSubstr("see whether it came out"));
}

}  // namespace
}  // namespace luot::dispenser::tools
