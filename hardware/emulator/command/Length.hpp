#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace luot::hardware::emulator::command {

/// How long the command is that begins with some bytes.
struct Length {
    std::optional<std::size_t> bytes;  ///< none: more of it must be seen
    bool known = true;
};

/// `begun` holds at least one byte and no more than one command.
Length lengthOf(std::span<const std::uint8_t> begun);

}  // namespace luot::hardware::emulator::command
