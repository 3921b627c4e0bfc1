#pragma once

#include "server/api/Problems.hpp"
#include "tests/simulation/hall/Climate.hpp"
#include "tests/simulation/hall/alone/LoneClerk.hpp"
#include "tests/simulation/hall/alone/LoneKiosk.hpp"
#include "tests/simulation/hall/server/ServerLife.hpp"
#include "tests/simulation/hall/time/HallClock.hpp"

namespace luot::simulation {

/// The counter that goes on alone: it serves a service that no other one does, unless the head changes that.
constexpr int loneCounter = 3;

/// What a run is made of.
struct Scenario {
    using OpenJournal =
        std::function<std::unique_ptr<MemoryJournal>(Medium&, DiskFaults&, MemoryJournal::Written)>;

    std::uint64_t seed = 0;
    Climate climate;
    queue::Rules rules;
    int days = 2;
    OpenJournal openJournal;                               ///< empty: a sound one
    LoneKiosk::OpenDisk openKioskDisk;                     ///< empty: a sound one
    std::function<std::string(const std::string&)> again;  ///< see Stage

    /// Everything drawn from the seed.
    static Scenario drawn(std::uint64_t seed);
};

/// What a run showed.
struct Report {
    std::vector<std::string> complaints;
    std::uint64_t traceHash = 0;
    std::string tail;  ///< the last lines of the trace
    std::int64_t rows = 0;
    int tickets = 0;
    int crashes = 0;
    int breaks = 0;
    int failures = 0;  ///< commits that were reported as failed
    int alone = 0;     ///< tickets that kiosks gave alone
};

/// A centre with its server, kiosks, counters, screens and network, on a timeline of its own. One thread, no
/// I/O, nothing that does not follow from the scenario but the ids that are drawn as in a real hall.
class World final : private Address {
public:
    explicit World(Scenario scenario);
    ~World() override;

    /// The days from the first to the last, with what goes wrong; ends at the first complaint.
    Report run();

private:
    ServerLife* server() override { return life_ && life_->listening() ? life_.get() : nullptr; }
    std::uint64_t life() const override { return lifeNumber_; }

    void settle();
    void hire();
    void hireKiosks();
    void addPerson(Person person);
    void addToken(const Person& person);
    Link& addLink(Person& person);
    void startServer();
    queue::ChangeSettings rulesOfTheFile();
    void crash(const char* why);
    void diskAsked();
    void workOnDisk();
    void armTick();
    void afterStep();
    void passUntil(Instant end);
    void passBusyTime(Instant from, Instant to);
    void passQuietTime();
    void brew(Instant until);
    void brew(double minutes, Instant until, void (World::*what)());
    void breakLink();
    void holdUp();
    void crashNow() { crash("crashed"); }
    void fillDisk();
    void letCommitLand();
    void setClock();
    void cutKiosk();
    void cutCounter();
    void restartKiosk();
    void setKiosksClock();
    void failKiosksWrite();
    void breakKiosksDisk();
    void leaveKiosksAlone(base::Date day);
    Report report() const;

    Scenario scenario_;
    Random random_;
    Timeline timeline_;
    HallClock clock_{timeline_};
    Trace trace_{timeline_};
    Jury jury_{Jury::all()};
    Stage stage_;
    NetworkFaults network_;
    Medium medium_;
    DiskFaults disk_;
    std::vector<std::unique_ptr<Link>> links_;
    std::vector<std::unique_ptr<Client>> people_;
    std::vector<LoneKiosk*> kiosks_;  ///< of people_
    int nextDigit_ = 0;
    std::unique_ptr<ServerLife> life_;
    std::uint64_t lifeNumber_ = 0;
    Instant armedFor_{};
    std::int64_t stoodAt_ = -1;
    Report counts_;
};

}  // namespace luot::simulation
