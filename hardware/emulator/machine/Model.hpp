#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "hardware/emulator/paper/Strip.hpp"

namespace luot::hardware::emulator::machine {

/// The make of a printer: what does not change while it runs.
struct Model {
    int width = 576;                     ///< dots; 72 mm on paper of 80 mm
    double speed = 250;                  ///< mm/s (Epson TM-T20III)
    std::size_t buffer = 4096;           ///< bytes
    int cutter = 14 * paper::dotsPerMm;  ///< dots from the head to the cutter: 13 to 15 mm
    std::chrono::milliseconds cutTime{200};
    bool cuts =
        true;  ///< false: no cutter, `cutter` is where paper is torn off, by hand and soon after printing
    int roll = 50'000 * paper::dotsPerMm;    ///< dots of a new roll
    int nearEnd = 2'000 * paper::dotsPerMm;  ///< dots left when the sensor notices
    std::string maker = "EPSON";             ///< what GS I 66 and 67 tell; empty: no answer
    std::string name = "TM-T82III";
    bool realTimeStatus = true;  ///< answers DLE EOT
    bool automaticStatus = true;
    bool processId = true;
    bool queuedStatus = true;  ///< answers GS r
};

}  // namespace luot::hardware::emulator::machine
