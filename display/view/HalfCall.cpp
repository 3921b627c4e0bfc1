#include "display/view/CardParts.hpp"
#include "draw/text/Measure.hpp"

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

/// Label, service and pill. Gives what the service's name takes below the others: it stands between them if
/// it fits, else in a line of its own.
double addWords(draw::DrawList& list, const CallLine& call, const Words& words, const draw::Rect& left) {
    const CardColors colors = CardColors::of(call);
    draw::Rect row{left.x + cardPadding, left.y + 2, left.w - cardPadding - 1.6, 6.4};
    draw::Text service{.box = row,
                       .text = call.service,
                       .size = 3.6,
                       .color = colors.service,
                       .valign = VAlign::cap,
                       .fit = {.floor = 0.7}};
    draw::DrawList sizer;
    draw::Rect between = row;
    const draw::Text label{.box = row, .text = {}, .size = 4, .color = colors.label};
    between.takeLeft(addLabel(sizer, call, words, label) + 2.4);
    if (call.priority) between.takeRight(addPill(sizer, words.priority, between, 5.4) + 5.8);
    const bool fits = draw::text::width(service) * service.fit.floor <= between.w;
    service.box = fits ? between : draw::Rect{row.x, left.y + 7, row.w, 4.8};
    if (!fits) row = row.moved(0, -0.9);
    if (call.priority) row.takeRight(addPill(list, words.priority, row.inset(3.8, 0), 5.4) + 5.8);
    addLabel(list, call, words, {.box = row, .text = {}, .size = 4, .color = colors.label});
    list.add(std::move(service));
    return fits ? 0 : 1.8;
}

}  // namespace

void addHalfCall(draw::DrawList& list, const CallLine& call, const Words& words, const CardPlace& place) {
    const draw::Rect& card = place.rect;
    const CardColors colors = CardColors::of(call);
    addGround(list, card, colors.ground);
    draw::Rect left = card;
    const draw::Rect block = left.takeRight(card.w * blockShare);
    const double lower = addWords(list, call, words, left);
    list.add(draw::Text{.box = {left.x + cardPadding, card.y + 9.4 + lower, left.w - cardPadding - 1.6, 20.8},
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
