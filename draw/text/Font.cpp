#include "draw/text/Font.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace luot::draw::text {
namespace {

template <auto release>
struct Releaser {
    template <class T>
    void operator()(T* pointer) const {
        release(pointer);
    }
};

using Description = std::unique_ptr<PangoFontDescription, Releaser<&pango_font_description_free>>;

PangoContext* makeContext() {
    PangoContext* context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("vi"));
    return context;
}

/// Pango's font maps belong to a thread, so their contexts do too.
PangoContext* context() {
    thread_local const std::unique_ptr<PangoContext, Releaser<&g_object_unref>> mine(makeContext());
    return mine.get();
}

Description describe(double size, int weight) {
    Description description(pango_font_description_new());
    pango_font_description_set_family_static(description.get(), "Noto Sans");
    pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(weight));
    pango_font_description_set_absolute_size(description.get(),
                                             std::round(size * shapingScale * PANGO_SCALE));
    return description;
}

double measureMissing(int weight) {
    const Description wanted = describe(4, weight);
    PangoFont* font = pango_context_load_font(context(), wanted.get());
    if (font == nullptr) return 0;
    const Description found(pango_font_describe(font));
    g_object_unref(font);
    const int lighter = weight - static_cast<int>(pango_font_description_get_weight(found.get()));
    // Noto Sans's stems grow by about 0.018 em from one weight to the next.
    return std::clamp(lighter, 0, 200) / 100.0 * 0.018;
}

}  // namespace

PangoLayout* newLayout() { return pango_layout_new(context()); }

void setFont(PangoLayout* layout, double size, int weight, double spacing) {
    pango_layout_set_font_description(layout, describe(size, weight).get());
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1, lnum=1"));
    if (spacing != 0) {
        const double gap = spacing * size * shapingScale * PANGO_SCALE;
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(static_cast<int>(std::lround(gap))));
    }
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

double missingWeight(int weight) {
    thread_local std::array<double, 9> known = {-1, -1, -1, -1, -1, -1, -1, -1, -1};
    double& answer = known[static_cast<std::size_t>(std::clamp(weight / 100 - 1, 0, 8))];
    if (answer < 0) answer = measureMissing(weight);
    return answer;
}

}  // namespace luot::draw::text
