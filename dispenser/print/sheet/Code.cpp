#include <algorithm>
#include <cmath>

#include "dispenser/print/sheet/Sheet.hpp"
#include "draw/image/Qr.hpp"

namespace luot::dispenser::print::sheet {

namespace {

using draw::image::QrCode;

/// With its quiet zone, dots; 0: there is no code.
double sideOf(const std::string& url, double module) {
    if (url.empty()) return 0;
    const auto code = draw::image::qrCode(url);
    return code ? (code->side + 2 * QrCode::quietZone) * module : 0;
}

draw::Qr codeIn(const draw::Rect& box, const std::string& url) {
    return {.box = box, .content = url, .dark = draw::Token::ink, .light = draw::Token::surface};
}

}  // namespace

/// The quiet zone reaches into the margins and into what is white above it.
void Sheet::code(const Block& block) {
    const double module = on(block.module);
    const double side = sideOf(text_.trackingUrl, module);
    if (side == 0 || side > width() || !block.beside) return under(block);
    y_ += on(block.gap);
    const double overlap = std::min(white_ + on(block.gap), QrCode::quietZone * module);
    list_.add(codeIn({0, y_ - overlap, side, side}, text_.trackingUrl));
    const double below = paragraphs({side, y_, width() - margin_ - side, 0}, block, draw::Align::left);
    const double end = y_ - overlap + side;
    y_ = std::max(end, below);
    white_ = end >= below ? QrCode::quietZone * module : 0;
}

/// The code alone on its rows, so that they are short, and the words under it.
void Sheet::under(const Block& block) {
    const double module = on(block.module);
    const double side = sideOf(text_.trackingUrl, module);
    y_ += on(block.gap);
    if (side > 0 && side <= width()) {
        const double overlap = std::min(white_ + on(block.gap), QrCode::quietZone * module);
        const double left = std::floor((width() - side) / 16) * 8;  // a whole byte
        list_.add(codeIn({left, y_ - overlap, side, side}, text_.trackingUrl));
        y_ += side - overlap;
    }
    y_ = paragraphs(column(), block, draw::Align::centre);
}

/// Each on lines of its own, the last one bold; gives where they end.
double Sheet::paragraphs(draw::Rect column, const Block& block, draw::Align align) {
    const double letters = on(block.size);
    for (const auto& name : block.says) {
        const bool last = &name == &block.says.back();
        const double height =
            set(column, text_.of(name).first,
                {.box = {}, .text = {}, .size = letters, .weight = last ? 700 : 500, .align = align});
        column.y += height;
        if (height > 0 && !last && align == draw::Align::left) column.y += letters / 3;
    }
    return column.y;
}

}  // namespace luot::dispenser::print::sheet
