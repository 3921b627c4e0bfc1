#pragma once

#include <string_view>
#include <vector>

namespace luot::dispenser::print::form {

/// What the file says of one kind of block: the keys that must stand there, and those that may.
struct Kind {
    std::string_view name;
    std::vector<std::string_view> needs;
    std::vector<std::string_view> may;

    bool knows(std::string_view key) const;
};

const std::vector<Kind>& kindTable();
/// None: there is no such kind.
const Kind* findKind(std::string_view name);

}  // namespace luot::dispenser::print::form
