#include <gmock/gmock.h>

#include "base/Ids.hpp"
#include "base/Log.hpp"
#include "tests/simulation/hall/World.hpp"

/// Whole halls with one thing broken: some seed of a few must find it.
namespace luot::simulation {
namespace {

constexpr std::uint64_t seeds = 8;

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

class MutantsTest : public testing::Test {
protected:
    void SetUp() override { base::setLogLevel(base::LogLevel::error); }

    template <class Journal>
    static Scenario::OpenJournal on() {
        return [](Medium& medium, DiskFaults& faults, MemoryJournal::Written written) {
            return std::make_unique<Journal>(medium, faults, std::move(written));
        };
    }

    /// All complaints of a few seeds whose weather is as rough as it gets.
    static std::string complaintsWith(const std::function<void(Scenario&)>& spoil) {
        std::string all;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
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
