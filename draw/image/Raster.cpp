#include "draw/image/Raster.hpp"

#include <cairo.h>

namespace luot::draw::image {

Raster toRaster(const Canvas& canvas, int threshold) {
    Raster raster{canvas.width(), canvas.height(), {}};
    raster.bytes.resize(static_cast<std::size_t>(raster.bytesPerRow()) *
                        static_cast<std::size_t>(raster.height));
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            const std::uint32_t p = canvas.pixel(x, y);
            // Luma of ITU-R BT.601 in thousandths.
            const std::uint32_t luma = 299 * (p >> 16 & 0xFF) + 587 * (p >> 8 & 0xFF) + 114 * (p & 0xFF);
            if (luma >= static_cast<std::uint32_t>(threshold) * 1000) continue;
            raster.bytes[static_cast<std::size_t>(y * raster.bytesPerRow() + x / 8)] |=
                static_cast<std::uint8_t>(0x80 >> x % 8);
        }
    }
    return raster;
}

Canvas toCanvas(const Raster& raster) {
    Canvas canvas(raster.width, raster.height);
    auto* data = cairo_image_surface_get_data(canvas.surface());
    for (int y = 0; y < raster.height; ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(data + y * canvas.strideBytes());
        for (int x = 0; x < raster.width; ++x) row[x] = raster.black(x, y) ? 0xFF000000U : 0xFFFFFFFFU;
    }
    cairo_surface_mark_dirty(canvas.surface());
    return canvas;
}

}  // namespace luot::draw::image
