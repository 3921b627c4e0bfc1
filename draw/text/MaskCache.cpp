#include "draw/text/MaskCache.hpp"

#include <cairo.h>

namespace luot::draw::text {

void MaskCache::Release::operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }

MaskCache& MaskCache::ofThisThread() {
    thread_local MaskCache cache;
    return cache;
}

cairo_surface_t* MaskCache::get(const std::string& key, int width, int height,
                                const std::function<void(cairo_t*)>& paint) {
    const auto found = masks_.find(key);
    if (found != masks_.end()) return found->second.get();
    if (masks_.size() >= mostMasks) masks_.clear();
    auto& mask = masks_[key];
    mask.reset(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
    cairo_t* cr = cairo_create(mask.get());
    paint(cr);
    cairo_destroy(cr);
    return mask.get();
}

}  // namespace luot::draw::text
