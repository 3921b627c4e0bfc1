#include <gmock/gmock.h>
#include <sqlite3.h>

#include "FaultyDisk.hpp"
#include "Samples.hpp"

namespace luot::journal::test {

using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// One kind of failure and how far its place is swept.
struct Sweep {
    const char* name;
    FaultyDisk::Call call;
    int code;
    bool forEver;
    int last;  ///< the failure is put at the calls 1, 2, 3, ... and then ever fewer of them up to this one
};

/// A caller as the server is one: after an error it probes until that succeeds, and then reads what it has
/// not seen.
class Caller {
public:
    Caller(Journal& journal, FaultyDisk& disk) : journal_(journal), disk_(disk) {}

    /// `bytes` of data a row: some rows of 100 KB fill the log as far as a checkpoint, and are quick to
    /// write.
    void append(int count, std::size_t bytes = 0) {
        Batch batch = tickets(written_ + 1, count);
        for (auto& fact : batch.facts) fact.data = "{\"text\":\"" + std::string(bytes, 'x') + "\"}";
        batch.answers.push_back(answer("k" + std::to_string(written_)));
        const auto first = journal_.append(batch);
        if (first) {
            ASSERT_EQ(*first, written_ + 1) << "a number was given twice or left out";
            written_ += count;
            return;
        }
        EXPECT_EQ(first.error().fault, base::Fault::storage);
        ++errors_;
        disk_.heal();
        done(journal_.probe());
        ASSERT_THAT(journal_.lastSeq(), AnyOf(written_, written_ + count)) << "a part of a batch was written";
        const auto unseen = got(journal_.read(written_, 100000));
        ASSERT_EQ(written_ + static_cast<std::int64_t>(unseen.size()), journal_.lastSeq());
        written_ = static_cast<int>(journal_.lastSeq());
    }
    int written() const { return written_; }
    int errors() const { return errors_; }

private:
    Journal& journal_;
    FaultyDisk& disk_;
    int written_ = 0;
    int errors_ = 0;
};

class DiskFaultSweep : public testing::TestWithParam<Sweep> {
protected:
    /// A day with enough writing for a checkpoint, and the failure somewhere in it. Says whether it was met.
    bool runWithFailureAt(int n) {
        TempFolder folder;
        FaultyDisk disk;
        int written = 0;
        {
            const auto journal = openServer(folder);
            Caller caller(*journal, disk);
            caller.append(5);
            disk.failAt(GetParam().call, n, GetParam().code, GetParam().forEver);
            for (int round = 0; round < 4; ++round) {
                caller.append(1);
                caller.append(8);
                caller.append(12, 100'000);
            }
            written = caller.written();
        }
        const bool met = disk.failures() > 0;
        disk.heal();
        const auto journal = openServer(folder);
        EXPECT_EQ(journal->lastSeq(), written);
        EXPECT_EQ(got(journal->append(tickets(written + 1, 1))), written + 1);
        const auto findings = findingsIn(folder);
        EXPECT_THAT(findings, IsEmpty()) << text(findings);
        return met;
    }
};

TEST_P(DiskFaultSweep, LosesNothingAcknowledgedAndGoesOn) {
    int met = 0;
    for (int n = 1; n <= GetParam().last; n += 1 + n / 2) {
        SCOPED_TRACE("failure at call " + std::to_string(n));
        met += runWithFailureAt(n) ? 1 : 0;
        if (HasFatalFailure()) return;
    }
    EXPECT_GT(met, 4) << "the sweep does not reach what it is about";
}

INSTANTIATE_TEST_SUITE_P(
    Every, DiskFaultSweep,
    testing::Values(Sweep{"FullOnce", FaultyDisk::Call::write, SQLITE_FULL, false, 2500},
                    Sweep{"FullForAWhile", FaultyDisk::Call::write, SQLITE_FULL, true, 2500},
                    Sweep{"WriteFailsOnce", FaultyDisk::Call::write, SQLITE_IOERR_WRITE, false, 2500},
                    Sweep{"WriteFailsForAWhile", FaultyDisk::Call::write, SQLITE_IOERR_WRITE, true, 2500},
                    Sweep{"SyncFailsOnce", FaultyDisk::Call::sync, SQLITE_IOERR_FSYNC, false, 16},
                    Sweep{"SyncFailsForAWhile", FaultyDisk::Call::sync, SQLITE_IOERR_FSYNC, true, 16}),
    [](const auto& sweep) { return sweep.param.name; });

class DiskFaultTest : public testing::Test {
protected:
    TempFolder folder_;
    FaultyDisk disk_;
};

TEST_F(DiskFaultTest, SaysThatTheDiskIsFullAndGoesOnWhenItIsFree) {
    const auto journal = openServer(folder_);
    got(journal->append(tickets(1, 3)));
    disk_.failAt(FaultyDisk::Call::write, 1, SQLITE_FULL, true);
    for (int tries = 0; tries < 3; ++tries) {
        const auto refused = journal->append(tickets(4, 1));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().fault, base::Fault::storage);
        EXPECT_EQ(refused.error().what, "the disk is full; free some space, the server goes on by itself");
        EXPECT_EQ(journal->probe().error().fault, base::Fault::storage);
        EXPECT_EQ(journal->lastSeq(), 3);
        EXPECT_THAT(got(journal->read(0, 10)), SizeIs(3)) << "what is written can still be read";
    }
    disk_.heal();
    done(journal->probe());
    EXPECT_EQ(got(journal->append(tickets(4, 1))), 4);
}

TEST_F(DiskFaultTest, NeverTakesAFailedSyncForADoneOne) {
    const auto journal = openServer(folder_);
    got(journal->append(tickets(1, 3)));
    disk_.failAt(FaultyDisk::Call::sync, 1, SQLITE_IOERR_FSYNC, true);
    EXPECT_FALSE(journal->append(tickets(4, 2)));
    EXPECT_FALSE(journal->append(tickets(4, 2)));
    EXPECT_FALSE(journal->probe());
    EXPECT_EQ(journal->lastSeq(), 3);
}

TEST_F(DiskFaultTest, AppendsNothingBehindRowsThatItsCallerHasNotSeen) {
    const auto journal = openServer(folder_);
    got(journal->append(tickets(1, 3)));
    // Neither the commit nor the closing of the file can sync; so its log keeps the rows, and opening finds
    // them.
    disk_.failAt(FaultyDisk::Call::sync, 1, SQLITE_IOERR_FSYNC, true);
    ASSERT_FALSE(journal->append(tickets(4, 2)));
    disk_.heal();
    const auto second = journal->append(tickets(4, 1));
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().what, HasSubstr("in the journal after all; read them"));
    EXPECT_EQ(journal->lastSeq(), 5);
    EXPECT_EQ(got(journal->read(3, 10)).back().fact.subject, "t5");
    EXPECT_EQ(got(journal->append(tickets(6, 1))), 6);
    EXPECT_THAT(findingsIn(folder_), IsEmpty());
}

}  // namespace luot::journal::test
