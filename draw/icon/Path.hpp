#pragma once

#include <string_view>
#include <vector>

#include "base/Result.hpp"
#include "draw/Geometry.hpp"

namespace luot::draw::icon {

/// A piece of an outline; a curve has two control points and its end.
struct Segment {
    enum class Kind { move, line, curve, close };
    Kind kind = Kind::move;
    Point to;
    Point control1;
    Point control2;
};

/// Reads the SVG path commands M L H V C S A Z, absolute and relative. Error: invalidInput with the place.
base::Result<std::vector<Segment>> parsePath(std::string_view path);

}  // namespace luot::draw::icon
