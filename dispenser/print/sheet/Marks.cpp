#include <algorithm>

#include "dispenser/print/sheet/Sheet.hpp"
#include "draw/Canvas.hpp"
#include "draw/text/Measure.hpp"

namespace luot::dispenser::print::sheet {

namespace {

constexpr double frameWidth = 3;  ///< dots
constexpr double corner = 8;      ///< dots, radius

/// The sign before the words of a mark; none: there is no sign for it.
std::optional<draw::State> signOf(const Phrase& mark, const TicketText& text) {
    if (mark == text.of("priority")) return draw::State::priority;
    if (mark == text.of("appointment")) return draw::State::appointment;
    if (mark == text.of("offline")) return draw::State::offline;
    return std::nullopt;
}

}  // namespace

/// Set to the height of the digits, not of the line: nothing hangs below them.
void Sheet::number(const Block& block) {
    constexpr double air = 8;  // dots, for round digits that reach over the line
    y_ += on(block.gap);
    auto box = column();
    box.h = on(block.size) * draw::text::capHeight + air;
    list_.add(draw::Text{.box = box,
                         .text = text_.number,
                         .size = on(block.size),
                         .weight = 800,
                         .align = draw::Align::centre,
                         .valign = draw::VAlign::cap,
                         .fit = {.floor = 0.6}});
    white_ = 0;
    y_ += box.h;
}

void Sheet::mark(const Block& block) {
    const auto phrase = phraseOf(block);
    if (phrase.first.empty()) return;
    y_ += on(block.gap);
    auto box = column();
    box.h = on(block.height);
    bar(box, block,
        {.box = {},
         .text = phrase.first,
         .size = on(block.size),
         .weight = 700,
         .color = block.filled ? draw::Token::surface : draw::Token::ink,
         .valign = draw::VAlign::cap,
         .fit = {.floor = 0.7},
         .spacing = 0.04});
    white_ = 0;
    y_ += box.h;
}

void Sheet::bar(draw::Rect bar, const Block& block, draw::Text word) {
    const auto shape = signOf(phraseOf(block), text_);
    const double sign = shape ? word.size * 0.8 : 0;
    const double between = shape ? word.size / 3 : 0;
    const double wide = std::min(bar.w - 2 * corner - sign - between, draw::text::width(word) + 2);
    if (!block.whole) {
        const double needed = std::min(bar.w, sign + between + wide + 2 * word.size);
        bar = {bar.x + (bar.w - needed) / 2, bar.y, needed, bar.h};
    }
    if (block.filled)
        list_.add(draw::Box{.rect = bar, .radius = corner, .fill = draw::Token::ink});
    else
        list_.add(draw::Box{.rect = bar.inset(frameWidth / 2),
                            .radius = corner,
                            .stroke = draw::Token::ink,
                            .strokeWidth = frameWidth});
    const double left = bar.centre().x - (sign + between + wide) / 2;
    if (shape)
        list_.add(draw::Shape{
            .box = {left, bar.centre().y - sign / 2, sign, sign}, .state = *shape, .color = word.color});
    word.box = {left + sign + between, bar.y, wide, bar.h};
    list_.add(word);
}

/// As high as the form says, unless the paper is too narrow for that.
void Sheet::logo(const Block& block) {
    if (!paper_.logo) return;
    y_ += on(block.gap);
    auto box = column();
    const double shape = static_cast<double>(paper_.logo->height()) / paper_.logo->width();
    box.h = std::min(on(block.height), box.w * shape);
    list_.add(draw::Picture{.box = box, .name = "logo", .image = paper_.logo});
    white_ = 0;
    y_ += box.h;
}

}  // namespace luot::dispenser::print::sheet
