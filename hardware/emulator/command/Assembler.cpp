#include "hardware/emulator/command/Assembler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "hardware/emulator/command/Length.hpp"

namespace luot::hardware::emulator::command {

std::string Command::text() const {
    constexpr std::size_t most = 16;
    std::string text;
    for (std::size_t i = 0; i < std::min(bytes.size(), most); ++i)
        text += fmt::format("{}{:02X}", i == 0 ? "" : " ", bytes[i]);
    return bytes.size() > most ? text + fmt::format(" ... ({} bytes)", bytes.size()) : text;
}

std::optional<Command> Assembler::push(std::uint8_t byte) {
    begun_.push_back(byte);
    const auto length = lengthOf(begun_);
    if (!length.bytes || begun_.size() < *length.bytes) return std::nullopt;
    return Command{std::exchange(begun_, {}), length.known};
}

}  // namespace luot::hardware::emulator::command
