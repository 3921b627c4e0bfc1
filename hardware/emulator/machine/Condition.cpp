#include "hardware/emulator/machine/Condition.hpp"

#include <initializer_list>

namespace luot::hardware::emulator::machine {

namespace {

std::uint8_t bits(int fixed, std::initializer_list<int> more) {
    for (const int bit : more) fixed |= bit;
    return static_cast<std::uint8_t>(fixed);
}

int when(bool holds, int bit) { return holds ? bit : 0; }

constexpr int realTimeMark = 0x12;   ///< bits 1 and 4 of every DLE EOT answer
constexpr int automaticMark = 0x10;  ///< bit 4 of the first automatic byte

}  // namespace

std::uint8_t Condition::realTime(int n) const {
    switch (n) {
        case 1:
            return bits(realTimeMark, {when(!drawerOpen, 0x04), when(offline(), 0x08)});
        case 2:
            return bits(realTimeMark, {when(coverOpen, 0x04), when(paperEnd, 0x20), when(error(), 0x40)});
        case 3:
            return bits(realTimeMark, {when(cutterStuck, 0x08), when(broken, 0x20),
                                       when(hot || coverOpenedWhilePrinting, 0x40)});
        default:
            return bits(realTimeMark, {when(nearEnd || paperEnd, 0x0C), when(paperEnd, 0x60)});
    }
}

std::array<std::uint8_t, 4> Condition::automatic() const {
    return {
        bits(automaticMark, {when(!drawerOpen, 0x04), when(offline(), 0x08), when(coverOpen, 0x20)}),
        bits(0, {when(cutterStuck, 0x08), when(broken, 0x20), when(hot || coverOpenedWhilePrinting, 0x40)}),
        paperSensor(), 0};
}

std::uint8_t Condition::paperSensor() const {
    return bits(0, {when(nearEnd || paperEnd, 0x03), when(paperEnd, 0x0C)});
}

}  // namespace luot::hardware::emulator::machine
