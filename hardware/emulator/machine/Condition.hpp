#pragma once

#include <array>
#include <cstdint>

namespace luot::hardware::emulator::machine {

/// How a printer is, and the bytes in which it says so. Sources: Epson TM-L60II p. 1216, TM-T88III p. 73 and
/// 304, TM-U220 p. 82, TM-T81 p. 104.
struct Condition {
    bool paperEnd = false;
    bool nearEnd = false;
    bool coverOpen = false;
    bool coverOpenedWhilePrinting = false;
    bool cutterStuck = false;
    bool broken = false;  ///< an error that only power off and on ends
    bool hot = false;     ///< ends by itself when the head has cooled
    bool drawerOpen = false;

    bool error() const { return cutterStuck || broken || hot || coverOpenedWhilePrinting; }
    bool offline() const { return paperEnd || coverOpen || error(); }

    /// DLE EOT n, n from 1 to 4.
    std::uint8_t realTime(int n) const;
    /// The four bytes that GS a lets it send by itself. The paper bits are not those of DLE EOT 4.
    std::array<std::uint8_t, 4> automatic() const;
    /// GS r 1.
    std::uint8_t paperSensor() const;
    /// GS r 2.
    std::uint8_t drawerSensor() const { return drawerOpen ? 0 : 1; }

    bool operator==(const Condition&) const = default;
};

}  // namespace luot::hardware::emulator::machine
