#include <gtest/gtest.h>

#include <csignal>
#include <thread>

#include "../harness/Load.hpp"
#include "Tally.hpp"

namespace luot::faults {
namespace {

/// A death that does not come in this time is not counted.
constexpr std::chrono::seconds diesWithin{5};

constexpr Deed deeds[]{Deed::killBefore, Deed::killAfter, Deed::killTorn};

class EveryCallTest : public testing::Test {
protected:
    /// Starts and loads the server, which dies at its n-th such call; false when it did not come to it.
    bool dieAt(Shim::When when, Deed deed) {
        centre.shim().dieAt(when, deed);
        centre.launch();
        if (centre.waitUntilReady()) load.begin();
        const auto until = std::chrono::steady_clock::now() + diesWithin;
        while (centre.runs() && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        const bool died = !centre.runs();
        centre.kill();
        load.end();
        centre.shim().heal();
        if (died) Tally::whole().kill();
        return died;
    }

    testing::AssertionResult isWhole() {
        const auto ready = centre.start();
        if (!ready) return testing::AssertionFailure() << "no restart: " << centre.errors();
        Tally::whole().restarted(*ready);
        if (!load.settle()) return testing::AssertionFailure() << "the server went away: " << centre.errors();
        const auto verdict = centre.check(true);
        if (!Tally::whole().add(verdict)) return testing::AssertionFailure() << verdict.text();
        const auto findings = centre.findings();
        if (!findings.empty()) return testing::AssertionFailure() << findings;
        centre.kill();
        return testing::AssertionSuccess();
    }

    Centre centre;
    Load load{centre, 1, 1};
};

TEST_F(EveryCallTest, NothingIsLostAtAnyWriteSyncOrCutOfTheServer) {
    const int kills = killsOf(25);
    for (int n = 1; n <= kills; ++n) {
        ASSERT_TRUE(dieAt({.nth = n}, deeds[n % 3])) << "call " << n;
        ASSERT_TRUE(isWhole()) << "at call " << n;
    }
}

TEST_F(EveryCallTest, NothingIsLostAtAnyCallOfACheckpoint) {
    load.kiosks.push_back(std::make_unique<Kiosk>(centre, "second"));
    load.counters.push_back(std::make_unique<CounterDesk>(centre, 3));
    const int kills = killsOf(8);
    for (int n = 1; n <= kills; ++n) {
        // A checkpoint writes some hundred pages and syncs; a few calls apart the kills go through several of
        // them.
        ASSERT_TRUE(dieAt({.places = placeJournal, .nth = 1 + (n - 1) * 7}, deeds[n % 3])) << "call " << n;
        ASSERT_TRUE(isWhole()) << "at call " << n;
    }
}

/// The first start of all makes the journal: here the command that makes the first token does.
TEST(BirthTest, AFolderWhoseFirstMomentWasCutShortIsMadeAnew) {
    const int kills = killsOf(5);
    for (int n = 1; n <= kills; ++n) {
        tests::TempFolder folder;
        Shim shim(folder.file("data"), folder.path());
        const Start make{"luot-server",
                         {"token", "--data", folder.file("data"), "--role", "admin", "--name", "boss"},
                         shim.environment(),
                         {}};
        shim.dieAt({.nth = n}, deeds[n % 3]);
        const bool died = run(make).code == -SIGKILL;
        if (died) Tally::whole().kill();
        shim.heal();
        const auto said = run(make);
        ASSERT_EQ(said.code, 0) << "after call " << n << ": " << said.err;
    }
}

}  // namespace
}  // namespace luot::faults
