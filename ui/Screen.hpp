#pragma once

#include <optional>

#include "draw/DrawList.hpp"
#include "ui/Input.hpp"

namespace luot::ui {

/// When and for what a view is made.
struct Frame {
    Ticks now = 0;
    draw::Size pixels;
};

/// What a program shows and how it answers: the part of it that the loop drives. Called on the main thread
/// only.
class Screen {
public:
    virtual ~Screen() = default;
    /// What is to be seen now. Called after every input and deadline; painted only if it differs from the
    /// last.
    virtual draw::DrawList view(const Frame& frame) = 0;
    virtual const draw::Theme& theme() const = 0;
    virtual void handle(const Input& input, Ticks now) = 0;
    /// When the view changes by itself; none: not before the next input.
    virtual std::optional<Ticks> nextChange(Ticks now) = 0;
    /// The last view is on the screen now.
    virtual void painted(Ticks) {}
    /// True: the loop ends.
    virtual bool finished() const { return false; }
};

}  // namespace luot::ui
