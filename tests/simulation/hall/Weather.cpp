#include <fmt/format.h>

#include "tests/simulation/hall/World.hpp"

/// What goes wrong in the World, and when.
namespace luot::simulation {

void World::brew(Instant until) {
    const auto& climate = scenario_.climate;
    brew(climate.linkBreaks, until, &World::breakLink);
    brew(climate.holdUps, until, &World::holdUp);
    brew(climate.crashes, until, &World::crashNow);
    brew(climate.diskFull, until, &World::fillDisk);
    brew(climate.landings, until, &World::letCommitLand);
    brew(climate.clockSets, until, &World::setClock);
    brew(climate.kioskCuts, until, &World::cutKiosk);
    brew(climate.counterCuts, until, &World::cutCounter);
    brew(climate.kioskRestarts, until, &World::restartKiosk);
    brew(climate.kioskClocks, until, &World::setKiosksClock);
    brew(climate.kioskWrites, until, &World::failKiosksWrite);
    brew(climate.kioskDisks, until, &World::breakKiosksDisk);
}

void World::brew(double minutes, Instant until, void (World::*what)()) {
    if (minutes <= 0) return;
    const auto mean = Milliseconds(static_cast<std::int64_t>(minutes * 60'000));
    auto when = timeline_.now();
    while ((when += random_.exponential(mean)) < until)
        timeline_.at(when, lane::weather, [this, what] { (this->*what)(); });
}

void World::breakLink() {
    const auto which = random_.index(links_.size());
    trace_.note("network", fmt::format("link {} breaks", which));
    ++counts_.breaks;
    links_[which]->breakDown();
}

void World::holdUp() {
    const auto until = timeline_.now() + random_.between(base::Seconds(1), base::Seconds(40));
    const double share = random_.chance(0.3) ? 1 : 0.3;
    for (auto& link : links_)
        if (random_.chance(share)) link->holdUp(until);
    trace_.note("network", "stands still until " + base::formatInstant(until));
}

void World::fillDisk() {
    disk_.full = true;
    trace_.note("disk", "is full");
    timeline_.after(random_.between(base::Seconds(1), base::Seconds(20)), lane::weather, [this] {
        disk_.full = false;
        trace_.note("disk", "has room");
    });
}

void World::letCommitLand() { disk_.landsAnyway = true; }

/// By minutes, and rarely by a day.
void World::setClock() {
    const bool byADay = random_.chance(0.1);
    const auto most = byADay ? base::Minutes(24 * 60) : base::Minutes(25);
    const auto least = byADay ? most : base::Minutes(1);
    auto jump = random_.between(least, most);
    if (random_.chance(0.5)) jump = -jump;
    trace_.note("clock", fmt::format("is set by {} s", jump.count() / 1000));
    clock_.set(clock_.wrongBy() + jump);
    if (!life_ || !life_->listening()) return;
    life_->record(queue::RecordClockJump{jump});
    life_->tick();
}

void World::cutKiosk() {
    const auto which = random_.index(kiosks_.size());
    const auto until = timeline_.now() + random_.between(base::Seconds(5), base::Minutes(4));
    trace_.note("network", fmt::format("{} is cut off", kiosks_[which]->person().name));
    links_[static_cast<std::size_t>(kiosks_[which]->number())]->cut(until);
}

void World::restartKiosk() { kiosks_[random_.index(kiosks_.size())]->restart(random_.chance(0.5)); }

/// A counter's cable is out.
void World::cutCounter() {
    const auto until = timeline_.now() + random_.between(base::Seconds(20), base::Minutes(4));
    for (const auto& person : people_) {
        if (person->person().counter != loneCounter || person->person().role != "counter") continue;
        trace_.note("network", person->person().name + " is cut off");
        links_[static_cast<std::size_t>(person->number())]->cut(until);
    }
}

/// Forward or back, by minutes or to 1970.
void World::setKiosksClock() {
    auto wrong = random_.between(base::Minutes(0), base::Minutes(90));
    if (random_.chance(0.5)) wrong = -wrong;
    if (random_.chance(0.2)) wrong = -std::chrono::floor<Milliseconds>(timeline_.now().time_since_epoch());
    kiosks_[random_.index(kiosks_.size())]->setWall(wrong);
}

void World::failKiosksWrite() { kiosks_[random_.index(kiosks_.size())]->failNextWrite(random_.chance(0.5)); }

void World::breakKiosksDisk() {
    if (nextDigit_ > 9) return;  // a centre has ten digits
    auto& kiosk = *kiosks_[random_.index(kiosks_.size())];
    kiosk.replaceDisk({kiosk.number(), "dispenser", fmt::format("kiosk {}", nextDigit_), nextDigit_});
    ++nextDigit_;
}

/// People press at the evening and before the next morning begins; until then nobody mends the cable.
void World::leaveKiosksAlone(base::Date day) {
    const auto morning = base::instantAt(base::nextDay(day), base::TimeOfDay(7 * 60));
    for (auto* kiosk : kiosks_) {
        links_[static_cast<std::size_t>(kiosk->number())]->cut(morning);
        for (int i = 0; i < 3; ++i) {
            const auto evening = timeline_.now() + random_.between(base::Seconds(20), base::Minutes(20));
            for (const auto when : {evening, morning - random_.between(base::Seconds(20), base::Minutes(40))})
                timeline_.at(when, lane::weather, [kiosk] { kiosk->press(); });
        }
    }
}

}  // namespace luot::simulation
