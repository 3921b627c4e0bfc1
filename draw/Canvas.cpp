#include "draw/Canvas.hpp"

#include <cairo.h>
#include <fmt/format.h>

#include <cstring>

#include "base/Assert.hpp"

namespace luot::draw {

void Canvas::Release::operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }

Canvas::Canvas(int width, int height)
    : surface_(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)) {
    LUOT_ASSERT(cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS);
}

base::Result<Canvas> Canvas::readPng(const std::filesystem::path& file) {
    Canvas read(cairo_image_surface_create_from_png(file.c_str()));
    const auto status = cairo_surface_status(read.surface());
    if (status != CAIRO_STATUS_SUCCESS) {
        return base::fail(base::Fault::storage, fmt::format("cannot read picture {}: {}", file.string(),
                                                            cairo_status_to_string(status)));
    }
    Canvas canvas(cairo_image_surface_get_width(read.surface()),
                  cairo_image_surface_get_height(read.surface()));
    cairo_t* cr = cairo_create(canvas.surface());  // makes ARGB32 of whatever the file held
    cairo_set_source_surface(cr, read.surface(), 0, 0);
    cairo_paint(cr);
    cairo_destroy(cr);
    cairo_surface_flush(canvas.surface());
    return canvas;
}

base::Result<> Canvas::writePng(const std::filesystem::path& file) const {
    const auto status = cairo_surface_write_to_png(surface_.get(), file.c_str());
    if (status == CAIRO_STATUS_SUCCESS) return {};
    return base::fail(base::Fault::storage, fmt::format("cannot write picture {}: {}", file.string(),
                                                        cairo_status_to_string(status)));
}

int Canvas::width() const { return cairo_image_surface_get_width(surface_.get()); }
int Canvas::height() const { return cairo_image_surface_get_height(surface_.get()); }
int Canvas::strideBytes() const { return cairo_image_surface_get_stride(surface_.get()); }
const std::uint8_t* Canvas::pixels() const { return cairo_image_surface_get_data(surface_.get()); }

std::uint32_t Canvas::pixel(int x, int y) const {
    std::uint32_t value = 0;
    std::memcpy(&value, pixels() + y * strideBytes() + x * 4, sizeof value);
    return value;
}

}  // namespace luot::draw
