#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <thread>

#include "../harness/Load.hpp"
#include "Tally.hpp"

namespace luot::faults {
namespace {

/// A death that does not come in this time is not counted.
constexpr std::chrono::seconds diesWithin{20};

constexpr Deed deeds[]{Deed::killBefore, Deed::killAfter, Deed::killTorn};

/// One centre that dies at calls that are told.
class Dying {
public:
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

/// So many deaths one centre lives through: its record is verified after each.
constexpr int deathsACentre = 100;
/// Beyond so many calls all has been seen: the start, and some fifty commits.
constexpr int callsSeen = 400;
/// A checkpoint writes some hundred pages and syncs; the deaths go through several of them.
constexpr int checkpointDeaths = 60;
constexpr int callsApart = 7;
/// Three seconds each: the journal has to grow until it is written back.
constexpr int mostInCheckpoints = 200;

TEST(EveryCallTest, NothingIsLostAtAnyWriteSyncOrCutOfTheServer) {
    const int kills = killsOf(25);
    for (int done = 0; done < kills; done += deathsACentre) {
        Dying dying;
        for (int i = done; i < std::min(kills, done + deathsACentre); ++i) {
            const int n = 1 + i % callsSeen;
            ASSERT_TRUE(dying.dieAt({.nth = n}, deeds[i % 3])) << "call " << n;
            ASSERT_TRUE(dying.isWhole()) << "at call " << n;
        }
    }
}

TEST(EveryCallTest, NothingIsLostAtAnyCallOfACheckpoint) {
    const int kills = std::min(killsOf(8), mostInCheckpoints);
    for (int done = 0; done < kills; done += deathsACentre) {
        Dying dying;
        dying.load.kiosks.push_back(std::make_unique<Kiosk>(dying.centre, "second"));
        dying.load.counters.push_back(std::make_unique<CounterDesk>(dying.centre, 3));
        for (int i = done; i < std::min(kills, done + deathsACentre); ++i) {
            const int n = 1 + i % checkpointDeaths * callsApart;
            ASSERT_TRUE(dying.dieAt({.places = placeJournal, .nth = n}, deeds[i % 3])) << "call " << n;
            ASSERT_TRUE(dying.isWhole()) << "at call " << n;
        }
    }
}

/// The first start of all makes the journal: here the command that makes the first token does.
TEST(BirthTest, AFolderWhoseFirstMomentWasCutShortIsMadeAnew) {
    const int kills = killsOf(5);
    for (int n = 1; n <= kills; ++n) {
        const int call = 1 + n % 40;
        tests::TempFolder folder;
        Shim shim(folder.file("data"), folder.path());
        const Start make{"luot-server",
                         {"token", "--data", folder.file("data"), "--role", "admin", "--name", "boss"},
                         shim.environment(),
                         {}};
        shim.dieAt({.nth = call}, deeds[n % 3]);
        const bool died = run(make).code == -SIGKILL;
        if (died) Tally::whole().kill();
        shim.heal();
        const auto said = run(make);
        ASSERT_EQ(said.code, 0) << "after call " << call << ": " << said.err;
    }
}

}  // namespace
}  // namespace luot::faults
