#include "server/centre/RulesOf.hpp"

namespace luot::server::centre {

namespace {

/// The name that files of the first release give to the default order.
constexpr std::string_view oldNameOfDefault = "priority_first_with_cap";

void giveHeadStart(const std::vector<Lane>& lanes, std::string_view id, queue::ClassRules& rules) {
    for (const auto& lane : lanes)
        if (lane.id == id && lane.headStartMinutes) rules.headStart = base::Minutes(*lane.headStartMinutes);
}

}  // namespace

queue::OrderRules orderOf(const Description& description) {
    const auto& priority = description.priority;
    auto order = queue::policyNamed(priority.mode == oldNameOfDefault ? "default" : priority.mode)
                     .value_or(queue::OrderRules{});
    const auto minutes = [](std::optional<int> written, base::Minutes& into) {
        if (written) into = base::Minutes(*written);
    };
    order.priority.rate = priority.rate.value_or(order.priority.rate);
    minutes(priority.headStartMinutes, order.priority.headStart);
    order.priority.callsInARow =
        priority.maxConsecutivePriorityPerCounter.value_or(order.priority.callsInARow);
    minutes(priority.capAppliesWhenNormalWaitExceedsMinutes, order.capAfter);
    minutes(priority.ceilingMinutes, order.ceiling);
    minutes(description.calling.rankHandicapMinutes, order.rankHandicap);
    giveHeadStart(priority.lanes, "appointment", order.appointment);
    giveHeadStart(priority.lanes, "late_result", order.lateResult);
    return order;
}

std::vector<queue::Basis> basisOf(const Description& description) {
    const std::pair<const char*, const InForce*> tables[] = {
        {"calendar", &description.calendar.inForce}, {"ticketing", &description.ticketing.inForce},
        {"calling", &description.calling.inForce},   {"targets", &description.targets.inForce},
        {"priority", &description.priority.inForce}, {"assignment", &description.assignment.inForce}};
    std::vector<queue::Basis> basis;
    for (const auto& [part, inForce] : tables)
        if (inForce->validFrom != base::Date{})
            basis.push_back({part, inForce->validFrom, inForce->decision});
    return basis;
}

std::optional<base::Date> validFrom(const std::vector<queue::Basis>& basis) {
    std::optional<base::Date> newest;
    for (const auto& one : basis)
        if (!newest || one.validFrom > *newest) newest = one.validFrom;
    return newest;
}

}  // namespace luot::server::centre
