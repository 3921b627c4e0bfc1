#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/Input.hpp"

namespace luot::ui::touch {

/// One finger on a screen with buttons: a button lights up at touch-down and acts on release inside it.
/// Double taps and touches meant for the page before are swallowed.
class Press {
public:
    static constexpr Ticks secondTouchAfter = 700;   ///< ms after a touch that acted; sooner it is ignored
    static constexpr Ticks touchAfterNewPage = 350;  ///< ms

    /// `target` is what lies under the finger, empty for nothing. `repeats`: keys of a keyboard, which may
    /// follow fast.
    void down(std::string_view target, Ticks now, bool repeats = false);
    void move(std::string_view target);
    /// The target whose action is to be done.
    std::optional<std::string> up(std::string_view target, Ticks now);
    void cancel() { held_.clear(); }
    void pageChanged(Ticks now);

    /// The button that shows itself pressed; empty: none.
    std::string_view pressed() const { return inside_ ? std::string_view(held_) : std::string_view(); }

private:
    std::string held_;
    bool inside_ = false;
    bool repeats_ = false;
    std::optional<Ticks> acted_;
    std::optional<Ticks> pageSince_;
};

}  // namespace luot::ui::touch
