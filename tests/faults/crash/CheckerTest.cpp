#include <gtest/gtest.h>

#include <thread>

#include "../harness/DiskImage.hpp"
#include "../harness/Load.hpp"

/// A checker that finds nothing proves nothing: here it is shown what it must find.
namespace luot::faults {
namespace {

boost::json::object row(int seq, const char* name, const char* ticket, const char* number, int counter = 0) {
    return {{"seq", seq},
            {"name", name},
            {"data", {{"ticket", {{"id", ticket}, {"number", number}, {"counter", counter}}}}}};
}

class CheckerTest : public testing::Test {
protected:
    CheckerTest() {
        ledger.issued("k1", "t1", "A001");
        ledger.issued("k2", "t2", "A002");
        ledger.called("t1", 3);
    }
    Verdict after(boost::json::array rows, bool settled = true) {
        ledger.read(rows);
        return ledger.check(settled);
    }
    const boost::json::array sound{row(1, "ticket_issued", "t1", "A001"),
                                   row(2, "ticket_issued", "t2", "A002"),
                                   row(3, "ticket_called", "t1", "A001", 3)};
    Ledger ledger;
};

TEST_F(CheckerTest, KeepsQuietWhenAllIsRight) {
    const auto verdict = after(sound);
    EXPECT_TRUE(verdict.kept()) << verdict.text();
    EXPECT_EQ(verdict.tickets, 2);
    EXPECT_EQ(verdict.calls, 1);
}

TEST_F(CheckerTest, FindsALostTicketALostCallAndALostRow) {
    EXPECT_EQ(after({sound[0], row(2, "ticket_called", "t1", "A001", 3)}).lost, 1);
    ledger.readAnew();
    EXPECT_EQ(after({sound[0], sound[1]}).lost, 1);
    ledger.readAnew();
    EXPECT_EQ(
        after({sound[0], row(3, "ticket_issued", "t2", "A002"), row(4, "ticket_called", "t1", "A001", 3)})
            .lost,
        1);
}

TEST_F(CheckerTest, FindsANumberThatWasGivenTwice) {
    ledger.issued("k3", "t3", "A002");
    EXPECT_EQ(after({sound[0], sound[1], sound[2], row(4, "ticket_issued", "t3", "A002")}).doubled, 1);
}

TEST_F(CheckerTest, FindsATicketThatNobodyHolds) {
    auto rows = sound;
    rows.push_back(row(4, "ticket_issued", "t3", "A003"));
    EXPECT_EQ(after(rows).doubled, 1);
    ledger.readAnew();
    ledger.pressed("k3");
    EXPECT_TRUE(after(rows, false).kept()) << "it may be that of a press without an answer";
}

TEST_F(CheckerTest, FindsATicketThatWasCalledTwice) {
    auto rows = sound;
    rows.push_back(row(4, "ticket_called", "t1", "A001", 4));
    EXPECT_EQ(after(rows).calledTwice, 1);
}

TEST_F(CheckerTest, FindsARepeatThatWasAnsweredInAnotherWay) {
    ledger.issued("k1", "t9", "A009");
    EXPECT_EQ(after(sound).otherAnswers, 1);
}

TEST_F(CheckerTest, FindsAnEventThatWasToldAndIsNotOnRecord) {
    ledger.told(3, row(3, "ticket_called", "t1", "A001", 3));
    ledger.told(4, row(4, "ticket_called", "t2", "A002", 3));
    EXPECT_EQ(after(sound).lost, 1);
}

/// With a disk that says that it has written and has not, something must be lost: the cuts do cut.
TEST(LyingDiskTest, LosesTicketsWhereTheRealOneMustNot) {
    Centre centre;
    Load load(centre, 2, 0);
    DiskImage disk(centre.data());
    centre.shim().record();
    ASSERT_TRUE(centre.start()) << centre.errors();
    load.begin();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    centre.kill();
    load.end();
    CallRecording recording(centre.shim().recordFiles().front());
    while (auto call = recording.next())
        if (call->head.kind != CallRecord::sync) disk.apply(*call);
    std::mt19937 random(1);
    int left = 0;
    const auto cut = centre.file("cut");
    for (int i = 0; i < 8; ++i) {
        disk.cutInto(cut, random);
        const auto said = run({"luot-server", {"verify", "--data", cut}, {}, {}});
        left +=
            said.code == 0 && textOf(cut + "/journal.db-wal") == textOf(centre.data() + "/journal.db-wal");
    }
    EXPECT_LT(left, 8) << "nothing was lost without a single sync";
}

/// Else all that is acknowledged later would be looked for one call too early.
TEST(ShimTest, CountsTheCallThatADyingProgramWroteDownButDidNotCount) {
    Centre centre;
    auto& shim = centre.shim();
    shim.record();
    shim.environment();
    const CallRecord sync{CallRecord::sync};
    std::ofstream(shim.recordFiles().back(), std::ios::binary)
        .write(reinterpret_cast<const char*>(&sync), sizeof sync)
        .write("torn", 4);
    EXPECT_EQ(shim.records(), 0U);
    shim.environment();
    EXPECT_EQ(shim.records(), 1U);
}

}  // namespace
}  // namespace luot::faults
