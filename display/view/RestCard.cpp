#include "display/view/CardParts.hpp"

namespace luot::display::view {

using draw::Align;
using draw::Token;

void addRest(draw::DrawList& list, const Rest& rest, const draw::Rect& card, Style style) {
    addGround(list, card, Token::surface);
    draw::Rect inner = card.inset(8, 8);
    draw::Rect foot = inner.takeBottom(13);
    list.add(draw::Icon{.box = inner.takeTop(13), .name = "emblem", .color = Token::primary});
    list.add(draw::Text{.box = inner,
                        .text = rest.centre,
                        .size = 7.4,
                        .weight = 700,
                        .align = Align::centre,
                        .fit = {.floor = 0.7, .lines = 2, .wrapFirst = true}});
    const Token color = rest.open ? Token::ok : Token::off;
    list.add(draw::Text{.box = foot,
                        .text = rest.sentence,
                        .size = 6,
                        .weight = 600,
                        .color = color,
                        .align = Align::centre,
                        .fit = {.floor = 0.7}});
    addBorder(list, card, false, style);
}

}  // namespace luot::display::view
