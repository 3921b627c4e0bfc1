#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <thread>

#include "../harness/Figures.hpp"
#include "../harness/Follower.hpp"
#include "../harness/Load.hpp"

/// The disk of the running server fails: nothing is acknowledged, everybody is told, and it goes on by
/// itself.
namespace luot::faults {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct Fault {
    const char* name;
    std::uint32_t calls;
    int error;
    const char* words;  ///< what the server's log must say of it
};

class StorageFaultTest : public testing::TestWithParam<Fault> {
protected:
    StorageFaultTest() { EXPECT_TRUE(centre.start()) << centre.errors(); }

    bool ready() { return tests::Client(centre.url(), "").get("/readyz").status == 200; }
    bool becomesReady(bool wanted, seconds within = seconds(30)) {
        const auto until = std::chrono::steady_clock::now() + within;
        while (std::chrono::steady_clock::now() < until) {
            if (ready() == wanted) return true;
            std::this_thread::sleep_for(milliseconds(5));
        }
        return false;
    }
    std::size_t tickets() const {
        std::size_t all = 0;
        for (const auto& kiosk : load.kiosks) all += kiosk->milliseconds().size();
        return all;
    }
    /// Reads frames until a status says so.
    static bool saysWritable(Line& line, bool wanted) {
        for (auto frame = line.next(seconds(20)); !frame.empty(); frame = line.next(seconds(20)))
            if (frame.at("type").as_string() == "status" && frame.at("writable").as_bool() == wanted)
                return true;
        return false;
    }

    Centre centre;
    Load load{centre, 2, 2};
};

TEST_P(StorageFaultTest, AcknowledgesNothingSaysSoAndGoesOnByItself) {
    const auto& fault = GetParam();
    Line display(centre.url(), centre.admin(), tests::hello("display"));
    ASSERT_TRUE(saysWritable(display, true));
    load.begin();
    std::this_thread::sleep_for(milliseconds(100));
    centre.shim().failAt({.calls = fault.calls, .forEver = true}, fault.error);
    ASSERT_TRUE(becomesReady(false)) << "the server did not notice";
    EXPECT_TRUE(saysWritable(display, false));
    std::this_thread::sleep_for(milliseconds(50));
    const auto before = tickets();
    std::this_thread::sleep_for(milliseconds(400));
    EXPECT_EQ(tickets(), before) << "a ticket was acknowledged while the disk failed";
    EXPECT_GT(load.kiosks.front()->refused(), 0);
    EXPECT_TRUE(centre.runs());

    const auto healed = std::chrono::steady_clock::now();
    centre.shim().heal();
    ASSERT_TRUE(becomesReady(true));
    const auto took = millisecondsSince(healed);
    figure(std::string("storage: ") + fault.name + ", from the cure to the next ticket", took,
           "ms, goal 5000");
    EXPECT_LT(took, 50'000);
    EXPECT_TRUE(saysWritable(display, true));
    std::this_thread::sleep_for(milliseconds(100));
    load.end();
    EXPECT_GT(tickets(), before);
    EXPECT_NE(centre.errors().find(fault.words), std::string::npos) << centre.errors();

    EXPECT_TRUE(load.settle());
    auto verdict = centre.check(true);
    EXPECT_TRUE(verdict.kept()) << verdict.text();
    centre.kill();
    ASSERT_TRUE(centre.start()) << centre.errors();
    verdict = centre.check(true);
    EXPECT_TRUE(verdict.kept()) << "after a death: " << verdict.text();
    EXPECT_EQ(centre.findings(), "");
}

INSTANTIATE_TEST_SUITE_P(
    Faults, StorageFaultTest,
    testing::Values(Fault{"full disk", callWrite, ENOSPC, "the disk is full"},
                    Fault{"write error", callWrite, EIO, "the disk does not do what it must"},
                    Fault{"sync error", callSync, EIO, "the disk does not do what it must"},
                    Fault{"read-only", everyCall, EROFS, "the journal cannot be written"}),
    [](const auto& instance) {
        std::string name = instance.param.name;
        std::erase_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
        return name;
    });

/// Each single call may be the one that fails, once.
TEST_F(StorageFaultTest, OneFailedCallAnywhereLosesNothing) {
    load.begin();
    for (int n = 1; n <= 24; ++n) {
        centre.shim().failAt({.calls = callWrite | callSync | callTruncate, .nth = 1 + n * 3},
                             n % 2 == 0 ? EIO : ENOSPC);
        const auto until = std::chrono::steady_clock::now() + seconds(20);
        while (centre.shim().done() < static_cast<std::uint64_t>(n) &&
               std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(milliseconds(1));
        ASSERT_EQ(centre.shim().done(), static_cast<std::uint64_t>(n));
        // Not every call is one of a commit: a checkpoint that fails holds up nobody.
        std::this_thread::sleep_for(milliseconds(20));
        ASSERT_TRUE(becomesReady(true)) << "fault " << n;
        if (n % 8 != 0) continue;
        load.end();
        centre.kill();
        ASSERT_TRUE(centre.start()) << centre.errors();
        ASSERT_TRUE(load.settle());
        const auto verdict = centre.check(true);
        ASSERT_TRUE(verdict.kept()) << "fault " << n << ": " << verdict.text();
        load.begin();
    }
    load.end();
    EXPECT_EQ(centre.findings(), "");
}

TEST_F(StorageFaultTest, ASlowDiskHoldsUpTicketsByOneSyncAndReadersNotAtAll) {
    Load one(centre, 1, 0);
    centre.shim().slow({.calls = callSync}, 200'000);
    one.begin();
    tests::Client reader(centre.url(), centre.admin());
    std::vector<double> reads;
    for (int i = 0; i < 200; ++i) {
        const auto began = std::chrono::steady_clock::now();
        EXPECT_EQ(reader.get("/api/v1/hall").status, 200);
        reads.push_back(millisecondsSince(began));
        std::this_thread::sleep_for(milliseconds(25));
    }
    centre.shim().heal();
    one.end();
    auto tickets = one.kiosks.front()->milliseconds();
    ASSERT_GE(tickets.size(), 10U);
    figure("slow disk (200 ms a sync): a ticket, p50", quantile(tickets, 0.5), "ms");
    figure("slow disk (200 ms a sync): a ticket, p99", quantile(tickets, 0.99), "ms, goal 250");
    figure("slow disk (200 ms a sync): the hall read, p99", quantile(reads, 0.99), "ms, goal 30");
    EXPECT_LT(quantile(tickets, 0.99), 2500);
    EXPECT_LT(quantile(reads, 0.99), 300);
}

/// Nobody who waits for the disk is taken for dead: a stream with a command under way, and one that only
/// listens.
TEST_F(StorageFaultTest, ADiskOfFiveSecondsASyncThrowsNobodyOff) {
    Line counter(centre.url(), centre.admin(), tests::hello("counter"));
    const Follower display(centre.url(), centre.token("display", "hall"));
    ASSERT_TRUE(saysWritable(counter, true));
    ASSERT_TRUE(display.reaches(1, seconds(10)));
    centre.shim().slow({.calls = callSync}, 5'000'000);
    for (const auto* id : {"one", "two"})
        counter.send(std::string(R"({"type":"command","id":")") + id +
                     R"(","name":"issue","args":{"service":"chung-thuc"}})");
    std::vector<std::string> replies;
    while (replies.size() < 2) {
        const auto frame = counter.next(seconds(40));
        ASSERT_FALSE(frame.empty()) << "thrown off after " << replies.size() << " replies";
        if (frame.at("type").as_string() == "reply") replies.emplace_back(frame.at("id").as_string());
    }
    centre.shim().heal();
    EXPECT_EQ(replies, (std::vector<std::string>{"one", "two"}));
    EXPECT_EQ(display.losses(), 0) << display.why();
}

TEST_F(StorageFaultTest, AFolderThatCannotBeWrittenIsRefusedInPlainWordsAtTheStart) {
    centre.kill();
    for (const auto& [error, words] : {std::pair{ENOSPC, "the disk is full"}, std::pair{EROFS, "cannot"}}) {
        centre.shim().failAt({.forEver = true}, error);
        EXPECT_FALSE(centre.start());
        EXPECT_EQ(centre.server().wait(), 3);
        EXPECT_NE(centre.errors().find(words), std::string::npos) << centre.errors();
    }
    centre.shim().heal();
    EXPECT_TRUE(centre.start()) << centre.errors();
}

}  // namespace
}  // namespace luot::faults
