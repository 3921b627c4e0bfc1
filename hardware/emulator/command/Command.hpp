#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace luot::hardware::emulator::command {

constexpr std::uint8_t dle = 0x10;
constexpr std::uint8_t esc = 0x1B;
constexpr std::uint8_t fs = 0x1C;
constexpr std::uint8_t gs = 0x1D;

/// One command as it came, with its arguments; a character of text is one of a single byte. The rows of GS v
/// 0 are no part of it, because a printer prints them as they come.
struct Command {
    std::vector<std::uint8_t> bytes;
    bool known = true;  ///< false: of unknown length, so that only its first two bytes are left out

    /// "GS v" is 1D76; a single byte is itself.
    int code() const { return bytes.size() < 2 ? at(0) : at(0) << 8 | at(1); }
    /// 0 beyond the end.
    int at(std::size_t i) const { return i < bytes.size() ? bytes[i] : 0; }
    /// Two bytes, the lower first.
    int word(std::size_t i) const { return at(i) | at(i + 1) << 8; }
    /// "1D 76 30 00", at most 16 bytes.
    std::string text() const;
};

}  // namespace luot::hardware::emulator::command
