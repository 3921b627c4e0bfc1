#pragma once

#include <vector>

#include "draw/icon/Path.hpp"

namespace luot::draw::icon {

/// An elliptical arc as SVG writes it, without rotation of the axes.
struct Arc {
    Point from;
    Point to;
    Point radii;
    bool large = false;
    bool sweep = false;
};

/// Appends the arc as curves of at most a quarter turn each.
void appendArc(const Arc& arc, std::vector<Segment>& segments);

}  // namespace luot::draw::icon
