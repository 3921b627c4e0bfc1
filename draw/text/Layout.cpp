#include "draw/text/Layout.hpp"

#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

#include "draw/text/Breaking.hpp"
#include "draw/text/Font.hpp"
#include "draw/text/MaskCache.hpp"

namespace luot::draw::text {
namespace {

constexpr double shrinkStep = 0.96;
constexpr double slack = 0.02;  ///< units; rounding of glyph positions

double units(int pangoUnits) { return pangoUnits / (PANGO_SCALE * shapingScale); }
int pangoUnits(double units) {
    return static_cast<int>(std::ceil((units + slack) * PANGO_SCALE * shapingScale));
}

Rect rectOf(const PangoRectangle& r) { return {units(r.x), units(r.y), units(r.width), units(r.height)}; }

Rect logicalOf(PangoLayout* layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return rectOf(logical);
}

/// Of the letters themselves; the layout's own extents end at the width that was set.
double widestLine(PangoLayout* layout) {
    double widest = 0;
    for (GSList* line = pango_layout_get_lines_readonly(layout); line != nullptr; line = line->next) {
        PangoRectangle logical;
        pango_layout_line_get_extents(static_cast<PangoLayoutLine*>(line->data), nullptr, &logical);
        widest = std::max(widest, units(logical.width));
    }
    return widest;
}

constexpr PangoAlignment alignment(Align align) {
    return align == Align::left    ? PANGO_ALIGN_LEFT
           : align == Align::right ? PANGO_ALIGN_RIGHT
                                   : PANGO_ALIGN_CENTER;
}

}  // namespace

void Layout::Release::operator()(PangoLayout* layout) const { g_object_unref(layout); }

Layout::Layout(const Text& text) : text_(text), layout_(newLayout()), outline_(missingWeight(text.weight)) {
    setText(withoutBadBreaks(text.text));
    pango_layout_set_alignment(layout_.get(), alignment(text.align));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    setSize(text.size);
    naturalWidth_ = logicalOf(layout_.get()).w;
    fit();
}

void Layout::setText(const std::string& text) {
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
}

void Layout::setSize(double size) {
    size_ = size;
    setFont(layout_.get(), size, text_.weight, text_.spacing);
}

void Layout::fit() {
    if (naturalWidth_ <= text_.box.w + slack) return;
    const double floor = text_.size * text_.fit.floor;
    if (text_.fit.wrapFirst) {
        wrapThenShrink(floor);
    } else {
        shrinkThenWrap(floor);
    }
}

void Layout::shrinkThenWrap(double floor) {
    double size = text_.size;
    while (size > floor && naturalWidth_ * size / text_.size > text_.box.w + slack) size *= shrinkStep;
    setSize(std::max(size, floor));
    if (logicalOf(layout_.get()).w <= text_.box.w + slack) return;
    if (wrapsInto(text_.box.w) || wrapsLoosened()) {
        balance();
    } else {
        cut();
    }
}

void Layout::wrapThenShrink(double floor) {
    for (double size = text_.size; size >= floor; size *= shrinkStep) {
        setSize(size);
        if (wrapsInto(text_.box.w)) return balance();
    }
    setSize(floor);
    if (wrapsInto(text_.box.w) || wrapsLoosened()) return balance();
    cut();
}

/// Sets the width; true when the lines are few enough and no word sticks out.
bool Layout::wrapsInto(double width) const {
    pango_layout_set_width(layout_.get(), pangoUnits(width));
    return pango_layout_get_line_count(layout_.get()) <= text_.fit.lines &&
           widestLine(layout_.get()) <= width + slack;
}

/// Narrows the lines as far as their number stays, so that they come out of like length.
void Layout::balance() {
    const int lines = pango_layout_get_line_count(layout_.get());
    double narrow = text_.box.w / lines / 2;
    double wide = text_.box.w;
    while (wide - narrow > 0.05 * text_.size) {
        const double middle = (narrow + wide) / 2;
        const bool same = wrapsInto(middle) && pango_layout_get_line_count(layout_.get()) == lines;
        (same ? wide : narrow) = middle;
    }
    pango_layout_set_width(layout_.get(), pangoUnits(wide));
}

/// A date and its time that have no room beside each other come under each other: better than a torn date.
bool Layout::wrapsLoosened() {
    setText(withAllBreaks(text_.text));
    if (wrapsInto(text_.box.w)) return true;
    setText(withoutBadBreaks(text_.text));
    return false;
}

void Layout::cut() {
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);  // Pango cuts no line that is one long word
    pango_layout_set_width(layout_.get(), pangoUnits(text_.box.w));
    pango_layout_set_height(layout_.get(), -text_.fit.lines);
    pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
}

bool Layout::torn() const {
    int count = 0;
    const PangoLogAttr* places = pango_layout_get_log_attrs_readonly(layout_.get(), &count);
    const char* const text = pango_layout_get_text(layout_.get());
    for (GSList* line = pango_layout_get_lines_readonly(layout_.get()); line != nullptr; line = line->next) {
        const auto start = static_cast<const PangoLayoutLine*>(line->data)->start_index;
        if (start > 0 && !places[g_utf8_pointer_to_offset(text, text + start)].is_line_break) return true;
    }
    return false;
}

/// The place of the layout's own origin in the design space.
Point Layout::origin() const {
    const Rect own = logicalOf(layout_.get());
    const Rect& box = text_.box;
    Point p{box.x - own.x, box.y};
    if (text_.align == Align::centre) p.x += (box.w - own.w) / 2;
    if (text_.align == Align::right) p.x += box.w - own.w;
    switch (text_.valign) {
        case VAlign::top:
            break;
        case VAlign::middle:
            p.y += (box.h - own.h) / 2;
            break;
        case VAlign::bottom:
            p.y += box.h - own.h;
            break;
        case VAlign::cap: {
            const double first = units(pango_layout_get_baseline(layout_.get()));
            const int count = pango_layout_get_line_count(layout_.get());
            const double last = first + own.h * (count - 1) / count;
            p.y += box.h / 2 - (first - capHeight * size_ + last) / 2;
        }
    }
    return p;
}

Placed Layout::placed() const {
    PangoRectangle ink;
    PangoRectangle logical;
    pango_layout_get_extents(layout_.get(), &ink, &logical);
    const Point at = origin();
    return {size_,
            pango_layout_get_line_count(layout_.get()),
            pango_layout_is_ellipsized(layout_.get()) != FALSE,
            torn(),
            rectOf(logical).moved(at.x, at.y),
            rectOf(ink).moved(at.x, at.y).inset(-outline_ * size_ / 2)};
}

void Layout::show(cairo_t* cr, const Scale& scale) const {
    const Point at = origin();
    const Point pixel{scale.origin.x + at.x * scale.unit, scale.origin.y + at.y * scale.unit};
    if (outline_ > 0) return showThickened(cr, pixel, scale.unit);
    cairo_save(cr);
    cairo_translate(cr, pixel.x, pixel.y);
    cairo_scale(cr, scale.unit / shapingScale, scale.unit / shapingScale);
    cairo_move_to(cr, 0, 0);
    pango_cairo_show_layout(cr, layout_.get());
    cairo_restore(cr);
}

/// Letters with their outline, by way of a mask that begins at a whole pixel.
void Layout::showThickened(cairo_t* cr, Point pixel, double unit) const {
    const Rect ink = placed().ink.moved(-origin().x, -origin().y);
    const Point corner{std::floor(ink.x * unit) - 1, std::floor(ink.y * unit) - 1};
    const int width = static_cast<int>(std::ceil(ink.w * unit)) + 3;
    const int height = static_cast<int>(std::ceil(ink.h * unit)) + 3;
    const auto paint = [&](cairo_t* mask) {
        cairo_translate(mask, -corner.x, -corner.y);
        cairo_scale(mask, unit / shapingScale, unit / shapingScale);
        pango_cairo_layout_path(mask, layout_.get());
        cairo_set_line_width(mask, outline_ * size_ * shapingScale);
        cairo_set_line_join(mask, CAIRO_LINE_JOIN_ROUND);
        cairo_fill_preserve(mask);
        cairo_stroke(mask);
    };
    const std::string key = fmt::format("{} {} {} {} {} {} {}", text_.text, size_ * unit, text_.weight,
                                        text_.spacing, pango_layout_get_width(layout_.get()),
                                        static_cast<int>(text_.align) * 100 + text_.fit.lines, width);
    cairo_surface_t* mask = MaskCache::ofThisThread().get(key, width, height, paint);
    cairo_mask_surface(cr, mask, std::round(pixel.x) + corner.x, std::round(pixel.y) + corner.y);
}

}  // namespace luot::draw::text
