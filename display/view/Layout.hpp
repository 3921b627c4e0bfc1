#pragma once

#include "draw/Geometry.hpp"

namespace luot::display::view {

/// Where the parts of the main hall's screen stand, in units of 1/108 of the height.
struct Layout {
    draw::Rect screen;  ///< all that can be seen; more than 192 x 108 where the screen's shape differs
    draw::Rect head;
    draw::Rect call;
    draw::Rect table;
    draw::Rect facts;
    draw::Rect bar;  ///< bleeds to the edges
    double left = 4;
    double right = 188;

    /// `margin` is kept free at both sides, in units, for televisions that cut the edge.
    static Layout of(const draw::Rect& screen, double margin);

    draw::Rect body() const { return {left, call.y, right - left, table.h}; }
};

constexpr draw::Size designSize{192, 108};

}  // namespace luot::display::view
