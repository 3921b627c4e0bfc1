#pragma once

#include <algorithm>
#include <optional>

#include "ui/Input.hpp"

namespace luot::display {

using ui::Ticks;

/// Tells from the link's signs of life whether what the screen shows can still be trusted.
class Connection {
public:
    static constexpr Ticks lostAfter = 6'000;  ///< ms after the server's last word

    /// `silence`: how long the link itself may stay up without a word before it notices, in ms.
    Connection(Ticks start, Ticks silence) : lastWord_(start), silence_(silence) {}

    /// A frame came: the server is there.
    void heard(Ticks now) {
        lastWord_ = now;
        up_ = true;
    }
    /// The link broke; the last word may have come up to `silence` ago without our seeing it.
    void broke(Ticks now) {
        if (up_) lastWord_ = std::max(lastWord_, now - silence_);
        up_ = false;
    }

    bool isLost(Ticks now) const { return !up_ && now - lastWord_ >= lostAfter; }
    Ticks lastWord(Ticks now) const { return up_ ? now : lastWord_; }
    std::optional<Ticks> nextChange(Ticks now) const {
        return up_ || isLost(now) ? std::nullopt : std::optional(lastWord_ + lostAfter);
    }

private:
    Ticks lastWord_;
    Ticks silence_;
    bool up_ = false;
};

}  // namespace luot::display
