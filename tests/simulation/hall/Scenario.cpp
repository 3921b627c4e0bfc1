#include "tests/simulation/hall/World.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::simulation {

Scenario Scenario::drawn(std::uint64_t seed) {
    Random random(seed);
    Scenario scenario;
    scenario.seed = seed;
    scenario.climate = Climate::drawn(random.stream(10));
    scenario.rules = queue::test::smallCentre();
    auto rules = random.stream(11);
    const auto& policies = queue::policyNames();
    scenario.rules.order = *queue::policyNamed(policies[rules.index(policies.size())]);
    // Runs are short: limits that a busy morning would reach are reached in minutes.
    if (scenario.rules.order.ceiling.count() > 0 && rules.chance(0.8)) {
        scenario.rules.order.capAfter = base::Minutes(1 + rules.below(3));
        scenario.rules.order.ceiling = base::Minutes(rules.below(8));
    }
    if (rules.chance(0.5)) scenario.rules.calling = {};
    scenario.rules.calling.autoCall = rules.chance(0.3);
    return scenario;
}

}  // namespace luot::simulation
