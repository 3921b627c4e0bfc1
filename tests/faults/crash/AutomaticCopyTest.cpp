#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "../harness/DiskImage.hpp"
#include "../harness/Load.hpp"
#include "Tally.hpp"

/// Deaths and power cuts while the server at work copies its own journal.
namespace luot::faults {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// A copy is due every minute of a clock that runs so fast: five times a second.
constexpr const char* speed = "300";
/// Longer than a start lasts by that clock, most times: its copies have names of their own.
constexpr int minutesAStart = 4;
constexpr seconds copiesWithin{20};
constexpr milliseconds someTickets{50};

std::vector<std::string> filesIn(const std::string& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

bool isCopy(const std::string& file) {
    const auto name = fs::path(file).filename().string();
    return name.starts_with("luot-") && name.ends_with(".db");
}

/// A centre with a stick in.
class Copying {
public:
    Copying() {
        fs::create_directory(stick());
        std::ofstream(centre.file("server.toml"))
            << "backup_to = \"" << stick() << "\"\nbackup_every_min = 1\n";
    }
    std::string stick() const { return centre.file("stick"); }
    std::string trial() const { return centre.data() + "/backup-trial"; }

    void launch() {
        const int minute = minutesAStart * starts_++;
        const auto time = "2026-11-23T" + twoDigits(8 + minute / 60) + ":" + twoDigits(minute % 60);
        centre.startWith(
            {"--config", centre.file("server.toml"), "--start-time", time + ":00+07:00", "--speed", speed});
        centre.launch();
    }

    /// The server under load dies at that call within a copy; false when it did not come to it.
    bool dieAt(const std::string& folder, Shim::When when, Deed deed) {
        centre.shim().watch(folder);
        launch();
        if (!centre.waitUntilReady()) return false;
        load.begin();
        std::this_thread::sleep_for(someTickets);
        centre.shim().dieAt(when, deed);
        const auto until = std::chrono::steady_clock::now() + copiesWithin;
        while (centre.runs() && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(milliseconds(1));
        const bool died = !centre.runs();
        centre.shim().heal();
        centre.kill();
        load.end();
        if (died) Tally::whole().kill();
        return died;
    }

    /// The death cost nothing: the server goes on, and makes the next copy.
    testing::AssertionResult isWhole() {
        launch();
        const auto ready = centre.waitUntilReady();
        if (!ready) return testing::AssertionFailure() << "no restart: " << centre.errors();
        Tally::whole().restarted(*ready);
        if (!copiesAgain()) return testing::AssertionFailure() << "no copy any more: " << centre.errors();
        if (!load.settle()) return testing::AssertionFailure() << "the server went away: " << centre.errors();
        const auto verdict = centre.check(true);
        if (!Tally::whole().add(verdict)) return testing::AssertionFailure() << verdict.text();
        const auto findings = centre.findings();
        if (!findings.empty()) return testing::AssertionFailure() << findings;
        if (centre.server().end(SIGTERM) != 0) return testing::AssertionFailure() << centre.errors();
        return isTidy();
    }

    /// Each copy is one that a server can go on from; nothing else is left.
    testing::AssertionResult isTidy() {
        if (fs::exists(trial())) return testing::AssertionFailure() << "the trial is still there";
        for (const auto& file : filesIn(stick())) {
            if (!isCopy(file)) return testing::AssertionFailure() << file << " is left over";
            if (!seen_.insert(file).second) continue;
            const auto words = findingsOf(file);
            if (!words.empty()) return testing::AssertionFailure() << file << ": " << words;
        }
        return testing::AssertionSuccess();
    }

    /// The next copy that the feed tells of, by its file's name; empty when none comes.
    std::string nextCopy(Line& line) const {
        const auto until = std::chrono::steady_clock::now() + copiesWithin;
        while (line.up() && std::chrono::steady_clock::now() < until) {
            const auto frame = line.next(copiesWithin);
            const auto* name = frame.if_contains("name");
            if (name != nullptr && *name == "backup_made")
                return std::string(frame.at("data").at("file").as_string());
        }
        return "";
    }

    Centre centre;
    Load load{centre, 1, 1};

private:
    bool copiesAgain() {
        Line line(centre.url(), centre.admin(), tests::hello("manager"));
        return !nextCopy(line).empty();
    }
    static std::string twoDigits(int number) {
        const auto digits = std::to_string(number);
        return digits.size() < 2 ? "0" + digits : digits;
    }
    static std::string findingsOf(const std::string& copy) {
        const tests::TempFolder folder;
        const auto restored =
            run({"luot-server", {"restore", "--data", folder.path(), "--from", copy}, {}, {}});
        if (restored.code != 0) return restored.out + restored.err;
        const auto said = run({"luot-server", {"verify", "--data", folder.path()}, {}, {}});
        return said.code == 0 ? "" : said.out + said.err;
    }

    int starts_ = 0;
    std::set<std::string> seen_;  ///< copies that were sound
};

constexpr Deed deeds[]{Deed::killBefore, Deed::killAfter, Deed::killTorn};

/// A call that a copy makes.
struct Instant {
    const char* where;  ///< the stick, or where the copy is tried out
    Call call;
    int apart = 0;  ///< how far on the next round goes
};
/// In this order a half copy is left for the one who takes half copies away.
constexpr Instant instants[]{{"stick", callWrite, 9},  {"stick", callUnlink},    {"stick", callRename},
                             {"stick", callSync, 1},   {"trial", callWrite, 13}, {"trial", callRename},
                             {"trial", callUnlink, 1}, {"trial", callSync, 1}};
constexpr int rounds = 3;
/// A morning has room for so many deaths, by the fast clock.
constexpr int deathsACentre = 16;
/// By then each call has had each death.
constexpr int mostDeaths = 400;

TEST(AutomaticCopyTest, AServerThatDiesInACopyLosesNothingAndMakesTheNext) {
    const int kills = std::min(killsOf(8), mostDeaths);
    for (int done = 0; done < kills; done += deathsACentre) {
        Copying copying;
        for (int i = done; i < std::min(kills, done + deathsACentre); ++i) {
            const auto& instant = instants[static_cast<std::size_t>(i) % std::size(instants)];
            const int round = i / static_cast<int>(std::size(instants));
            const int n = 1 + round % rounds * instant.apart;
            const auto folder = std::string(instant.where) == "stick" ? copying.stick() : copying.trial();
            SCOPED_TRACE(folder + ", kind " + std::to_string(instant.call) + ", call " + std::to_string(n));
            ASSERT_TRUE(copying.dieAt(folder, {.calls = instant.call, .nth = n}, deeds[(i + round) % 3]));
            ASSERT_TRUE(copying.isWhole());
        }
    }
}

/// A copy that was told, and how far the record of calls was by then.
struct Told {
    std::string name;
    std::uint64_t place = 0;
};

/// The folder of a stick after a power cut holds whole copies alone, and all that were told.
testing::AssertionResult holdsWhole(const std::string& left, const Copying& copying,
                                    const std::vector<Told>& told, std::uint64_t place) {
    for (const auto& file : filesIn(left)) {
        const auto whole = copying.stick() + "/" + fs::path(file).filename().string();
        if (isCopy(file) && textOf(file) != textOf(whole))
            return testing::AssertionFailure() << file << " is half a copy";
    }
    for (const auto& copy : told)
        if (copy.place <= place && !fs::exists(left + "/" + copy.name))
            return testing::AssertionFailure() << copy.name << " was told and is not there";
    return testing::AssertionSuccess();
}

constexpr int copiesCut = 3;
/// Also when ten thousand kills are asked for.
constexpr int mostCuts = 1000;

TEST(AutomaticCopyTest, APowerCutLeavesNoHalfCopyAndEachThatWasTold) {
    Copying copying;
    auto& shim = copying.centre.shim();
    DiskImage disk(copying.stick());
    shim.watch(copying.stick());
    shim.record();
    copying.launch();
    ASSERT_TRUE(copying.centre.waitUntilReady()) << copying.centre.errors();
    copying.load.begin();
    std::vector<Told> told;
    Line line(copying.centre.url(), copying.centre.admin(), tests::hello("manager"));
    for (int i = 0; i < copiesCut; ++i) {
        auto name = copying.nextCopy(line);
        ASSERT_NE(name, "") << copying.centre.errors();
        told.push_back({std::move(name), shim.records()});
    }
    copying.load.end();
    ASSERT_EQ(copying.centre.server().end(SIGTERM), 0);
    ASSERT_TRUE(copying.isTidy());

    std::mt19937 random{std::random_device{}()};
    const auto cuts = static_cast<std::uint64_t>(std::min(killsOf(15), mostCuts));
    const tests::TempFolder bench;
    CallRecording recording(shim.recordFiles().front());
    std::uint64_t place = 0;
    while (auto call = recording.next()) {
        ++place;
        disk.apply(*call);
        // A name is never left out: there a copy begins to count.
        if (call->head.kind == CallRecord::write && random() % shim.records() >= cuts) continue;
        disk.cutInto(bench.file("stick"), random);
        Tally::whole().cut();
        ASSERT_TRUE(holdsWhole(bench.file("stick"), copying, told, place)) << "cut behind call " << place;
    }
    EXPECT_EQ(place, shim.records()) << "the record of calls ends too early";
}

}  // namespace
}  // namespace luot::faults
