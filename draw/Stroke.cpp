#include "draw/Stroke.hpp"

#include <cairo.h>

#include <cmath>
#include <numbers>

#include "base/Assert.hpp"
#include "draw/icon/Path.hpp"

namespace luot::draw {

// A hairline of 0.15 units is one pixel at 1080 lines and three at 2160.
double wholePixels(double width) { return std::max(1.0, std::floor(width + 0.4)); }

Rect snapped(const Rect& pixels) {
    const double x = std::round(pixels.x);
    const double y = std::round(pixels.y);
    return {x, y, std::round(pixels.right()) - x, std::round(pixels.bottom()) - y};
}

Rect snappedLine(const Scale& scale, const Line& line, double width) {
    Point a{scale.origin.x + line.from.x * scale.unit, scale.origin.y + line.from.y * scale.unit};
    Point b{scale.origin.x + line.to.x * scale.unit, scale.origin.y + line.to.y * scale.unit};
    // A line of odd width fills whole pixels when its middle lies between two.
    const double half = std::fmod(width, 2) / 2;
    const auto centre = [half](double v) { return std::floor(v) + half; };
    if (line.from.x == line.to.x) {
        a.x = b.x = centre(a.x);
        a.y = std::round(a.y);
        b.y = std::round(b.y);
    } else if (line.from.y == line.to.y) {
        a.y = b.y = centre(a.y);
        a.x = std::round(a.x);
        b.x = std::round(b.x);
    }
    return {a.x, a.y, b.x - a.x, b.y - a.y};
}

void outline(cairo_t* cr, const Rect& r, double radius, Corners corners) {
    constexpr double quarter = std::numbers::pi / 2;
    using enum Corners;
    const auto rounded = [&](Corners one, Corners other) {
        return corners == all || corners == one || corners == other ? std::min({radius, r.w / 2, r.h / 2})
                                                                    : 0.0;
    };
    const double topLeft = rounded(top, left);
    const double topRight = rounded(top, right);
    const double bottomRight = rounded(bottom, right);
    const double bottomLeft = rounded(bottom, left);
    cairo_new_path(cr);
    cairo_arc(cr, r.x + topLeft, r.y + topLeft, topLeft, 2 * quarter, 3 * quarter);
    cairo_arc(cr, r.right() - topRight, r.y + topRight, topRight, 3 * quarter, 4 * quarter);
    cairo_arc(cr, r.right() - bottomRight, r.bottom() - bottomRight, bottomRight, 0, quarter);
    cairo_arc(cr, r.x + bottomLeft, r.bottom() - bottomLeft, bottomLeft, quarter, 2 * quarter);
    cairo_close_path(cr);
}

void trace(cairo_t* cr, std::string_view path) {
    const auto segments = icon::parsePath(path);
    LUOT_ASSERT(segments.has_value());
    cairo_new_path(cr);
    for (const icon::Segment& s : *segments) {
        switch (s.kind) {
            case icon::Segment::Kind::move:
                cairo_move_to(cr, s.to.x, s.to.y);
                break;
            case icon::Segment::Kind::line:
                cairo_line_to(cr, s.to.x, s.to.y);
                break;
            case icon::Segment::Kind::curve:
                cairo_curve_to(cr, s.control1.x, s.control1.y, s.control2.x, s.control2.y, s.to.x, s.to.y);
                break;
            case icon::Segment::Kind::close:
                cairo_close_path(cr);
                break;
        }
    }
}

}  // namespace luot::draw
