#pragma once

#include "draw/DrawList.hpp"

/// How texts come out, without painting them. All in design units, the same on every screen size.
namespace luot::draw::text {

/// Noto Sans, in em.
constexpr double capHeight = 0.714;
constexpr double lineHeight = 1.36;

/// A text after the fit rule.
struct Placed {
    double size = 0;  ///< the em that was chosen
    int lines = 1;
    bool cut = false;   ///< ends in an ellipsis
    bool torn = false;  ///< a word was too wide for a line and goes on in the next
    Rect logical;       ///< the line boxes
    Rect ink;           ///< the blackened part
};
Placed place(const Text& text);

/// The natural width in one line at the preferred size; the box does not matter.
double width(const Text& text);

/// The height of the text wrapped into its box's width at the preferred size.
double height(const Text& text);

}  // namespace luot::draw::text
