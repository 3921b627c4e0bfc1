#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "hardware/emulator/paper/Strip.hpp"

/// What a printer has to do for the bytes it got, in their order.
namespace luot::hardware::emulator::machine {

/// One row of dots on the paper.
struct PrintRow {
    paper::Row row;
};
/// Moves the paper.
struct Feed {
    int dots = 0;
};
struct Cut {
    bool feedToCutter = false;
    int dots = 0;  ///< fed besides
};
/// Modes are at their start again, and automatic status is off (Bixolon SRP-332II p. 107).
struct Reset {};
/// GS a: which changes are told by themselves.
struct Automatic {
    std::uint8_t mask = 0;
};
/// An answer that is sent once all before it is done: GS r, GS I, GS ( H.
struct Answer {
    enum class Kind { paperSensor, drawerSensor, identity, processId };
    Kind kind = Kind::paperSensor;
    int n = 0;         ///< of identity
    std::string text;  ///< of process id: the id
};
/// The buzzer or the drawer; nothing that can be seen.
struct Signal {
    std::string what;
};

using Work = std::variant<PrintRow, Feed, Cut, Reset, Automatic, Answer, Signal>;

}  // namespace luot::hardware::emulator::machine
