#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/Result.hpp"
#include "queue/Rules.hpp"

namespace luot::simulator::policies {

/// The call order of that name. invalidInput: there is none; the sentence lists them.
base::Result<queue::OrderRules> orderNamed(std::string_view name);
const std::vector<std::string>& orderNames();

}  // namespace luot::simulator::policies
