#pragma once

#include <string>
#include <vector>

namespace luot::display::scene {

/// The numbers as they are shown together: three and more that follow each other become "A046 - A050".
std::vector<std::string> runsOf(const std::vector<std::string>& numbers);

}  // namespace luot::display::scene
