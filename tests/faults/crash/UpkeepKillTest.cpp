#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <thread>

#include "../harness/Load.hpp"
#include "Tally.hpp"

/// Deaths within what is done to a journal as a whole: backup, restore, upgrade.
namespace luot::faults {
namespace {

namespace fs = std::filesystem;

constexpr Deed deeds[]{Deed::killBefore, Deed::killAfter, Deed::killTorn};

class UpkeepKillTest : public testing::Test {
protected:
    /// A morning of tickets, and then no server.
    void haveAMorning() {
        ASSERT_TRUE(centre.start()) << centre.errors();
        loadFor(std::chrono::milliseconds(80));
        ASSERT_EQ(centre.server().end(SIGTERM), 0);
    }

    void loadFor(std::chrono::milliseconds time) {
        load.begin();
        std::this_thread::sleep_for(time);
        load.end();
    }

    /// Runs it with a death at the n-th change in the folder; false when it lived through all of them.
    bool dieIn(std::vector<std::string> arguments, const std::string& folder, int n) {
        fs::create_directories(centre.file("desk"));
        Shim shim(folder, centre.file("desk"));
        shim.dieAt({.nth = n}, deeds[n % 3]);
        const bool died = run({"luot-server", std::move(arguments), shim.environment(), {}}).code == -SIGKILL;
        if (died) Tally::whole().kill();
        return died;
    }

    /// A server on the folder has all that was acknowledged.
    testing::AssertionResult isWhole() {
        const auto ready = centre.start();
        if (!ready) return testing::AssertionFailure() << "no start: " << centre.errors();
        if (!load.settle()) return testing::AssertionFailure() << "the server went away: " << centre.errors();
        const auto verdict = centre.check(true);
        if (!Tally::whole().add(verdict)) return testing::AssertionFailure() << verdict.text();
        if (const auto found = centre.findings(); !found.empty()) return testing::AssertionFailure() << found;
        return testing::AssertionSuccess();
    }

    static std::string findingsOf(const std::string& copy) {
        const tests::TempFolder folder;
        fs::copy_file(copy, folder.file("journal.db"));
        const auto said = run({"luot-server", {"verify", "--data", folder.path()}, {}, {}});
        return said.code == 0 ? "" : said.out + said.err;
    }

    Centre centre;
    Load load{centre, 2, 2};
};

/// By then a copy has ended before its death comes; the journal and its copies grow meanwhile.
constexpr int deathsInCopies = 40;

TEST_F(UpkeepKillTest, ABackupThatDiesLeavesNoHalfCopyAndTheServerAlone) {
    ASSERT_TRUE(centre.start()) << centre.errors();
    fs::create_directory(centre.file("stick"));
    loadFor(std::chrono::milliseconds(30));
    load.begin();
    for (int n = 1; n <= std::min(killsOf(5), deathsInCopies); ++n) {
        const auto copy = centre.file("stick/copy-" + std::to_string(n) + ".db");
        // A copy of some hundred pages: the deaths are spread over it.
        const bool died =
            dieIn({"backup", "--data", centre.data(), "--out", copy}, centre.file("stick"), n * n);
        const auto findings = fs::exists(copy) ? findingsOf(copy) : "";
        EXPECT_EQ(findings, "") << "death at call " << n * n;
        EXPECT_TRUE(died || fs::exists(copy)) << "death at call " << n * n;
        fs::remove(copy);
    }
    load.end();
    EXPECT_TRUE(centre.runs());
    EXPECT_TRUE(load.settle());
    const auto verdict = centre.check(true);
    EXPECT_TRUE(Tally::whole().add(verdict)) << verdict.text();
}

TEST_F(UpkeepKillTest, ARestoreThatDiesLeavesTheOldJournalOrTheNew) {
    haveAMorning();
    const auto copy = centre.file("copy.db");
    ASSERT_EQ(run({"luot-server", {"backup", "--data", centre.data(), "--out", copy}, {}, {}}).code, 0);
    const std::vector<std::string> restore{"restore", "--data", centre.data(), "--from", copy};
    for (int n = 1, deaths = 0; deaths < killsOf(3) && dieIn(restore, centre.data(), n); n += 5, ++deaths) {
        const auto said = run({"luot-server", {"verify", "--data", centre.data()}, {}, {}});
        ASSERT_EQ(said.code, 0) << "death at call " << n << ": " << said.out << said.err;
    }
    ASSERT_EQ(run({"luot-server", restore, {}, {}}).code, 0);
    EXPECT_TRUE(isWhole());
}

TEST_F(UpkeepKillTest, AnUpgradeThatDiesBeginsAgainAndKeepsACopyOfWhatWas) {
    haveAMorning();
    const auto old = centre.file("old");
    for (int n = 1, deaths = 0; deaths < killsOf(4); n += 3, ++deaths) {
        if (n > 1) fs::copy(old, centre.data());
        if (n == 1) {
            SQLite::Database(centre.data() + "/journal.db", SQLite::OPEN_READWRITE)
                .exec("ALTER TABLE visits DROP COLUMN waited_s; PRAGMA user_version = 1");
            fs::copy(centre.data(), old);
        }
        centre.shim().dieAt({.nth = n}, deeds[n % 3]);
        centre.launch();
        const bool lived = centre.waitUntilReady().has_value();
        centre.shim().heal();
        centre.kill();
        if (!lived) Tally::whole().kill();
        ASSERT_TRUE(isWhole()) << "death at call " << n;
        centre.kill();
        std::string kept;
        for (const auto& entry : fs::directory_iterator(centre.data()))
            if (entry.path().string().find(".before-format-2-row-") != std::string::npos) kept = entry.path();
        ASSERT_NE(kept, "") << "death at call " << n;
        EXPECT_EQ(findingsOf(kept), "");
        EXPECT_EQ(SQLite::Database(kept).execAndGet("PRAGMA user_version").getInt(), 1);
        fs::remove_all(centre.data());
        fs::create_directory(centre.data());
        if (lived) break;
    }
}

}  // namespace
}  // namespace luot::faults
