#pragma once

#include <string>
#include <vector>

#include "simulator/policies/Comparison.hpp"

namespace luot::simulator::policies {

/// The comparison as a table in Markdown, with a line before it that says what was played.
std::string markdown(const Scene& scene, const std::vector<Row>& rows, int seeds);

}  // namespace luot::simulator::policies
