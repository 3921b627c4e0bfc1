#include "draw/Color.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace luot::draw {
namespace {

/// One channel made linear, as WCAG 2 defines it.
double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

}  // namespace

base::Result<Color> parseColor(std::string_view text) {
    std::uint32_t value = 0;
    const bool shaped = text.size() == 7 && text.front() == '#';
    const char* end = text.data() + text.size();
    if (!shaped || std::from_chars(text.data() + 1, end, value, 16).ptr != end) {
        return base::fail(base::Fault::invalidInput, fmt::format("'{}' is no colour like #14213D", text));
    }
    return Color{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
                 static_cast<std::uint8_t>(value & 0xFF)};
}

std::string formatColor(Color color) {
    return fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

double luminance(Color color) {
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast(Color one, Color other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace luot::draw
