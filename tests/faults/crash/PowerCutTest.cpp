#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "../harness/DiskImage.hpp"
#include "../harness/Load.hpp"
#include "Tally.hpp"
#include "journal/Chain.hpp"
#include "journal/SqliteJournal.hpp"

namespace luot::faults {
namespace {

/// Memory, when the machine has it as a folder: thousands of folders are written.
std::string workshop() {
    const std::filesystem::path memory = "/dev/shm";
    return std::filesystem::is_directory(memory) ? memory.string()
                                                 : std::filesystem::temp_directory_path().string();
}

/// Also when ten thousand kills are asked for.
constexpr int mostCuts = 3000;

/// A folder that goes with the test.
class Bench {
public:
    Bench() : path_(workshop() + "/luot-cut-XXXXXX") { path_ = mkdtemp(path_.data()); }
    ~Bench() { std::filesystem::remove_all(path_); }
    std::string data() const { return path_ + "/data"; }

private:
    std::string path_;
};

class PowerCutTest : public testing::Test {
protected:
    PowerCutTest() : disk(centre.data()) { centre.shim().record(); }

    /// Tickets and calls, a death, a restart and more of them; every change of the disk is on record then.
    void live() {
        for (int life = 0; life < 3; ++life) {
            ASSERT_TRUE(centre.start()) << centre.errors();
            const auto enough = centre.shim().records() + 2200;
            load.begin();
            while (centre.shim().records() < enough)
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            centre.kill();
            load.end();
        }
    }

    /// The folder after a cut must open, its chain hold, and all that was acknowledged by then be in it.
    testing::AssertionResult isWhole(std::uint64_t place) {
        auto journal = journal::openSqliteJournal(bench.data(), journal::Access::server);
        if (!journal) return testing::AssertionFailure() << journal.error().what;
        auto rows = (*journal)->read(0, 1'000'000);
        if (!rows) return testing::AssertionFailure() << rows.error().what;
        centre.ledger().readAnew();
        journal::ChainEnd end;
        boost::json::array events;
        for (const auto& row : *rows) {
            end = journal::chained(end, row.fact);
            if (base::hex(end.hash) != row.hash)
                return testing::AssertionFailure() << "row " << row.seq << " is torn";
            auto data = base::json::parse(row.fact.data);
            if (!data) return testing::AssertionFailure() << "row " << row.seq << " cannot be read";
            events.push_back({{"seq", row.seq}, {"name", row.fact.name}, {"data", *data}});
        }
        centre.ledger().read(events);
        const auto verdict = centre.ledger().check(false, place);
        return Tally::whole().add(verdict) ? testing::AssertionSuccess()
                                           : testing::AssertionFailure() << verdict.text();
    }

    Centre centre;
    Load load{centre, 2, 2};
    DiskImage disk;
    Bench bench;
    std::mt19937 random{std::random_device{}()};
};

TEST_F(PowerCutTest, WhatWasAcknowledgedIsThereWhateverTheDiskHadNotYetWritten) {
    live();
    const auto calls = centre.shim().records();
    const auto cuts = static_cast<std::uint64_t>(std::min(killsOf(150), mostCuts));
    std::uint64_t place = 0;
    for (const auto& file : centre.shim().recordFiles()) {
        CallRecording recording(file);
        while (auto call = recording.next()) {
            ++place;
            disk.apply(*call);
            if (random() % calls >= cuts) continue;
            disk.cutInto(bench.data(), random);
            Tally::whole().cut();
            ASSERT_TRUE(isWhole(place)) << "cut behind call " << place << " of " << calls;
            if (random() % 16 != 0) continue;
            const auto said = run({"luot-server", {"verify", "--data", bench.data()}, {}, {}});
            ASSERT_EQ(said.code, 0) << "cut behind call " << place << ": " << said.out << said.err;
        }
    }
    EXPECT_GE(place + centre.shim().recordFiles().size(), calls) << "the record of calls ends too early";
}

}  // namespace
}  // namespace luot::faults
