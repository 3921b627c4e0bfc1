#pragma once

#include <string>
#include <vector>

#include "draw/Geometry.hpp"

namespace luot::ui::touch {

/// A thing that can be touched, by the name its page gives it.
struct Target {
    std::string id;
    draw::Rect area;  ///< as drawn, design units
    bool operator==(const Target&) const = default;
};

/// The target at that place: one that was drawn there (the last of several), else the nearest within `reach`
/// (half the gap between neighbours). Null: none.
const Target* targetAt(const std::vector<Target>& targets, draw::Point at, double reach);

}  // namespace luot::ui::touch
