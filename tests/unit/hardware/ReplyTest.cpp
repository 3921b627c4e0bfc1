#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "hardware/escpos/ReplyReader.hpp"
#include "hardware/escpos/Status.hpp"

namespace luot::hardware::escpos {
namespace {

using Bytes = std::vector<std::uint8_t>;
using testing::ElementsAre;

std::vector<Reply> repliesTo(const Bytes& bytes, std::size_t pieces = 1024) {
    ReplyReader reader;
    std::vector<Reply> replies;
    for (std::size_t at = 0; at < bytes.size(); at += pieces) {
        const auto length = std::min(pieces, bytes.size() - at);
        reader.take(std::span(bytes).subspan(at, length));
        while (auto reply = reader.next()) replies.push_back(std::move(*reply));
    }
    return replies;
}

const Bytes echo{0x37, 0x22, '0', '0', '0', '7', 0};

TEST(ReplyReaderTest, TellsEveryFormApartHoweverItIsCutIntoPieces) {
    Bytes all{0x16, 0x14, 0x00, 0x00, 0x0F, 0x00, 0x5F, 'T', 'M', 0x00, 0x12};
    all.insert(all.end(), echo.begin(), echo.end());
    for (const std::size_t pieces : {1U, 2U, 3U, 100U})
        EXPECT_THAT(repliesTo(all, pieces),
                    ElementsAre(Reply(RealTimeAnswer{0x16}), Reply(AutomaticStatus{{0x14, 0, 0, 0x0F}}),
                                Reply(PaperStatus{0}), Reply(Identity{"TM"}), Reply(RealTimeAnswer{0x12}),
                                Reply(ProcessIdEcho{{'0', '0', '0', '7'}})));
}

TEST(ReplyReaderTest, LooksOverFlowControlInsideAnyForm) {
    EXPECT_THAT(repliesTo({0x37, 0x13, 0x22, '0', '0', 0x11, '0', '7', 0}),
                ElementsAre(Reply(ProcessIdEcho{{'0', '0', '0', '7'}})));
}

TEST(ReplyReaderTest, ReadsTheEchoAfterOneThatWasCutOff) {
    Bytes bytes{0x37, 0x22, '0', '0'};
    bytes.insert(bytes.end(), echo.begin(), echo.end());
    EXPECT_THAT(repliesTo(bytes), testing::Contains(Reply(ProcessIdEcho{{'0', '0', '0', '7'}})));
}

TEST(ReplyReaderTest, TakesTheRestOfABrokenReportForNoAnswerToGsR) {
    EXPECT_THAT(repliesTo({0x14, 0x00, 0x12, 0x12}),
                ElementsAre(Reply(RealTimeAnswer{0x12}), Reply(RealTimeAnswer{0x12})));
    EXPECT_THAT(repliesTo({0xFF, 0x00, 0x00, 0x0F}), ElementsAre());
    EXPECT_THAT(repliesTo({0xFF, 0x00, 0x12, 0x00}),
                ElementsAre(Reply(RealTimeAnswer{0x12}), Reply(PaperStatus{0})));
}

TEST(ReplyReaderTest, GivesUpAnIdentityThatDoesNotEnd) {
    Bytes bytes(200, 'D');
    bytes[0] = 0x5F;
    bytes.push_back(0x12);
    EXPECT_THAT(repliesTo(bytes), ElementsAre(Reply(RealTimeAnswer{0x12})));
}

RC_GTEST_PROP(ReplyReaderPropertyTest, NoiseNeverHidesALaterEcho, ()) {
    auto noise = *rc::gen::container<Bytes>(rc::gen::inRange<std::uint8_t>(0, 255));
    std::erase(noise, 0x5F);  // an identity that is not ended may hold the text of an echo
    noise.insert(noise.end(), echo.begin(), echo.end());
    const auto replies = repliesTo(noise);
    RC_ASSERT(!replies.empty());
    RC_ASSERT(replies.back() == Reply(ProcessIdEcho{{'0', '0', '0', '7'}}));
}

TEST(StatusTest, KnowsTheBitsOfEachQuestion) {
    const auto after = [](StatusQuestion about, std::uint8_t answer) {
        Status status;
        status.takeAnswer(about, answer);
        return status;
    };
    EXPECT_EQ(after(StatusQuestion::printer, 0x1A), (Status{.offline = true}));
    EXPECT_EQ(after(StatusQuestion::offlineCause, 0x16), (Status{.coverOpen = true}));
    EXPECT_EQ(after(StatusQuestion::offlineCause, 0x1A), (Status{.feeding = true}));
    EXPECT_EQ(after(StatusQuestion::offlineCause, 0x32), (Status{.stoppedByPaper = true}));
    EXPECT_EQ(after(StatusQuestion::offlineCause, 0x52), (Status{.error = true}));
    EXPECT_EQ(after(StatusQuestion::errorCause, 0x1A), (Status{.cutter = true}));
    EXPECT_EQ(after(StatusQuestion::errorCause, 0x32), (Status{.unrecoverable = true}));
    EXPECT_EQ(after(StatusQuestion::errorCause, 0x52), (Status{.recoverable = true}));
    EXPECT_EQ(after(StatusQuestion::paper, 0x1E), (Status{.paperNearEnd = true}));
    EXPECT_EQ(after(StatusQuestion::paper, 0x72), (Status{.paperEnd = true}));
}

TEST(StatusTest, TakesNothingThatHasNotTheFormOfAnAnswer) {
    Status status;
    for (const int byte : {0x00, 0x10, 0x11, 0x13, 0x60, 0x6E, 0x92, 0xFF})
        status.takeAnswer(StatusQuestion::paper, static_cast<std::uint8_t>(byte));
    EXPECT_EQ(status, Status{});
}

TEST(StatusTest, KnowsThatAutomaticStatusHasItsPaperBitsElsewhere) {
    Status status;
    status.takeAutomatic({0x10, 0x00, 0x03, 0x00});
    EXPECT_EQ(status, (Status{.paperNearEnd = true}));
    status.takeAutomatic({0x18, 0x00, 0x0C, 0x00});
    EXPECT_EQ(status, (Status{.offline = true, .paperEnd = true}));
    status.takeAutomatic({0x38, 0x00, 0x00, 0x00});
    EXPECT_EQ(status, (Status{.offline = true, .coverOpen = true}));
    status.takeAutomatic({0x18, 0x08, 0x00, 0x00});
    EXPECT_EQ(status, (Status{.offline = true, .error = true, .cutter = true}));
    status.takeAutomatic({0x10, 0x00, 0x60, 0x00});
    EXPECT_EQ(status, Status{});
}

TEST(StatusTest, ReadsPaperFromTheAnswerToGsR) {
    Status status;
    status.takePaperStatus(0x0F);
    EXPECT_EQ(status, (Status{.paperNearEnd = true, .paperEnd = true}));
    status.takePaperStatus(0x00);
    EXPECT_EQ(status, Status{});
}

}  // namespace
}  // namespace luot::hardware::escpos
