#pragma once

#include "draw/Canvas.hpp"
#include "draw/DrawList.hpp"

namespace luot::draw {

/// Paints the list over the whole canvas, the design space as large as fits and in the middle.
void paint(const DrawList& list, const Theme& theme, Canvas& canvas);

/// The list as a picture of that size in pixels.
Canvas paintNew(const DrawList& list, const Theme& theme, Size pixels);

}  // namespace luot::draw
