#include "display/view/CardParts.hpp"

namespace luot::display::view {

using draw::Align;
using draw::VAlign;

namespace {

constexpr double blockShare = 36.0 / 112;

void addBlock(draw::DrawList& list, const CallLine& call, const Words& words, const draw::Rect& block) {
    const CardColors colors = CardColors::of(call);
    list.add(draw::Box{
        .rect = block, .radius = cardRadius, .fill = colors.block, .corners = draw::Corners::right});
    if (call.counterHasName) {
        list.add(draw::Text{.box = block.inset(2, 2),
                            .text = call.counter,
                            .size = 7.4,
                            .weight = 700,
                            .color = colors.blockNumber,
                            .align = Align::centre,
                            .fit = {.floor = 0.6, .lines = 3, .wrapFirst = true}});
        return;
    }
    list.add(draw::Text{.box = {block.x + 1, block.y + 2.25, block.w - 2, 6},
                        .text = words.counter,
                        .size = 4.4,
                        .weight = 600,
                        .color = colors.blockWords,
                        .align = Align::centre,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.7},
                        .spacing = capitalsSpacing});
    list.add(draw::Text{.box = {block.x + 1, block.y + 11, block.w - 2, 17.6},
                        .text = call.counter,
                        .size = 20,
                        .weight = 700,
                        .color = colors.blockNumber,
                        .align = Align::centre,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.6}});
}

}  // namespace

void addHalfCall(draw::DrawList& list, const CallLine& call, const Words& words, const CardPlace& place) {
    const draw::Rect& card = place.rect;
    const CardColors colors = CardColors::of(call);
    addGround(list, card, colors.ground);
    draw::Rect left = card;
    const draw::Rect block = left.takeRight(card.w * blockShare);
    draw::Rect row{left.x + cardPadding, card.y + 2, left.w - cardPadding - 1.6, 6.4};
    if (call.priority) row.takeRight(addPill(list, words.priority, row.inset(3.8, 0), 5.4) + 5.8);
    row.takeLeft(addLabel(list, call, words, {.box = row, .text = {}, .size = 4, .color = colors.label}) +
                 2.4);
    if (row.w > 9) {
        list.add(draw::Text{.box = row,
                            .text = call.service,
                            .size = 3.6,
                            .color = colors.service,
                            .valign = VAlign::cap,
                            .fit = {.floor = 0.7}});
    }
    list.add(draw::Text{.box = {left.x + cardPadding, card.y + 9.4, left.w - cardPadding - 1.6, 20.8},
                        .text = call.number,
                        .size = 25,
                        .weight = 700,
                        .color = colors.number,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.6}});
    addBlock(list, call, words, block);
    addBorder(list, card, call.flashOn, place.style);
}

}  // namespace luot::display::view
