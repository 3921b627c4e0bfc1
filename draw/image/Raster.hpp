#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/Result.hpp"
#include "draw/Canvas.hpp"

namespace luot::draw::image {

/// One bit a dot, as printers take it: rows of whole bytes, the left dot in the highest bit, 1 = black.
struct Raster {
    int width = 0;   ///< dots
    int height = 0;  ///< dots
    std::vector<std::uint8_t> bytes;

    int bytesPerRow() const { return (width + 7) / 8; }
    bool black(int x, int y) const {
        return (bytes[static_cast<std::size_t>(y * bytesPerRow() + x / 8)] >> (7 - x % 8) & 1) != 0;
    }
    bool operator==(const Raster&) const = default;
};

/// Dots darker than `threshold` (0 to 255, of luma) are black; no dither.
Raster toRaster(const Canvas& canvas, int threshold = 128);

/// The raster as a black and white picture, for tests and previews.
Canvas toCanvas(const Raster& raster);

}  // namespace luot::draw::image
