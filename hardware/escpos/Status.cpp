#include "hardware/escpos/Status.hpp"

namespace luot::hardware::escpos {

void Status::takeAnswer(StatusQuestion about, std::uint8_t answer) {
    if (!isRealTimeAnswer(answer)) return;
    const auto has = [answer](unsigned bits) { return (answer & bits) != 0; };
    switch (about) {
        case StatusQuestion::printer:
            offline = has(0x08);
            break;
        case StatusQuestion::offlineCause:
            coverOpen = has(0x04);
            feeding = has(0x08);
            stoppedByPaper = has(0x20);
            error = has(0x40);
            break;
        case StatusQuestion::errorCause:
            mechanical = has(0x04);
            cutter = has(0x08);
            unrecoverable = has(0x20);
            recoverable = has(0x40);
            break;
        case StatusQuestion::paper:
            paperNearEnd = has(0x0C);
            paperEnd = has(0x60);
            break;
    }
}

void Status::takeAutomatic(const std::array<std::uint8_t, 4>& bytes) {
    const auto has = [&bytes](std::size_t at, unsigned bits) { return (bytes[at] & bits) != 0; };
    offline = has(0, 0x08);
    coverOpen = has(0, 0x20);
    feeding = has(0, 0x40);
    mechanical = has(1, 0x04);
    cutter = has(1, 0x08);
    unrecoverable = has(1, 0x20);
    recoverable = has(1, 0x40);
    error = mechanical || cutter || unrecoverable || recoverable;
    paperNearEnd = has(2, 0x03);
    paperEnd = has(2, 0x0C);
    stoppedByPaper = false;
}

void Status::takePaperStatus(std::uint8_t answer) {
    paperNearEnd = (answer & 0x03U) != 0;
    paperEnd = (answer & 0x0CU) != 0;
}

}  // namespace luot::hardware::escpos
