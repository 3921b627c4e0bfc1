#include "hardware/printer/job/Conversation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "hardware/escpos/Encoder.hpp"

namespace luot::hardware::printer::job {
namespace {

using namespace std::chrono_literals;
using Raw = std::vector<std::uint8_t>;

const Raw echo{0x37, 0x22, '0', '0', '0', '7', 0};
const DeviceRecord proven{Confirmation::processId, true, false};

PrintJob ticket() {
    escpos::Encoder encoder;
    encoder.init().feed(10).feedAndCut().requestProcessId({'0', '0', '0', '7'});
    return {"A001", encoder.take(), std::array{'0', '0', '0', '7'}};
}

/// The pure talk with a clock and a printer made of lines of a test.
class ConversationTest : public testing::Test {
protected:
    void start(DeviceRecord device, std::size_t zeros = 0, PrintDeadlines deadlines = {}) {
        talk_.emplace(ticket(), Conversation::Start{device, deadlines, zeros}, now_);
    }
    Raw sendAll() {
        const auto bytes = talk_->toWrite();
        const Raw sent(bytes.begin(), bytes.end());
        talk_->wrote(sent.size(), now_);
        return sent;
    }
    void say(Raw bytes) { talk_->heard(bytes, now_); }
    /// To the deadline.
    void wait() {
        now_ = talk_->deadline();
        talk_->passed(now_);
    }
    /// Answers each question of the pre-check with "all is well".
    void beWell() {
        for (int i = 0; i < 3; ++i) {
            EXPECT_EQ(sendAll().size(), 3U);
            say({0x12});
        }
        EXPECT_EQ(talk_->state(), PrintState::sending);
    }
    void expectEnd(PrintState state, PrintFault fault) {
        ASSERT_TRUE(talk_->over());
        EXPECT_EQ(talk_->report().state, state);
        EXPECT_EQ(talk_->report().fault, fault);
    }

    Time now_{1h};
    std::optional<Conversation> talk_;
};

TEST_F(ConversationTest, GoesFromQueuedOverSendingAndSentToConfirmed) {
    start(proven);
    EXPECT_EQ(talk_->state(), PrintState::queued);
    beWell();
    const auto sent = sendAll();
    EXPECT_EQ(talk_->state(), PrintState::sent);
    EXPECT_THAT(Raw(sent.begin(), sent.begin() + 5), testing::ElementsAre(0x1B, '@', 0x1D, 'a', 0x0F));
    EXPECT_EQ(sent.size(), ticket().bytes.size() + 3);
    say(echo);
    expectEnd(PrintState::confirmed, PrintFault::none);
}

TEST_F(ConversationTest, GivesAJobTheTimeThatItsLineNeeds) {
    auto large = ticket();
    large.bytes.insert(large.bytes.begin() + 2, 38'400 - large.bytes.size() - 3, 0x00);
    talk_.emplace(large, Conversation::Start{proven, {}, 0, PrintFault::none, 3840}, now_);
    beWell();
    const auto began = now_;
    EXPECT_EQ(talk_->deadline() - began, 10s + 3 * 10'001ms / 2)
        << "the setting, and half as long again as reckoned";
    EXPECT_EQ(sendAll().size(), 38'400U);
    // The system has taken all at once; it still takes ten seconds until the printer has it.
    now_ = began + 10s + 9s;
    talk_->passed(now_);
    EXPECT_FALSE(talk_->over());
    say(echo);
    expectEnd(PrintState::confirmed, PrintFault::none);
}

TEST_F(ConversationTest, SendsNothingToAPrinterThatCannotPrint) {
    struct Case {
        Raw answers;  ///< to 1, 2, 4 and, if asked, 3
        PrintFault fault;
    };
    for (const auto& [answers, fault] :
         {Case{{0x1A, 0x16, 0x12}, PrintFault::coverOpen}, Case{{0x1A, 0x32, 0x72}, PrintFault::paperEnd},
          Case{{0x1A, 0x52, 0x12, 0x1A}, PrintFault::cutter},
          Case{{0x1A, 0x52, 0x12, 0x52}, PrintFault::overheated},
          Case{{0x1A, 0x52, 0x12, 0x32}, PrintFault::mechanical},
          Case{{0x1A, 0x12, 0x12}, PrintFault::busy}}) {
        start(proven);
        for (const auto answer : answers) {
            sendAll();
            say({answer});
        }
        expectEnd(PrintState::failed, fault);
        EXPECT_FALSE(talk_->begun());
    }
}

TEST_F(ConversationTest, PrintsWhenThePaperIsNearItsEndAndSaysSo) {
    start(proven);
    for (const std::uint8_t answer : {0x12, 0x12, 0x1E}) {
        sendAll();
        say({answer});
    }
    sendAll();
    say(echo);
    expectEnd(PrintState::confirmed, PrintFault::paperNearEnd);
}

TEST_F(ConversationTest, TakesALateSecondAnswerForNoAnswerToTheNextQuestion) {
    start(proven);
    sendAll();
    wait();
    sendAll();
    say({0x12});
    say({0x1A});  // to the first question, and not "feed button" in answer to the second
    wait();
    for (int i = 0; i < 2; ++i) {
        sendAll();
        say({0x12});
    }
    EXPECT_EQ(talk_->state(), PrintState::sending);
}

TEST_F(ConversationTest, SendsToAPrinterThatHasNeverToldItsStatus) {
    start({});
    sendAll();
    wait();
    sendAll();
    wait();
    EXPECT_EQ(talk_->state(), PrintState::sending);
}

TEST_F(ConversationTest, WaitsNoMoreForAnswersOfAPrinterThatConfirmsWithoutThem) {
    start({});
    for (int i = 0; i < 2; ++i) {
        sendAll();
        wait();
    }
    sendAll();
    say(echo);
    expectEnd(PrintState::confirmed, PrintFault::none);
    EXPECT_EQ(talk_->learnt(), (DeviceRecord{Confirmation::processId, false, true}));
    start(talk_->learnt());
    EXPECT_EQ(talk_->state(), PrintState::sending);
}

TEST_F(ConversationTest, SendsNothingToAPrinterThatHasFallenSilent) {
    start(proven);
    sendAll();
    wait();
    sendAll();
    wait();
    expectEnd(PrintState::failed, PrintFault::busy);
}

TEST_F(ConversationTest, FindsOutHowAPrinterConfirms) {
    start({});
    beWell();
    const auto sent = sendAll();
    EXPECT_THAT(Raw(sent.end() - 3, sent.end()), testing::ElementsAre(0x1D, 'r', 1));
    say({0x00});
    EXPECT_FALSE(talk_->over());
    say(echo);
    expectEnd(PrintState::confirmed, PrintFault::none);
    EXPECT_EQ(talk_->learnt(), proven);
}

TEST_F(ConversationTest, BelievesGsRWhenNoEchoFollows) {
    start({});
    beWell();
    sendAll();
    say({0x00});
    EXPECT_EQ(talk_->deadline() - now_, 500ms);
    wait();
    expectEnd(PrintState::confirmed, PrintFault::none);
    EXPECT_EQ(talk_->learnt().confirmation, Confirmation::fence);
}

TEST_F(ConversationTest, AsksAPrinterThatKnowsGsRForNothingElse) {
    start({Confirmation::fence, true, false});
    beWell();
    const auto sent = sendAll();
    EXPECT_THAT(Raw(sent.begin(), sent.begin() + 4), testing::ElementsAre(0x1B, '@', 0x1B, 'J'));
    EXPECT_THAT(Raw(sent.end() - 7, sent.end()), testing::ElementsAre(0x1D, 'V', 66, 3, 0x1D, 'r', 1));
    say({0x00});
    expectEnd(PrintState::confirmed, PrintFault::none);
}

TEST_F(ConversationTest, IsNotConfirmedByTheTailOfAReport) {
    start({});
    beWell();
    sendAll();
    say({0x00, 0x00, 0x0F});
    now_ += 600ms;
    EXPECT_GT(talk_->deadline(), now_ - 1s);
    while (!talk_->over()) wait();
    expectEnd(PrintState::unknown, PrintFault::none);
    EXPECT_EQ(talk_->learnt().confirmation, Confirmation::unproven);
}

TEST_F(ConversationTest, IsNotConfirmedByTheEchoOfAnotherJobOrBeforeAllWasSent) {
    start(proven);
    beWell();
    say(echo);
    sendAll();
    say({0x37, 0x22, '0', '0', '0', '6', 0});
    say({0x00});
    EXPECT_EQ(talk_->state(), PrintState::sent);
}

TEST_F(ConversationTest, FailsWhenThePrinterReportsThatThePaperHasEnded) {
    start(proven);
    beWell();
    talk_->wrote(8, now_);
    say({0x18, 0x00, 0x0C, 0x00});
    expectEnd(PrintState::failed, PrintFault::paperEnd);
    EXPECT_EQ(talk_->cutOff(), ticket().bytes.size() + 3 - 8);
}

TEST_F(ConversationTest, AsksForTheStatusWhileItWaitsAndFailsWithItsCause) {
    start({Confirmation::fence, true, false});
    beWell();
    sendAll();
    wait();
    EXPECT_EQ(sendAll(), (Raw{0x10, 0x04, 2}));
    say({0x12});
    wait();
    EXPECT_EQ(sendAll(), (Raw{0x10, 0x04, 4}));
    say({0x72});
    expectEnd(PrintState::failed, PrintFault::paperEnd);
}

TEST_F(ConversationTest, StopsAskingAPrinterThatDoesNotAnswerWhileItPrints) {
    start(proven);
    beWell();
    sendAll();
    wait();
    sendAll();
    wait();
    EXPECT_TRUE(talk_->toWrite().empty());
    say(echo);
    expectEnd(PrintState::confirmed, PrintFault::none);
}

TEST_F(ConversationTest, NoticesAPrinterThatSwallowsATicket) {
    start(proven);
    beWell();
    sendAll();
    const auto sentAt = now_;
    while (!talk_->over()) wait();
    EXPECT_EQ(now_ - sentAt, 10s);
    expectEnd(PrintState::unknown, PrintFault::swallowed);
    EXPECT_TRUE(talk_->toWrite().empty() || talk_->toWrite().size() <= 3) << "a ticket is never sent twice";
}

TEST_F(ConversationTest, WaitsLessLongForAPrinterThatHasNeverConfirmedAnything) {
    DeviceRecord device;
    for (int job = 1; job <= Conversation::silentEnough; ++job) {
        start(device);
        beWell();
        sendAll();
        const auto sentAt = now_;
        while (!talk_->over()) wait();
        EXPECT_EQ(now_ - sentAt, 10s) << job;
        device = talk_->learnt();
        EXPECT_EQ(device.silentJobs, job);
    }
    start(device);
    beWell();
    sendAll();
    const auto sentAt = now_;
    while (!talk_->over()) wait();
    EXPECT_EQ(now_ - sentAt, 3s);
    start(device);
    beWell();
    sendAll();
    say(echo);
    expectEnd(PrintState::confirmed, PrintFault::none);
    EXPECT_EQ(talk_->learnt().silentJobs, 0) << "it is asked in every job, and believed at once";
}

TEST_F(ConversationTest, BelievesTheLineOfAPrinterThatAnswersNothing) {
    talk_.emplace(ticket(), Conversation::Start{{}, {}, 0, PrintFault::paperEnd}, now_);
    while (!talk_->over()) {
        sendAll();
        wait();
    }
    expectEnd(PrintState::failed, PrintFault::paperEnd);
    EXPECT_FALSE(talk_->begun());
    talk_.emplace(ticket(), Conversation::Start{proven, {}, 0, PrintFault::mechanical}, now_);
    beWell();
    talk_.emplace(ticket(),
                  Conversation::Start{{Confirmation::fence, false, true}, {}, 0, PrintFault::paperEnd}, now_);
    expectEnd(PrintState::failed, PrintFault::paperEnd);
}

TEST_F(ConversationTest, SaysWhatABrokenConnectionMeans) {
    start(proven);
    talk_->lost();
    expectEnd(PrintState::failed, PrintFault::unreachable);
    start(proven);
    beWell();
    talk_->wrote(5, now_);
    talk_->lost();
    expectEnd(PrintState::failed, PrintFault::unreachable);
    start(proven);
    beWell();
    sendAll();
    talk_->lost();
    expectEnd(PrintState::unknown, PrintFault::unreachable);
}

TEST_F(ConversationTest, SendsNoCutToAPrinterWithoutACutterEvenAfterABrokenJob) {
    auto torn = PrintJob{"A001", escpos::Encoder().init().feed(10).take(), std::nullopt, false};
    talk_.emplace(torn, Conversation::Start{proven, {}, 100}, now_);
    beWell();
    const auto sent = sendAll();
    const Raw cut{0x1D, 'V'};
    EXPECT_EQ(std::search(sent.begin(), sent.end(), cut.begin(), cut.end()), sent.end());
}

TEST_F(ConversationTest, GivesUpOnAPrinterThatTakesNoBytes) {
    start(proven);
    beWell();
    const auto begun = now_;
    talk_->wrote(5, now_);
    wait();
    EXPECT_EQ(now_ - begun, 10s);
    expectEnd(PrintState::failed, PrintFault::busy);
}

TEST_F(ConversationTest, FirstEndsThePictureThatAnEarlierJobHasLeft) {
    start(proven, 8192);
    beWell();
    const auto sent = sendAll();
    EXPECT_TRUE(std::all_of(sent.begin(), sent.begin() + 8192, [](auto byte) { return byte == 0; }));
    EXPECT_THAT(Raw(sent.begin() + 8192, sent.begin() + 8200),
                testing::ElementsAre(0x1B, '@', 0x1D, 'V', 66, 3, 0x1B, '@'));
    EXPECT_EQ(sent.size(), 8192 + 6 + ticket().bytes.size() + 3);
}

TEST_F(ConversationTest, AsksNothingWhenNoConfirmationIsWanted) {
    PrintDeadlines deadlines;
    deadlines.confirm = 0ms;
    start(proven, 0, deadlines);
    beWell();
    EXPECT_EQ(sendAll().size(), ticket().bytes.size() - 11);
    expectEnd(PrintState::unknown, PrintFault::none);
}

}  // namespace
}  // namespace luot::hardware::printer::job
