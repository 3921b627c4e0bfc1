#pragma once

#include <algorithm>

/// Places and sizes. Views speak design units (screens: 1/108 of the height; paper: printer dots), y
/// downwards.
namespace luot::draw {

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

struct Size {
    double w = 0;
    double h = 0;
    bool operator==(const Size&) const = default;
};

struct Rect {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;
    bool operator==(const Rect&) const = default;

    double right() const { return x + w; }
    double bottom() const { return y + h; }
    Point centre() const { return {x + w / 2, y + h / 2}; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    /// True if `inner` lies inside, with a tolerance in the same unit.
    bool encloses(const Rect& inner, double tolerance = 0) const {
        return inner.x >= x - tolerance && inner.y >= y - tolerance && inner.right() <= right() + tolerance &&
               inner.bottom() <= bottom() + tolerance;
    }
    Rect inset(double dx, double dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    Rect inset(double d) const { return inset(d, d); }
    Rect moved(double dx, double dy) const { return {x + dx, y + dy, w, h}; }
    /// Cuts a strip off one side; this keeps the rest.
    Rect takeTop(double amount) {
        const Rect cut{x, y, w, amount};
        y += amount;
        h -= amount;
        return cut;
    }
    Rect takeBottom(double amount) {
        h -= amount;
        return {x, y + h, w, amount};
    }
    Rect takeLeft(double amount) {
        const Rect cut{x, y, amount, h};
        x += amount;
        w -= amount;
        return cut;
    }
    Rect takeRight(double amount) {
        w -= amount;
        return {x + w, y, amount, h};
    }
};

/// How design units become pixels: the design space keeps its shape and stands in the middle.
struct Scale {
    double unit = 1;  ///< pixels in one unit
    Point origin;     ///< the pixel of design point (0, 0)

    static Scale fit(Size design, Size pixels) {
        const double unit = std::min(pixels.w / design.w, pixels.h / design.h);
        return {unit, {(pixels.w - design.w * unit) / 2, (pixels.h - design.h * unit) / 2}};
    }
    Point toDesign(Point pixel) const { return {(pixel.x - origin.x) / unit, (pixel.y - origin.y) / unit}; }
    Rect toPixels(const Rect& r) const {
        return {origin.x + r.x * unit, origin.y + r.y * unit, r.w * unit, r.h * unit};
    }
    /// The whole screen in design units; larger than the design space where the aspect differs.
    Rect visible(Size pixels) const {
        return {-origin.x / unit, -origin.y / unit, pixels.w / unit, pixels.h / unit};
    }
};

}  // namespace luot::draw
