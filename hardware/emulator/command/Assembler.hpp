#pragma once

#include <optional>

#include "hardware/emulator/command/Command.hpp"

namespace luot::hardware::emulator::command {

/// Puts commands together from single bytes.
class Assembler {
public:
    /// The command that this byte completes.
    std::optional<Command> push(std::uint8_t byte);
    void clear() { begun_.clear(); }

private:
    std::vector<std::uint8_t> begun_;
};

}  // namespace luot::hardware::emulator::command
