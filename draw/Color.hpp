#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/Result.hpp"

namespace luot::draw {

/// An opaque sRGB colour.
struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Color&) const = default;
};

/// "#14213D". Error: invalidInput with the text.
base::Result<Color> parseColor(std::string_view text);
std::string formatColor(Color color);

/// Relative luminance of WCAG 2, 0 to 1.
double luminance(Color color);
/// Contrast ratio of WCAG 2, 1 to 21; the order does not matter.
double contrast(Color one, Color other);

}  // namespace luot::draw
