#include "display/view/CardParts.hpp"
#include "draw/text/Measure.hpp"

namespace luot::display::view {

using draw::Align;
using draw::VAlign;

namespace {

constexpr double rowHeight = 12;
constexpr double barHeight = 19;

void addLabelRow(draw::DrawList& list, const CallLine& call, const Words& words, draw::Rect row) {
    const CardColors colors = CardColors::of(call);
    draw::Rect right = row;
    right.takeLeft(addLabel(list, call, words, {.box = row, .text = {}, .size = 5.4, .color = colors.label}) +
                   3);
    draw::Text service{.box = right,
                       .text = call.service,
                       .size = 4.4,
                       .color = colors.service,
                       .align = Align::right,
                       .valign = VAlign::cap,
                       .fit = {.floor = 0.7}};
    if (call.priority) {
        // The pill stands before the service's name, which gives way.
        draw::DrawList sizer;
        const double pill = addPill(sizer, words.priority, right, 6.6);
        service.box.takeLeft(pill + 2.4);
        const double name = draw::text::place(service).logical.w;
        right.takeRight(name > 0 ? name + 2.4 : 0);
        addPill(list, words.priority, right, 6.6);
    }
    list.add(std::move(service));
}

void addBar(draw::DrawList& list, const CallLine& call, const Words& words, const draw::Rect& bar) {
    const CardColors colors = CardColors::of(call);
    list.add(
        draw::Box{.rect = bar, .radius = cardRadius, .fill = colors.block, .corners = draw::Corners::bottom});
    draw::Rect inner = bar.inset(cardPadding, 0);
    if (call.counterHasName) {
        list.add(draw::Text{.box = inner,
                            .text = call.counter,
                            .size = 16,
                            .weight = 700,
                            .color = colors.blockNumber,
                            .align = Align::centre,
                            .valign = VAlign::cap,
                            .fit = {.floor = 0.4}});
        return;
    }
    draw::Text counter{.box = inner,
                       .text = call.counter,
                       .size = 16,
                       .weight = 700,
                       .color = colors.blockNumber,
                       .align = Align::right,
                       .valign = VAlign::cap};
    inner.takeRight(draw::text::width(counter) + 2.4);
    list.add(std::move(counter));
    const draw::Rect arrow = inner.takeRight(9);
    list.add(draw::Icon{.box = {arrow.x, bar.centre().y - 4.5, 9, 9},
                        .name = "fwd",
                        .color = colors.blockWords,
                        .stroke = 2.2});
    list.add(draw::Text{.box = inner,
                        .text = words.goTo,
                        .size = 7.4,
                        .weight = 600,
                        .color = colors.blockWords,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.7},
                        .spacing = 0.02});
}

}  // namespace

void addBigCall(draw::DrawList& list, const CallLine& call, const Words& words, const CardPlace& place) {
    const draw::Rect& card = place.rect;
    const CardColors colors = CardColors::of(call);
    addGround(list, card, colors.ground);
    draw::Rect inner = card;
    const draw::Rect bar = inner.takeBottom(barHeight);
    draw::Rect row = inner.takeTop(rowHeight).inset(cardPadding, 0);
    addLabelRow(list, call, words, row.moved(0, 0.7));
    list.add(draw::Text{.box = inner.inset(cardPadding, 0),
                        .text = call.number,
                        .size = 40,
                        .weight = 700,
                        .color = colors.number,
                        .align = Align::centre,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.6}});
    addBar(list, call, words, bar);
    addBorder(list, card, call.flashOn, place.style);
}

}  // namespace luot::display::view
