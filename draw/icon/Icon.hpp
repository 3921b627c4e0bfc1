#pragma once

#include <span>
#include <string_view>

#include "draw/DrawList.hpp"

namespace luot::draw::icon {

/// A drawing of lines in SVG path syntax on a square box.
struct Drawing {
    std::string_view name;
    std::string_view path;
    double box = 24;
};

/// One part of a state's shape on a box of 24: filled, or stroked when `stroke` is not 0.
struct Part {
    std::string_view path;
    double stroke = 0;
};

/// All line icons, "emblem" among them; null for an unknown name.
std::span<const Drawing> all();
const Drawing* find(std::string_view name);

std::span<const Part> parts(State state);

}  // namespace luot::draw::icon
