#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace luot::hardware::escpos {

/// A picture of one bit a dot that belongs to somebody else: rows of whole bytes, the left dot in the highest
/// bit, 1 = black (what PBM P4 and GS v 0 hold).
struct Image {
    int width = 0;   ///< dots; at most 2,040 (255 bytes a row)
    int height = 0;  ///< dots
    std::span<const std::uint8_t> bytes;

    int bytesPerRow() const { return (width + 7) / 8; }
    std::span<const std::uint8_t> row(int y) const {
        const auto stride = static_cast<std::size_t>(bytesPerRow());
        return bytes.subspan(static_cast<std::size_t>(y) * stride, stride);
    }
};

}  // namespace luot::hardware::escpos
