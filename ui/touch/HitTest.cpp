#include "ui/touch/HitTest.hpp"

#include <algorithm>
#include <cmath>

namespace luot::ui::touch {
namespace {

double distance(const draw::Rect& area, draw::Point at) {
    const double dx = std::max({area.x - at.x, at.x - area.right(), 0.0});
    const double dy = std::max({area.y - at.y, at.y - area.bottom(), 0.0});
    return std::max(dx, dy);  // the touch area grows as a rectangle
}

}  // namespace

const Target* targetAt(const std::vector<Target>& targets, draw::Point at, double reach) {
    const Target* best = nullptr;
    double nearest = reach;
    for (const Target& target : targets) {
        const double away = target.area.contains(at) ? -1 : distance(target.area, at);
        if (away > nearest) continue;
        nearest = away;
        best = &target;
    }
    return best;
}

}  // namespace luot::ui::touch
