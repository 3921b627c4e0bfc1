#include "draw/icon/Arc.hpp"

#include <cmath>
#include <numbers>

namespace luot::draw::icon {
namespace {

/// The ellipse of an arc and the angles it runs through.
struct Ellipse {
    Point centre;
    Point radii;
    double start = 0;
    double turn = 0;
};

/// From end points to centre (SVG 1.1, F.6.5), with radii grown when they are too small (F.6.6).
Ellipse ellipseOf(const Arc& arc) {
    const Point half{(arc.from.x - arc.to.x) / 2, (arc.from.y - arc.to.y) / 2};
    Point r{std::abs(arc.radii.x), std::abs(arc.radii.y)};
    const double over = half.x * half.x / (r.x * r.x) + half.y * half.y / (r.y * r.y);
    if (over > 1) r = {r.x * std::sqrt(over), r.y * std::sqrt(over)};
    const double need = r.x * r.x * half.y * half.y + r.y * r.y * half.x * half.x;
    const double rest = std::max(0.0, r.x * r.x * r.y * r.y - need);
    const double k = (arc.large == arc.sweep ? -1 : 1) * std::sqrt(rest / need);
    const Point c{k * r.x * half.y / r.y, -k * r.y * half.x / r.x};
    const double start = std::atan2((half.y - c.y) / r.y, (half.x - c.x) / r.x);
    double turn = std::atan2((-half.y - c.y) / r.y, (-half.x - c.x) / r.x) - start;
    if (arc.sweep && turn < 0) turn += 2 * std::numbers::pi;
    if (!arc.sweep && turn > 0) turn -= 2 * std::numbers::pi;
    return {{c.x + (arc.from.x + arc.to.x) / 2, c.y + (arc.from.y + arc.to.y) / 2}, r, start, turn};
}

}  // namespace

void appendArc(const Arc& arc, std::vector<Segment>& segments) {
    if (arc.from == arc.to) return;
    const Ellipse e = ellipseOf(arc);
    const int pieces =
        std::max(1, static_cast<int>(std::ceil(std::abs(e.turn) / (std::numbers::pi / 2) - 1e-9)));
    const double step = e.turn / pieces;
    const double k = 4.0 / 3.0 * std::tan(step / 4);
    for (int i = 0; i < pieces; ++i) {
        const double a = e.start + i * step;
        const double b = a + step;
        const auto at = [&](double x, double y) {
            return Point{e.centre.x + e.radii.x * x, e.centre.y + e.radii.y * y};
        };
        segments.push_back({Segment::Kind::curve, i + 1 == pieces ? arc.to : at(std::cos(b), std::sin(b)),
                            at(std::cos(a) - k * std::sin(a), std::sin(a) + k * std::cos(a)),
                            at(std::cos(b) + k * std::sin(b), std::sin(b) - k * std::cos(b))});
    }
}

}  // namespace luot::draw::icon
