#pragma once

#include <array>
#include <cstdint>

#include "hardware/escpos/Encoder.hpp"

namespace luot::hardware::escpos {

/// What a printer has said of itself so far. Each answer covers a part; the rest stays as it was. Bits: Epson
/// TM-L60II p. 1216, TM-T88III p. 73 and 304, TM-T81 p. 104.
struct Status {
    bool offline = false;
    bool coverOpen = false;
    bool feeding = false;  ///< somebody holds the feed button
    bool paperNearEnd = false;
    bool paperEnd = false;
    bool stoppedByPaper = false;  ///< the paper's end has stopped the printing
    bool error = false;           ///< of a kind that only errorCause tells
    bool mechanical = false;
    bool cutter = false;
    bool unrecoverable = false;
    bool recoverable = false;  ///< by itself: the head is hot, or the cover was opened while it printed

    /// The byte that answers DLE EOT. Not of the form 0xx1xx10: it is no answer, nothing is taken.
    void takeAnswer(StatusQuestion about, std::uint8_t answer);
    /// The four bytes of automatic status (GS a), whose bits stand elsewhere than those of DLE EOT.
    void takeAutomatic(const std::array<std::uint8_t, 4>& bytes);
    /// The byte that answers GS r 1.
    void takePaperStatus(std::uint8_t answer);

    bool operator==(const Status&) const = default;
};

/// Forms by which answers can be told apart: Citizen CT-S310 p. 310.
constexpr bool isRealTimeAnswer(std::uint8_t byte) { return (byte & 0x93U) == 0x12U; }
constexpr bool isAutomaticStart(std::uint8_t byte) { return (byte & 0x93U) == 0x10U; }
constexpr bool isQueuedByte(std::uint8_t byte) { return (byte & 0x90U) == 0x00U; }

}  // namespace luot::hardware::escpos
