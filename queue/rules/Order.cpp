#include "queue/rules/Order.hpp"

#include <algorithm>
#include <utility>

namespace luot::queue {

namespace {

/// The head start that a bank's queue gives, and the rate of accumulating priority that the study found best.
constexpr base::Minutes commonHeadStart{10};
constexpr double commonRate = 3;

OrderRules withPriority(ClassRules priority) {
    OrderRules order;
    order.priority = priority;
    order.ceiling = base::Minutes{0};
    return order;
}

OrderRules firstCome() {
    auto order = withPriority({});
    order.appointment = order.lateResult = {};
    order.rankHandicap = base::Minutes{0};
    return order;
}

OrderRules strictRank() {
    auto order = withPriority({1, strictHeadStart, 0});
    order.rankHandicap = strictHeadStart;
    return order;
}

using Named = std::pair<std::string_view, OrderRules>;

const std::vector<Named>& policies() {
    static const std::vector<Named> all{{"first_come", firstCome()},
                                        {"head_start", withPriority({1, commonHeadStart, 0})},
                                        {"strict", withPriority({1, strictHeadStart, 0})},
                                        {"accumulating", withPriority({commonRate, base::Minutes{0}, 0})},
                                        {"default", OrderRules{}},
                                        {"strict_rank", strictRank()}};
    return all;
}

}  // namespace

const ClassRules& OrderRules::of(TicketClass ticketClass) const {
    static const ClassRules plain;
    switch (ticketClass) {
        case TicketClass::priority:
            return priority;
        case TicketClass::appointment:
            return appointment;
        case TicketClass::lateResult:
            return lateResult;
        case TicketClass::normal:
        case TicketClass::bulk:
            break;
    }
    return plain;
}

double OrderRules::score(TicketClass ticketClass, base::Milliseconds waited, int rank) const {
    const auto& rules = of(ticketClass);
    const base::Milliseconds ahead = rules.headStart - (rank - 1) * rankHandicap;
    return rules.rate * static_cast<double>(waited.count()) + static_cast<double>(ahead.count());
}

std::optional<OrderRules> policyNamed(std::string_view name) {
    const auto found = std::find_if(policies().begin(), policies().end(),
                                    [&](const auto& policy) { return policy.first == name; });
    if (found == policies().end()) return std::nullopt;
    return found->second;
}

const std::vector<std::string_view>& policyNames() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const auto& policy : policies()) all.push_back(policy.first);
        return all;
    }();
    return names;
}

}  // namespace luot::queue
