#include "draw/Theme.hpp"

#include "base/Assert.hpp"

namespace luot::draw {
namespace {

constexpr std::array<std::string_view, tokenCount> names = {
    "bg",      "surface",   "surface2",     "ink",   "ink2",     "line",        "lineStrong",
    "primary", "onPrimary", "primarySoft",  "call",  "onCall",   "onCallBlock", "ok",
    "okSoft",  "priority",  "prioritySoft", "warn",  "warnSoft", "danger",      "dangerSoft",
    "off",     "offSoft",   "bar",          "onBar", "onBar2",   "focus",       "focusHalo",
};

using Hexes = std::array<std::string_view, tokenCount>;

// In the order of Token.
constexpr Hexes light = {
    "#F5F3EE", "#FFFFFF", "#ECE8DF", "#14213D", "#465069", "#D6D1C5", "#767D90",
    "#1B3A7A", "#FFFFFF", "#E3EAF7", "#FFC53D", "#14213D", "#FFFFFF", "#005F57",
    "#D8EEEA", "#9C1458", "#F9E2EC", "#7D4A00", "#FFEFCF", "#A8201A", "#FBE4E0",
    "#414A5D", "#E6E8ED", "#14213D", "#FFFFFF", "#C9D3EA", "#14213D", "#FFC53D",
};
constexpr Hexes dark = {
    "#0C1424", "#152038", "#1E2C4A", "#F7F5F0", "#BFC9DF", "#2F3E61", "#8391B3",
    "#A9C1FA", "#0C1424", "#203053", "#FFC53D", "#14213D", "#FFFFFF", "#6FDACB",
    "#123A3B", "#FF9CC8", "#47193A", "#FFC773", "#43310F", "#FFA79C", "#4A1D1C",
    "#C3CCDD", "#29344D", "#060B15", "#F7F5F0", "#BFC9DF", "#FFFFFF", "#FFC53D",
};
constexpr Hexes high = {
    "#000000", "#000000", "#000000", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF",
    "#FFE600", "#000000", "#000000", "#FFE600", "#000000", "#FFFFFF", "#7CF5E6",
    "#000000", "#FFB3DA", "#000000", "#FFD27A", "#000000", "#FFB4AA", "#000000",
    "#E0E0E0", "#000000", "#000000", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFE600",
};
constexpr Hexes paper = {
    "#FFFFFF", "#FFFFFF", "#FFFFFF", "#000000", "#000000", "#000000", "#000000",
    "#000000", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#000000", "#FFFFFF", "#000000",
    "#FFFFFF", "#000000", "#FFFFFF", "#000000", "#FFFFFF", "#000000", "#FFFFFF",
    "#000000", "#FFFFFF", "#000000", "#FFFFFF", "#FFFFFF", "#000000", "#FFFFFF",
};

Theme make(std::string name, bool highContrast, const Hexes& hexes) {
    Theme theme{std::move(name), highContrast, {}};
    for (std::size_t i = 0; i < tokenCount; ++i) {
        const auto color = parseColor(hexes[i]);
        LUOT_ASSERT(color.has_value());
        theme.colors[i] = *color;
    }
    return theme;
}

}  // namespace

std::string_view tokenName(Token token) { return names[static_cast<std::size_t>(token)]; }

const Theme& lightTheme() {
    static const Theme theme = make("light", false, light);
    return theme;
}

const Theme& darkTheme() {
    static const Theme theme = make("dark", false, dark);
    return theme;
}

const Theme& highContrastTheme() {
    static const Theme theme = make("high-contrast", true, high);
    return theme;
}

const Theme& paperTheme() {
    static const Theme theme = make("paper", false, paper);
    return theme;
}

const Theme* themeNamed(std::string_view name) {
    for (const Theme* theme : {&lightTheme(), &darkTheme(), &highContrastTheme()}) {
        if (theme->name == name) return theme;
    }
    return nullptr;
}

}  // namespace luot::draw
