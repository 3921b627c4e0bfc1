#pragma once

#include <optional>

#include "hardware/emulator/command/Command.hpp"

namespace luot::hardware::emulator::command {

/// A command that a printer obeys the moment its last byte arrives, whatever it is doing.
struct RealTime {
    enum class Kind { status, recover, recoverAndClear, clear, drawer };
    Kind kind = Kind::status;
    int n = 0;  ///< of status: which of the four bytes
};

/// Looks for DLE EOT, DLE ENQ and DLE DC4 in all that arrives, picture rows too: real printers do (Epson
/// TM-U220 p. 56).
class RealTimeWatch {
public:
    std::optional<RealTime> push(std::uint8_t byte);

private:
    std::optional<RealTime> complete() const;

    std::vector<std::uint8_t> seen_;
};

}  // namespace luot::hardware::emulator::command
