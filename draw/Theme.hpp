#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draw/Color.hpp"

namespace luot::draw {

/// What a colour is for; views name only these. The meaning of each stands in docs: "Colours".
enum class Token {
    bg,
    surface,
    surface2,
    ink,
    ink2,
    line,
    lineStrong,
    primary,
    onPrimary,
    primarySoft,
    call,
    onCall,
    onCallBlock,
    ok,
    okSoft,
    priority,
    prioritySoft,
    warn,
    warnSoft,
    danger,
    dangerSoft,
    off,
    offSoft,
    bar,
    onBar,
    onBar2,
    focus,
    focusHalo,
};
constexpr std::size_t tokenCount = 28;

std::string_view tokenName(Token token);

/// A colour for every token.
struct Theme {
    std::string name;
    bool highContrast = false;  ///< cards get a strong border, nothing relies on a tint
    std::array<Color, tokenCount> colors{};

    Color operator[](Token token) const { return colors[static_cast<std::size_t>(token)]; }
    Color& operator[](Token token) { return colors[static_cast<std::size_t>(token)]; }
};

const Theme& lightTheme();
const Theme& darkTheme();
const Theme& highContrastTheme();
/// Black on white for printed paper: every ink is black, every ground white.
const Theme& paperTheme();

/// "light", "dark" or "high-contrast"; none for another name.
const Theme* themeNamed(std::string_view name);

/// One sentence for each pair of colours whose contrast is under what reading needs; empty when the theme may
/// be used.
std::vector<std::string> complaints(const Theme& theme);

}  // namespace luot::draw
