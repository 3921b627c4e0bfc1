#include "simulator/policies/Comparison.hpp"

#include <algorithm>

#include "simulator/people/Citizens.hpp"
#include "simulator/people/Visit.hpp"
#include "simulator/twin/Day.hpp"
#include "simulator/twin/Staff.hpp"

namespace luot::simulator::policies {

namespace {

constexpr std::uint64_t errandStream = 11;

using Minutes = std::chrono::duration<double, std::ratio<60>>;

class ErrandDraw {
public:
    ErrandDraw(const profile::Profile& profile, std::uint64_t seed)
        : profile_(profile), dice_(seed, errandStream) {}

    twin::Errand errand(const std::string& service, int dossiers) {
        twin::Errand errand;
        errand.service = service;
        errand.toCounter = people::drawCallToSit(profile_, dice_);
        errand.atCounter = people::drawAtCounter(profile_, service, dossiers, dice_);
        errand.tidying = people::drawTidying(profile_, dice_);
        errand.comes = !dice_.chance(profile_.behaviour.noShowShare);
        return errand;
    }

private:
    const profile::Profile& profile_;
    people::Dice dice_;
};

double minutesOvertime(const Scene& scene, base::Instant lastEnd) {
    const auto& sessions = scene.rules.calendar.sessionsOn(scene.day);
    if (sessions.empty()) return 0;
    return std::max(0.0, Minutes(lastEnd - base::instantAt(scene.day, sessions.back().to)).count());
}

struct Played {
    double longest = 0;   ///< minutes
    double overtime = 0;  ///< minutes
};

Played playDay(const Scene& scene, const std::vector<twin::Visitor>& visitors, twin::Waiting& waiting) {
    std::vector<int> counters;
    for (const auto& place : scene.rules.counters) counters.push_back(place.number);
    twin::Day day(scene.rules, scene.day, twin::shiftsBy(scene.rules.calendar, scene.day, counters));
    auto visitor = visitors.begin();
    const auto next = [&] { return visitor == visitors.end() ? std::nullopt : std::optional(*visitor++); };
    base::Milliseconds longest{};
    const auto count = day.play(next, [&](const twin::Outcome& outcome) {
        waiting.add(outcome);
        longest = std::max(longest, outcome.waited);
    });
    return {Minutes(longest).count(), minutesOvertime(scene, count.lastEnd)};
}

}  // namespace

std::vector<twin::Visitor> visitorsOf(const Scene& scene, std::uint64_t seed) {
    people::Demand demand;
    demand.date = scene.day;
    demand.from = base::instantAt(scene.day, base::TimeOfDay{});
    demand.typicalTickets = scene.demand.typicalDailyTickets;
    demand.mix = scene.demand.mix;
    ErrandDraw draw(scene.profile, seed);
    std::vector<twin::Visitor> visitors;
    for (const auto& citizen : people::Citizens(scene.profile, demand, seed).day()) {
        twin::Visitor visitor;
        visitor.at = citizen.at;
        visitor.priority = citizen.priority;
        visitor.dossiers = citizen.dossiers;
        visitor.first = draw.errand(citizen.service, citizen.dossiers);
        if (citizen.thenService) {
            visitor.further = twin::Further::newNumber;
            visitor.then = draw.errand(*citizen.thenService, citizen.dossiers);
        }
        visitors.push_back(std::move(visitor));
    }
    return visitors;
}

std::vector<Row> compare(const Scene& scene, const std::vector<NamedOrder>& orders, int seeds) {
    std::vector<Row> rows;
    for (const auto& [name, order] : orders) {
        auto ruled = scene;
        ruled.rules.order = order;
        Row row{name, twin::Waiting(scene.rules.targets.target)};
        for (int seed = 1; seed <= seeds; ++seed) {
            const auto visitors = visitorsOf(ruled, static_cast<std::uint64_t>(seed));
            const auto played = playDay(ruled, visitors, row.waiting);
            row.longestOfDay += played.longest / seeds;
            row.overtime += played.overtime / seeds;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace luot::simulator::policies
