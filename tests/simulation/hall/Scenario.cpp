#include "tests/simulation/hall/World.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::simulation {

namespace {

/// A window for priority tickets, counters that help others out, and one for those with many dossiers.
void drawCounters(queue::Rules& rules, Random& random) {
    auto& counters = rules.counters;
    if (random.chance(0.4)) counters[1].lanes = {"bulk"};
    if (random.chance(0.5)) counters[2].idleFallback = {"a"};
    if (random.chance(0.3)) counters[0].idleFallback = {"c"};
    if (random.chance(0.3)) counters[0].priority = queue::TakesPriority::no;
    if (random.chance(0.5)) {
        auto window = queue::test::counter(4, {{"a", 1}, {"b", 1}, {"c", 1}});
        window.priority = queue::TakesPriority::only;
        window.idleFallback = {"b", "a"};
        counters.push_back(std::move(window));
    }
}

/// Clerks who may not all do everything or sit anywhere, and one who stands in.
void drawClerks(queue::Rules& rules, Random& random) {
    rules.units = {{"post", {"Bưu điện", "Post office"}}, {"police", {"Công an", "Police"}}};
    rules.counters[1].unit = "police";
    if (random.chance(0.5))
        rules.clerks = {
            {"an", "post", {"a"}, false}, {"binh", "", {"b", "c"}, false}, {"spare", "post", {}, true}};
}

void drawNumbers(queue::Rules& rules, Random& random) {
    auto& services = rules.services;
    if (random.chance(0.3)) services[2].quota = 3 + random.below(8);
    if (random.chance(0.3)) services[0].numbers.id = services[1].numbers.id = "shared";
    if (random.chance(0.3)) {
        services[2].numbers.last = 15 + random.below(15);
        services[2].numbers.wraps = random.chance(0.7);
        services[2].numbers.daily = random.chance(0.5);
    }
    if (random.chance(0.5)) {
        rules.lanes.bulkNumbers.id = "bulk";
        rules.lanes.bulkNumbers.prefix = "V";
    }
}

void drawOrder(queue::Rules& rules, Random& random) {
    const auto& policies = queue::policyNames();
    rules.order = *queue::policyNamed(policies[random.index(policies.size())]);
    // Runs are short: limits that a busy morning would reach are reached in minutes.
    if (rules.order.ceiling.count() > 0 && random.chance(0.8)) {
        rules.order.capAfter = base::Minutes(1 + random.below(3));
        rules.order.ceiling = base::Minutes(random.below(8));
    }
}

}  // namespace

Scenario Scenario::drawn(std::uint64_t seed) {
    Random random(seed);
    Scenario scenario;
    scenario.seed = seed;
    scenario.climate = Climate::drawn(random.stream(10));
    scenario.rules = queue::test::smallCentre();
    scenario.rules.zones = {{"east", {"Khu Đông", "East"}}};
    auto rules = random.stream(11);
    drawOrder(scenario.rules, rules);
    if (rules.chance(0.5)) scenario.rules.calling = {};
    scenario.rules.calling.autoCall = rules.chance(0.3);
    auto more = random.stream(12);
    drawCounters(scenario.rules, more);
    drawClerks(scenario.rules, more);
    drawNumbers(scenario.rules, more);
    return scenario;
}

}  // namespace luot::simulation
