#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>

#include "draw/Geometry.hpp"

/// What people and the machine do to a window, as plain values; mouse and touch are one.
namespace luot::ui {

/// Milliseconds of the machine's monotonic clock; runs on whatever the wall clock does.
using Ticks = std::int64_t;
Ticks ticksNow();

/// Places are in design units of the view that was on screen.
struct PointerDown {
    draw::Point at;
};
struct PointerMove {
    draw::Point at;
};
struct PointerUp {
    draw::Point at;
};

/// A key by SDL's name of it: "F2", "Return", "Escape", "Tab", "A", "Keypad 5".
struct KeyDown {
    std::string key;
    bool shift = false;
    bool control = false;
    bool alt = false;
    bool repeat = false;  ///< held down
};

/// Letters as typed, with the keyboard's own input method applied.
struct TextTyped {
    std::string text;
};

/// Somebody called Waker::wake: look at the queues.
struct Wake {};
/// The window was closed or the program is asked to end.
struct Quit {};

using Input = std::variant<PointerDown, PointerMove, PointerUp, KeyDown, TextTyped, Wake, Quit>;

}  // namespace luot::ui
