#pragma once

#include <optional>
#include <vector>

#include "counter-client/desk/Desk.hpp"
#include "counter-client/view/Words.hpp"
#include "draw/DrawList.hpp"

namespace luot::counterclient::view {

/// The window in dip (96 an inch times the system's scale).
constexpr draw::Size windowSize{360, 560};

/// A place that answers to a press: the same as a key, or as choosing a row of the page.
struct Target {
    draw::Rect rect;
    desk::Key key;
    int row = -1;  ///< of the page's rows; then the key does not count

    bool operator==(const Target&) const = default;
};

/// What the window shows and where it can be pressed.
struct Face {
    draw::DrawList list;
    std::vector<Target> targets;
};

/// Everything the window shows of the desk at this moment. Pure.
struct Subject {
    const desk::Desk& desk;
    hall::Moment now;
    const Words& words;
    std::optional<Target> pressed;  ///< held down now
};
Face faceOf(const Subject& subject);

}  // namespace luot::counterclient::view
