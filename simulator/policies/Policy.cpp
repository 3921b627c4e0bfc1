#include "simulator/policies/Policy.hpp"

#include <fmt/format.h>

namespace luot::simulator::policies {

const std::vector<std::string>& orderNames() {
    static const std::vector<std::string> names{"strict", "default", "strict_rank"};
    return names;
}

base::Result<queue::OrderRules> orderNamed(std::string_view name) {
    queue::OrderRules order;
    if (name == "default") return order;
    order.priorityCallsInARow = 0;
    if (name == "strict") return order;
    order.rankHandicap = base::Minutes{24 * 60};
    if (name == "strict_rank") return order;
    return base::fail(base::Fault::invalidInput, fmt::format("there is no policy '{}'; take one of {}", name,
                                                             fmt::join(orderNames(), ", ")));
}

}  // namespace luot::simulator::policies
