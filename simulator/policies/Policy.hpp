#pragma once

#include <string_view>

#include "base/Result.hpp"
#include "queue/Rules.hpp"

namespace luot::simulator::policies {

/// The call order of that name. invalidInput: there is none; the sentence lists them.
base::Result<queue::OrderRules> orderNamed(std::string_view name);

}  // namespace luot::simulator::policies
