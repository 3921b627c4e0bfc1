#include "draw/Painter.hpp"

#include <cairo.h>

#include <cmath>

#include "base/Assert.hpp"
#include "draw/Stroke.hpp"
#include "draw/icon/Icon.hpp"
#include "draw/image/Qr.hpp"
#include "draw/text/Layout.hpp"

namespace luot::draw {
namespace {

/// Paints single commands; lives for one frame.
class Brush {
public:
    Brush(cairo_t* cr, const Theme& theme, const Scale& scale) : cr_(cr), theme_(theme), scale_(scale) {}

    void color(Token token) {
        const Color c = theme_[token];
        cairo_set_source_rgb(cr_, c.red / 255.0, c.green / 255.0, c.blue / 255.0);
    }

    void operator()(const Box& box) {
        const Rect edge = snapped(scale_.toPixels(box.rect));
        const double radius = box.radius * scale_.unit;
        if (box.fill) {
            outline(cr_, edge, radius, box.corners);
            color(*box.fill);
            cairo_fill(cr_);
        }
        if (!box.stroke) return;
        const double width = wholePixels(box.strokeWidth * scale_.unit);
        outline(cr_, edge.inset(width / 2), std::max(0.0, radius - width / 2), box.corners);
        color(*box.stroke);
        cairo_set_line_width(cr_, width);
        cairo_set_line_cap(cr_, CAIRO_LINE_CAP_BUTT);
        const double dashes[] = {4 * width, 3 * width};
        cairo_set_dash(cr_, dashes, box.dashed ? 2 : 0, 0);
        cairo_stroke(cr_);
        cairo_set_dash(cr_, nullptr, 0, 0);
    }

    void operator()(const Text& text) {
        if (text.text.empty()) return;
        color(text.color);
        text::Layout(text).show(cr_, scale_);
    }

    void operator()(const Icon& icon) {
        const icon::Drawing* drawing = icon::find(icon.name);
        LUOT_ASSERT(drawing != nullptr);
        color(icon.color);
        drawPath(drawing->path, icon.box, drawing->box, icon.stroke);
    }

    void operator()(const Shape& shape) {
        color(shape.color);
        for (const icon::Part& part : icon::parts(shape.state))
            drawPath(part.path, shape.box, 24, part.stroke);
    }

    void operator()(const Line& line) {
        const double width = wholePixels(line.width * scale_.unit);
        const Rect ends = snappedLine(scale_, line, width);
        color(line.color);
        cairo_set_line_width(cr_, width);
        cairo_set_line_cap(cr_, CAIRO_LINE_CAP_BUTT);
        cairo_move_to(cr_, ends.x, ends.y);
        cairo_line_to(cr_, ends.right(), ends.bottom());
        cairo_stroke(cr_);
    }

    void operator()(const Qr& qr) {
        const auto code = image::qrCode(qr.content);
        const Rect box = snapped(scale_.toPixels(qr.box));
        color(qr.light);
        cairo_rectangle(cr_, box.x, box.y, box.w, box.h);
        cairo_fill(cr_);
        if (!code) return;
        const int whole = code->side + 2 * image::QrCode::quietZone;
        const double module = std::floor(std::min(box.w, box.h) / whole);
        const Point at{std::floor(box.centre().x - module * code->side / 2),
                       std::floor(box.centre().y - module * code->side / 2)};
        color(qr.dark);
        for (int y = 0; y < code->side; ++y) {
            for (int x = 0; x < code->side; ++x) {
                if (code->isDark(x, y))
                    cairo_rectangle(cr_, at.x + x * module, at.y + y * module, module, module);
            }
        }
        cairo_fill(cr_);
    }

    void operator()(const Picture& picture) {
        if (!picture.image) return;
        const Rect box = scale_.toPixels(picture.box);
        const double k = std::min(box.w / picture.image->width(), box.h / picture.image->height());
        cairo_save(cr_);
        cairo_translate(cr_, box.centre().x - picture.image->width() * k / 2,
                        box.centre().y - picture.image->height() * k / 2);
        cairo_scale(cr_, k, k);
        cairo_set_source_surface(cr_, picture.image->surface(), 0, 0);
        cairo_paint(cr_);
        cairo_restore(cr_);
    }

private:
    /// A path on a square of `side` in the middle of the box; filled when `stroke` is 0.
    void drawPath(std::string_view path, const Rect& box, double side, double stroke) {
        const double k = std::min(box.w, box.h) / side * scale_.unit;
        const Point middle{scale_.origin.x + box.centre().x * scale_.unit,
                           scale_.origin.y + box.centre().y * scale_.unit};
        cairo_save(cr_);
        cairo_translate(cr_, middle.x - side / 2 * k, middle.y - side / 2 * k);
        cairo_scale(cr_, k, k);
        trace(cr_, path);
        if (stroke > 0) {
            cairo_set_line_width(cr_, std::max(stroke, 1 / k));
            cairo_set_line_cap(cr_, CAIRO_LINE_CAP_ROUND);
            cairo_set_line_join(cr_, CAIRO_LINE_JOIN_ROUND);
            cairo_stroke(cr_);
        } else {
            cairo_set_fill_rule(cr_, CAIRO_FILL_RULE_EVEN_ODD);
            cairo_fill(cr_);
        }
        cairo_restore(cr_);
    }

    cairo_t* cr_;
    const Theme& theme_;
    const Scale& scale_;
};

}  // namespace

void paint(const DrawList& list, const Theme& theme, Canvas& canvas) {
    const Size pixels{static_cast<double>(canvas.width()), static_cast<double>(canvas.height())};
    const Scale scale = Scale::fit(list.design, pixels);
    cairo_t* cr = cairo_create(canvas.surface());
    Brush brush(cr, theme, scale);
    brush.color(list.ground);
    cairo_paint(cr);
    for (const Command& command : list.commands) std::visit(brush, command);
    LUOT_ASSERT(cairo_status(cr) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_flush(canvas.surface());
}

Canvas paintNew(const DrawList& list, const Theme& theme, Size pixels) {
    Canvas canvas(static_cast<int>(pixels.w), static_cast<int>(pixels.h));
    paint(list, theme, canvas);
    return canvas;
}

}  // namespace luot::draw
