#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "base/Result.hpp"

struct _cairo_surface;

namespace luot::draw {

/// Pixels to paint on: 32 bits each, 0xAARRGGBB in the machine's order (SDL: ARGB8888), premultiplied.
class Canvas {
public:
    Canvas(int width, int height);

    /// Error: storage when the file cannot be read or is no PNG.
    static base::Result<Canvas> readPng(const std::filesystem::path& file);
    /// Error: storage when the file cannot be written.
    base::Result<> writePng(const std::filesystem::path& file) const;

    int width() const;
    int height() const;
    int strideBytes() const;
    /// The pixels row by row, `strideBytes` apart; valid until the next paint.
    const std::uint8_t* pixels() const;
    std::uint32_t pixel(int x, int y) const;
    _cairo_surface* surface() const { return surface_.get(); }

private:
    struct Release {
        void operator()(_cairo_surface* surface) const;
    };
    explicit Canvas(_cairo_surface* surface) : surface_(surface) {}
    std::unique_ptr<_cairo_surface, Release> surface_;
};

}  // namespace luot::draw
