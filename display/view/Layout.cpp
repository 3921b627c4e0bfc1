#include "display/view/Layout.hpp"

#include <algorithm>

namespace luot::display::view {
namespace {

constexpr double gap = 3.5;            ///< between call and table
constexpr double mostExtraGap = 1.75;  ///< half of it again, on wide screens
constexpr double barHeight = 9.6;
constexpr double callShare = 112.0 / (112 + 68.5);

}  // namespace

Layout Layout::of(const draw::Rect& screen, double margin) {
    const double extra = std::clamp(screen.w - designSize.w, 0.0, mostExtraGap);
    Layout l;
    l.screen = screen;
    l.left = margin - extra / 2;
    l.right = designSize.w - margin + extra / 2;
    const double width = l.right - l.left;
    const double columns = designSize.w - 2 * margin - gap;
    const double call = columns * callShare;
    l.head = {l.left, 2.6, width, 9.4};
    l.call = {l.left, 14, call, 66};
    l.table = {l.right - (columns - call), 14, columns - call, 80};
    l.facts = {l.left, 82.5, call, 11.5};
    l.bar = {screen.x, screen.bottom() - barHeight, screen.w, barHeight};
    return l;
}

}  // namespace luot::display::view
