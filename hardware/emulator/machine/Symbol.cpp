#include "hardware/emulator/machine/Symbol.hpp"

#include <algorithm>
#include <utility>

#include "draw/image/Qr.hpp"

namespace luot::hardware::emulator::machine {

namespace {

constexpr int qrCodes = 49;

}  // namespace

Block Symbol::obey(const command::Command& command) {
    // GS ( k pL pH cn fn ...
    if (command.at(5) != qrCodes) return {};
    switch (command.at(6)) {
        case 67:
            module_ = std::max(1, command.at(7));
            return {};
        case 80:
            if (command.bytes.size() > 8) content_.assign(command.bytes.begin() + 8, command.bytes.end());
            return {};
        case 81:
            return drawn();
        default:
            return {};
    }
}

Block Symbol::drawn() const {
    const auto code = draw::image::qrCode(content_);
    if (!code) return {};
    Block block{code->side * module_, {}};
    for (int y = 0; y < block.width; ++y) {
        paper::Row row(static_cast<std::size_t>((block.width + 7) / 8));
        for (int x = 0; x < block.width; ++x)
            if (code->isDark(x / module_, y / module_)) paper::blackenDot(row, x);
        block.rows.push_back(std::move(row));
    }
    return block;
}

Block Graphics::obey(const command::Command& command) {
    // GS ( L has a length of two bytes, GS 8 L one of four; then m fn a bx by c xL xH yL yH rows.
    const std::size_t at = command.at(1) == '8' ? 7 : 5;
    const int function = command.at(at + 1);
    if (function == 2 || function == 50) return std::exchange(stored_, {});
    if (function != 112) return {};
    const auto wide = static_cast<std::size_t>(command.at(at + 3));
    const auto high = command.at(at + 4);
    const auto width = static_cast<std::size_t>(command.word(at + 6));
    const auto stride = (width + 7) / 8;
    Block block{static_cast<int>(width * wide), {}};
    for (auto from = at + 10; stride > 0 && from + stride <= command.bytes.size(); from += stride) {
        paper::Row row((width * wide + 7) / 8);
        for (std::size_t x = 0; x < width * wide; ++x)
            if ((command.bytes[from + x / wide / 8] >> (7 - x / wide % 8) & 1) != 0)
                paper::blackenDot(row, static_cast<int>(x));
        for (int times = 0; times < high; ++times) block.rows.push_back(row);
    }
    stored_ = std::move(block);
    return {};
}

}  // namespace luot::hardware::emulator::machine
