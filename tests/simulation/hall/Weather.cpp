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

}  // namespace luot::simulation
