#include "tests/simulation/hall/World.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "base/Wording.hpp"
#include "tests/simulation/hall/people/People.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::simulation {

namespace {

constexpr Milliseconds quickDisk{1};
constexpr Milliseconds slowDisk{20};
constexpr Milliseconds fullDisk{1000};  // the server's pause between two tries
constexpr base::Minutes busyTime{10};
constexpr base::Seconds startsWithin{5};
constexpr base::Seconds longestOutage{15};
/// Enough for a question to be given up, a dead link to be noticed and a server to be started.
constexpr base::Seconds quietTime{149};
constexpr base::Seconds onItsWay{2};

const server::api::Problems& problems() {
    static const auto wording = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    if (!wording) throw std::runtime_error(wording.error().what);
    static const server::api::Problems problems(*wording);
    return problems;
}

base::Date dayOf(int number) {
    auto date = queue::test::monday;
    for (int i = 0; i < number; ++i) date = base::nextDay(date);
    return date;
}

Scenario::OpenJournal soundJournal() {
    return [](Medium& medium, DiskFaults& faults, MemoryJournal::Written written) {
        return std::make_unique<MemoryJournal>(medium, faults, std::move(written));
    };
}

}  // namespace

World::World(Scenario scenario)
    : scenario_(std::move(scenario)),
      random_(Random(scenario_.seed).stream(1)),
      timeline_(base::instantAt(dayOf(0), base::TimeOfDay(7 * 60))),
      stage_{timeline_, trace_, jury_, false, scenario_.again, {}} {
    if (!scenario_.openJournal) scenario_.openJournal = soundJournal();
    if (!scenario_.openKioskDisk)
        scenario_.openKioskDisk = [](KioskMedium& medium) { return std::make_unique<KioskDisk>(medium); };
    medium_.identity = {"feed of the simulation", "key", true};
    if (scenario_.climate.slowNetwork) network_.slowest = Milliseconds(1500);
    hire();
}

World::~World() = default;

void World::hire() {
    addPerson({0, "dispenser", "kiosk", std::nullopt});
    for (const auto& place : scenario_.rules.counters)
        addPerson({0, "counter", fmt::format("counter {}", place.number), place.number});
    addPerson({0, "display", "screen", std::nullopt});
    addPerson({0, "manager", "guide", std::nullopt});
    hireKiosks();
}

/// Two kiosks that can go on alone. Tokens with further digits wait for the day on which a disk breaks.
void World::hireKiosks() {
    for (int i = 0; i < 2; ++i) {
        Person person{0, "dispenser", fmt::format("kiosk {}", nextDigit_), nextDigit_};
        auto& link = addLink(person);
        auto kiosk = std::make_unique<LoneKiosk>(stage_, link, person, random_.stream(2000 + links_.size()),
                                                 scenario_.openKioskDisk);
        kiosks_.push_back(kiosk.get());
        people_.push_back(std::move(kiosk));
        ++nextDigit_;
    }
    for (int digit = nextDigit_; digit <= 9; ++digit)
        addToken({0, "dispenser", fmt::format("kiosk {}", digit), digit});
}

void World::addToken(const Person& person) {
    medium_.tokens.push_back({fmt::format("token {}", medium_.tokens.size()),
                              base::hex(base::sha256(person.secret())), person.role, person.name,
                              person.counter, timeline_.now()});
}

Link& World::addLink(Person& person) {
    person.number = static_cast<int>(people_.size());
    addToken(person);
    links_.push_back(
        std::make_unique<Link>(Link::Parts{timeline_, *this, network_,
                                           random_.stream(1000 + static_cast<std::uint64_t>(person.number))},
                               person.number));
    return *links_.back();
}

void World::addPerson(Person person) {
    auto& link = addLink(person);
    auto random = random_.stream(2000 + static_cast<std::uint64_t>(person.number));
    if (person.role == "dispenser")
        people_.push_back(std::make_unique<Kiosk>(stage_, link, std::move(person), random));
    else if (person.counter == loneCounter)
        people_.push_back(std::make_unique<LoneClerk>(stage_, link, std::move(person), random));
    else if (person.role == "counter")
        people_.push_back(std::make_unique<Clerk>(stage_, link, std::move(person), random));
    else if (person.role == "display")
        people_.push_back(std::make_unique<Screen>(stage_, link, std::move(person), random));
    else
        people_.push_back(std::make_unique<Guide>(stage_, link, std::move(person), random));
}

void World::startServer() {
    ++lifeNumber_;
    auto written = [this](const std::vector<journal::Row>& rows) {
        for (const auto& row : rows) trace_.note("medium", row.fact.name + ' ' + row.fact.data);
        jury_.written(rows);
    };
    auto journal = scenario_.openJournal(medium_, disk_, std::move(written));
    life_ = std::make_unique<ServerLife>(
        ServerLife::Parts{std::move(journal), clock_, problems(), [this] { diskAsked(); }});
    trace_.note("server", fmt::format("starts after row {}", life_->standing().seq));
    jury_.started(life_->standing(), medium_.rows);
    stoodAt_ = -1;
    armedFor_ = {};
    if (!jury_.content()) return;
    life_->start(rulesOfTheFile());
    timeline_.after(startsWithin, lane::server, [this, life = lifeNumber_] {
        if (life == lifeNumber_ && life_ && !life_->listening()) crash("could not start");
    });
}

/// Between two lives somebody may have changed the centre's file, at once or from the next day on.
queue::ChangeSettings World::rulesOfTheFile() {
    queue::ChangeSettings file{scenario_.rules, std::nullopt};
    if (lifeNumber_ == 1 || !random_.chance(scenario_.climate.changesRules)) return file;
    scenario_.rules.calling.lateReturnBehind = random_.below(5);
    scenario_.rules.targets.target = base::Minutes(10 + random_.below(10));
    if (random_.chance(0.4)) file.from = base::nextDay(base::dateOf(timeline_.now()));
    file.rules = scenario_.rules;
    return file;
}

void World::crash(const char* why) {
    if (!life_) return;
    trace_.note("server", why);
    counts_.failures += static_cast<int>(life_->failures());
    ++counts_.crashes;
    life_.reset();
    ++lifeNumber_;
    for (auto& link : links_) link->lose();
    timeline_.after(random_.between(base::Seconds(1), longestOutage), lane::server, [this] {
        if (!life_) startServer();
    });
}

void World::diskAsked() {
    const auto pause = disk_.full ? fullDisk : random_.between(quickDisk, slowDisk);
    timeline_.after(pause, lane::disk, [this, life = lifeNumber_] {
        if (life == lifeNumber_ && life_ && !life_->disk().idle()) workOnDisk();
    });
}

/// Where a crash is worth most: right before and right after something became durable.
void World::workOnDisk() {
    const bool storm = stage_.acting;
    if (storm && random_.chance(scenario_.climate.crashAtCommit)) return crash("crashed before a commit");
    life_->disk().work();
    if (storm && random_.chance(scenario_.climate.crashAtCommit)) crash("crashed after a commit");
}

void World::armTick() {
    const auto next = life_->nextTick();
    if (next == armedFor_ || next == Instant{} || next == Instant::max()) return;
    armedFor_ = next;
    // As App::keepTime sleeps: for so long, whatever the clock does meanwhile. Where it stands still the
    // moment itself may come much later.
    timeline_.after(std::max(Milliseconds{}, next - life_->now()), lane::server,
                    [this, next, life = lifeNumber_] {
                        if (life != lifeNumber_ || !life_ || life_->nextTick() != next) return;
                        armedFor_ = {};  // the same moment may come next, where the clock stands still
                        life_->tick();
                    });
}

void World::afterStep() {
    if (!life_) return;
    life_->poll();
    armTick();
    const auto& standing = life_->standing();
    if (standing.seq == stoodAt_) return;
    stoodAt_ = standing.seq;
    jury_.tell(&Checker::stands, standing);
}

void World::passUntil(Instant end) {
    while (jury_.content() && timeline_.step(end)) afterStep();
}

void World::passBusyTime(Instant from, Instant to) {
    passUntil(from);
    stage_.acting = true;
    brew(to);
    passUntil(to);
    stage_.acting = false;
}

void World::passQuietTime() {
    disk_ = {};
    network_.slowest = Milliseconds(40);
    for (auto& link : links_) link->heal();
    for (auto* kiosk : kiosks_) kiosk->soothe();
    passUntil(timeline_.now() + quietTime);
    if (!jury_.content()) return;
    if (!life_ || !life_->listening()) throw std::logic_error("the server did not come back");
    // Word of hours that have just changed may still be on its way.
    const auto before = life_->now() - onItsWay;
    if (const auto change = queue::nextWakeUp(life_->standing().hall, before);
        change && *change <= before + onItsWay)
        passUntil(timeline_.now() + onItsWay);
    std::vector<Picture> pictures;
    for (const auto& person : people_) pictures.push_back(person->picture());
    jury_.tell(&Checker::quiet, life_->wire(), pictures);
    if (scenario_.climate.slowNetwork) network_.slowest = Milliseconds(1500);
}

Report World::run() {
    startServer();
    afterStep();
    for (auto& person : people_) person->begin();
    // Before the kiosk opens, over lunch, when the kiosk closes, when the day ends and over midnight.
    constexpr std::array starts{7 * 60 + 5,   9 * 60,       11 * 60 + 15, 13 * 60 + 10,
                                16 * 60 + 45, 18 * 60 + 45, 23 * 60 + 50};
    for (int day = 0; day < scenario_.days && jury_.content(); ++day) {
        const auto first = random_.index(3);
        for (const auto start : {starts[first], starts[3 + random_.index(starts.size() - 3)]}) {
            const auto from = base::instantAt(dayOf(day), base::TimeOfDay(start));
            passBusyTime(from, from + busyTime);
            passQuietTime();
        }
        if (random_.chance(scenario_.climate.lonelyNights)) leaveKiosksAlone(dayOf(day));
    }
    if (jury_.content()) {
        crash("stopped at the end");
        passQuietTime();
    }
    return report();
}

Report World::report() const {
    Report report = counts_;
    report.complaints = jury_.complaints();
    report.traceHash = trace_.hash();
    report.tail = trace_.tail();
    report.rows = medium_.end.seq;
    for (const auto& row : medium_.rows) {
        if (row.fact.name != "ticket_issued") continue;
        ++report.tickets;
        if (row.fact.data.find(R"("offline":{)") != std::string::npos) ++report.alone;
    }
    if (life_) report.failures += static_cast<int>(life_->failures());
    return report;
}

}  // namespace luot::simulation
