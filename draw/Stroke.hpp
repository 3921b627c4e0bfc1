#pragma once

#include <string_view>

#include "draw/DrawList.hpp"

struct _cairo;

/// Outlines on whole device pixels, for the painter.
namespace luot::draw {

/// A line's width in pixels: whole, at least one.
double wholePixels(double width);
/// The rectangle with its edges moved to whole pixels.
Rect snapped(const Rect& pixels);
/// The line's ends as corner and extent, in pixels; level and upright lines moved so that they fill whole
/// pixels.
Rect snappedLine(const Scale& scale, const Line& line, double width);
/// Sets the current path to a rectangle with those corners rounded.
void outline(_cairo* cr, const Rect& rect, double radius, Corners corners);
/// Sets the current path to an SVG path, which must be well formed.
void trace(_cairo* cr, std::string_view path);

}  // namespace luot::draw
