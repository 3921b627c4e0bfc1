#include "dispenser/PapersUnderWay.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <future>

#include "tests/integration/server/TempFolder.hpp"

namespace luot::dispenser {
namespace {

using namespace std::chrono_literals;
using Outcomes = PapersUnderWay::Outcomes;

class PapersUnderWayTest : public testing::Test {
protected:
    /// What a kiosk would find that is started now.
    Outcomes onDisk() const { return PapersUnderWay(file).left(); }

    const tests::TempFolder folder;
    const std::string file = folder.file("papers.json");
};

TEST_F(PapersUnderWayTest, OutliveTheKioskThatNotedThem) {
    PapersUnderWay papers(file);
    papers.begun("t1");
    papers.settle();
    EXPECT_EQ(onDisk(), (Outcomes{{"t1", "unknown"}}));
    papers.begun("t2");
    papers.ended("t1", "confirmed");
    papers.settle();
    EXPECT_EQ(onDisk(), (Outcomes{{"t1", "confirmed"}, {"t2", "unknown"}}));
    papers.told("t1");
    papers.told("t2");
    papers.settle();
    EXPECT_TRUE(onDisk().empty());
}

TEST_F(PapersUnderWayTest, AreAllOnTheDiskWhenTheKioskEnds) {
    { PapersUnderWay(file).ended("t1", "failed"); }
    EXPECT_EQ(onDisk(), (Outcomes{{"t1", "failed"}}));
}

TEST_F(PapersUnderWayTest, BeginAnewWhereTheFileMakesNoSense) {
    std::ofstream(file) << "{\"t1\":";
    EXPECT_TRUE(onDisk().empty());
}

/// A pipe takes the place of the file's draft: as a disk that takes its time, until somebody reads.
TEST_F(PapersUnderWayTest, KeepNobodyWaitingForTheDiskButWhoWantsThemThere) {
    const auto draft = file + ".new";
    ASSERT_EQ(::mkfifo(draft.c_str(), 0600), 0);
    PapersUnderWay papers(file);
    std::promise<void> noted;
    // Unasked it reads after a while, so that a thread which does wait fails this test and does not hang it.
    auto disk = std::async(std::launch::async, [&, wasNoted = noted.get_future()] {
        const bool inTime = wasNoted.wait_for(5s) == std::future_status::ready;
        const int pipe = ::open(draft.c_str(), O_RDONLY);
        std::string text(200, '\0');
        const auto got = ::read(pipe, text.data(), text.size());
        ::close(pipe);
        text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return std::pair(inTime, text);
    });
    papers.begun("t1");
    auto settled = std::async(std::launch::async, [&] { papers.settle(); });
    EXPECT_EQ(papers.left().size(), 1U);
    EXPECT_EQ(settled.wait_for(20ms), std::future_status::timeout) << "it is not on the disk yet";
    noted.set_value();
    const auto [inTime, text] = disk.get();
    EXPECT_TRUE(inTime);
    EXPECT_EQ(text, "{\"t1\":\"unknown\"}\n");
    settled.get();
}

}  // namespace
}  // namespace luot::dispenser
