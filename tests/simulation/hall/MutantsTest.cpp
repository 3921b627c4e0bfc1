#include <gmock/gmock.h>

#include "base/Ids.hpp"
#include "base/Log.hpp"
#include "tests/simulation/hall/World.hpp"

/// Whole halls with one thing broken: some seed of a few must find it.
namespace luot::simulation {
namespace {

constexpr std::uint64_t seeds = 8;
constexpr std::uint64_t seedsOfKiosks = 3;

/// Forgets the newest commit when the power fails, as a disk that lies about its cache does.
class ForgetfulJournal final : public MemoryJournal {
public:
    ForgetfulJournal(Medium& medium, DiskFaults& faults, Written written)
        : MemoryJournal(forgetting(medium), faults, std::move(written)) {}

private:
    static Medium& forgetting(Medium& medium) {
        if (medium.rows.size() < 50) return medium;
        medium.rows.resize(medium.rows.size() - 2);
        std::vector<journal::Row> kept;
        medium.end = {};
        for (const auto& row : medium.rows) medium.end = journal::chained(medium.end, row.fact);
        return medium;
    }
};

/// Says that it wrote its fortieth commit, keeps nothing of it, and fails from then on: what followed would
/// only show the pump's own care.
class LyingJournal final : public MemoryJournal {
public:
    using MemoryJournal::MemoryJournal;

    base::Result<std::int64_t> append(const journal::Batch& batch) override {
        if (auto works = probe(); !works) return tl::unexpected(works.error());
        return MemoryJournal::append(batch);
    }
    base::Result<> probe() override {
        if (commits_ >= lastCommit) return base::fail(base::Fault::storage, "broken for good");
        return MemoryJournal::probe();
    }

private:
    static constexpr int lastCommit = 40;

    void commit(const journal::Batch& batch) override {
        if (++commits_ < lastCommit) MemoryJournal::commit(batch);
    }
    int commits_ = 0;
};

/// Forgets its newest note when the kiosk starts, as a disk that lies about its cache does.
class ForgetfulDisk final : public KioskDisk {
public:
    explicit ForgetfulDisk(KioskMedium& medium) : KioskDisk(medium) {
        if (!medium.notes.empty()) medium.notes.pop_back();
    }
};

/// Is put back from an old copy when the kiosk starts, without saying so by another id.
class RestoredDisk final : public KioskDisk {
public:
    explicit RestoredDisk(KioskMedium& medium) : KioskDisk(medium) {
        if (medium.notes.size() > 2) medium.notes.resize(medium.notes.size() / 2);
    }
};

/// Keeps every ticket under another id than the kiosk gave it.
class RenamingDisk final : public KioskDisk {
public:
    using KioskDisk::KioskDisk;

    base::Result<std::vector<dispenser::offline::Note>> since(const std::string& name) override {
        auto notes = KioskDisk::since(name);
        for (auto& note : *notes) {
            const auto id = note.data.find(R"("id":")");
            if (id != std::string::npos) note.data.replace(id + 6, 25, base::newId());
        }
        return notes;
    }
};

class MutantsTest : public testing::Test {
protected:
    void SetUp() override { base::setLogLevel(static_cast<base::LogLevel>(4)); }  // faults are wanted here

    template <class Journal>
    static Scenario::OpenJournal on() {
        return [](Medium& medium, DiskFaults& faults, MemoryJournal::Written written) {
            return std::make_unique<Journal>(medium, faults, std::move(written));
        };
    }

    template <class Disk>
    static std::string complaintsWithKiosksOn() {
        const auto spoil = [](Scenario& scenario) {
            scenario.openKioskDisk = [](KioskMedium& medium) { return std::make_unique<Disk>(medium); };
            scenario.climate.kioskCuts = 1.5;
            scenario.climate.kioskRestarts = 1;
        };
        return complaintsWith(spoil, seedsOfKiosks);
    }

    /// All complaints of a few seeds whose weather is as rough as it gets.
    static std::string complaintsWith(const std::function<void(Scenario&)>& spoil,
                                      std::uint64_t lastSeed = seeds) {
        std::string all;
        for (std::uint64_t seed = 1; seed <= lastSeed; ++seed) {
            auto scenario = Scenario::drawn(seed);
            scenario.days = 1;
            scenario.climate = {};
            scenario.climate.linkBreaks = 0.5;
            scenario.climate.crashes = 4;
            spoil(scenario);
            for (const auto& complaint : World(std::move(scenario)).run().complaints) all += complaint + '\n';
        }
        return all;
    }
};

TEST_F(MutantsTest, ASoundHallGivesNoCauseToComplain) {
    EXPECT_EQ(complaintsWith([](Scenario&) {}), "");
}

TEST_F(MutantsTest, AJournalThatForgetsItsNewestCommitIsFound) {
    const auto found =
        complaintsWith([](Scenario& scenario) { scenario.openJournal = on<ForgetfulJournal>(); });
    EXPECT_THAT(found, testing::HasSubstr("the medium does not end with the row that was written last"));
    EXPECT_THAT(found, testing::HasSubstr("gone after a restart"));
}

TEST_F(MutantsTest, AJournalThatSaysItWroteAndDidNotIsFound) {
    const auto found = complaintsWith([](Scenario& scenario) {
        scenario.openJournal = on<LyingJournal>();
        scenario.climate.crashes = 0;
    });
    EXPECT_THAT(found, testing::HasSubstr("not written"));
}

TEST_F(MutantsTest, SoundKiosksGiveNoCauseToComplain) { EXPECT_EQ(complaintsWithKiosksOn<KioskDisk>(), ""); }

TEST_F(MutantsTest, AKioskThatForgetsItsNewestNumberIsFound) {
    EXPECT_THAT(complaintsWithKiosksOn<ForgetfulDisk>(), testing::HasSubstr("two people hold"));
}

TEST_F(MutantsTest, AKioskWhoseDiskComesFromAnOldCopyIsFound) {
    EXPECT_THAT(complaintsWithKiosksOn<RestoredDisk>(), testing::HasSubstr("two people hold"));
}

TEST_F(MutantsTest, AKioskThatHandsInOtherTicketsThanItGaveIsFound) {
    EXPECT_THAT(complaintsWithKiosksOn<RenamingDisk>(), testing::HasSubstr("it is not in the queue"));
}

TEST_F(MutantsTest, AClientThatAsksAgainUnderAnotherIdIsFound) {
    const auto found = complaintsWith([](Scenario& scenario) {
        scenario.again = [](std::string frame) {
            const auto id = frame.find(R"("id":")");
            if (id != std::string::npos) frame.replace(id + 6, 25, base::newId());
            return frame;
        };
    });
    EXPECT_THAT(found, testing::HasSubstr("but nobody asked for it"));
}

}  // namespace
}  // namespace luot::simulation
