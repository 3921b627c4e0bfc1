#include "simulator/policies/Policy.hpp"

#include <fmt/format.h>

namespace luot::simulator::policies {

base::Result<queue::OrderRules> orderNamed(std::string_view name) {
    if (const auto order = queue::policyNamed(name)) return *order;
    return base::fail(base::Fault::invalidInput, fmt::format("there is no policy '{}'; take one of {}", name,
                                                             fmt::join(queue::policyNames(), ", ")));
}

}  // namespace luot::simulator::policies
