#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>

namespace luot::hardware::escpos {

/// The answer to a DLE EOT; which one, it does not say.
struct RealTimeAnswer {
    std::uint8_t byte = 0;
    bool operator==(const RealTimeAnswer&) const = default;
};

/// Four bytes that came by themselves, or at once after GS a.
struct AutomaticStatus {
    std::array<std::uint8_t, 4> bytes{};
    bool operator==(const AutomaticStatus&) const = default;
};

/// The answer to GS r 1.
struct PaperStatus {
    std::uint8_t byte = 0;
    bool operator==(const PaperStatus&) const = default;
};

/// All before the request with this id is on paper.
struct ProcessIdEcho {
    std::array<char, 4> id{};
    bool operator==(const ProcessIdEcho&) const = default;
};

/// The answer to GS I: a maker's or model's name.
struct Identity {
    std::string text;
    bool operator==(const Identity&) const = default;
};

/// One thing that came back from a printer.
using Reply = std::variant<RealTimeAnswer, AutomaticStatus, PaperStatus, ProcessIdEcho, Identity>;

}  // namespace luot::hardware::escpos
