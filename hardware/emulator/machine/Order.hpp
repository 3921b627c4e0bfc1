#pragma once

#include <string>
#include <string_view>

#include "base/Result.hpp"

namespace luot::hardware::emulator::machine {

/// What somebody does to the printer by hand, or what befalls it.
struct Order {
    enum class Kind {
        ok,           ///< all is mended: a new roll when it runs low, cover closed, plugged in
        status,       ///< changes nothing; asks how the printer is
        paperOut,     ///< the roll ends
        nearEnd,      ///< the sensor sees that the roll is thin
        coverOpen,    ///< by hand; what is being printed stands still
        coverClosed,  ///< and goes on
        jam,          ///< the cutter is stuck
        hot,          ///< the head is too warm and must cool
        broken,       ///< an error that cannot be mended
        deaf,         ///< takes no bytes and answers nothing
        mute,         ///< prints, but answers nothing
        swallow,      ///< takes all bytes, answers DLE EOT as if all were well, and prints nothing
        unplug,       ///< the cable is out
    };
    Kind kind = Kind::status;
    int afterDots = 0;  ///< it happens once so much paper has moved; 0: at once
};

/// "jam" or "jam after 40 mm". Error: invalidInput, naming the orders that are known.
base::Result<Order> parseOrder(std::string_view text);

}  // namespace luot::hardware::emulator::machine
