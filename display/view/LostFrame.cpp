#include "display/view/CardParts.hpp"
#include "draw/text/Measure.hpp"

namespace luot::display::view {

using draw::Align;
using draw::Token;
using draw::VAlign;

namespace {

void addMessage(draw::DrawList& list, const Lost& lost, const draw::Rect& card) {
    list.add(draw::Box{.rect = card,
                       .radius = cardRadius,
                       .fill = Token::warnSoft,
                       .stroke = Token::warn,
                       .strokeWidth = 0.5});
    draw::Rect inner = card.inset(6.4, 0);
    const draw::Rect sign = inner.takeLeft(15);
    list.add(draw::Shape{.box = {sign.x, card.centre().y - 7.5, 15, 15},
                         .state = lost.offline ? draw::State::offline : draw::State::warn,
                         .color = Token::warn});
    inner.takeLeft(5.2);
    list.add(draw::Text{.box = {inner.x, card.y + 5.6, inner.w, 12.6},
                        .text = lost.headline,
                        .size = 9,
                        .weight = 700,
                        .fit = {.floor = 0.6}});
    list.add(draw::Text{.box = {inner.x, card.y + 17.6, inner.w, 7},
                        .text = lost.sentence,
                        .size = 4.6,
                        .fit = {.floor = 0.7}});
}

/// Counter and, before a number, its word, at the right of the cell, which keeps the rest.
void addCellCounter(draw::DrawList& list, const CallLine& call, const Words& words, draw::Rect& cell) {
    draw::Text counter{.box = cell,
                       .text = call.counter,
                       .size = 12,
                       .weight = 700,
                       .color = Token::ink2,
                       .align = Align::right,
                       .valign = VAlign::cap,
                       .fit = {.floor = 0.6}};
    if (call.counterHasName) {
        counter.size = 4.2;
        counter.box.takeLeft(45);
        counter.fit.lines = 2;
    }
    cell.takeRight(draw::text::place(counter).logical.w + 3.2);
    list.add(std::move(counter));
    if (call.counterHasName) return;
    draw::Text word{.box = cell,
                    .text = words.counter,
                    .size = 3.4,
                    .color = Token::ink2,
                    .align = Align::right,
                    .valign = VAlign::cap,
                    .spacing = 0.03};
    cell.takeRight(draw::text::width(word) + 3);
    list.add(std::move(word));
}

void addCell(draw::DrawList& list, const CallLine& call, const Words& words, draw::Rect cell) {
    cell = cell.inset(5, 0);
    addCellCounter(list, call, words, cell);
    const draw::Rect arrow = cell.takeRight(6.6);
    list.add(draw::Icon{.box = {arrow.x, cell.centre().y - 3.3, 6.6, 6.6},
                        .name = "fwd",
                        .color = Token::lineStrong,
                        .stroke = 2});
    draw::Text number{.box = cell,
                      .text = call.number,
                      .size = 12,
                      .weight = 700,
                      .color = Token::ink2,
                      .valign = VAlign::cap,
                      .fit = {.floor = 0.6}};
    const double end = draw::text::place(number).logical.right();
    list.add(std::move(number));
    if (call.priority && end + 7 < cell.right()) {
        list.add(draw::Shape{.box = {end + 2.6, cell.centre().y - 2.2, 4.4, 4.4},
                             .state = draw::State::priority,
                             .color = Token::priority});
    }
}

void addOldCallsHead(draw::DrawList& list, const Scene& scene, const draw::Rect& head) {
    draw::Rect inner = head.inset(4.2, 0);
    draw::Text time{.box = inner,
                    .text = scene.lost->asOf,
                    .size = 3.2,
                    .color = Token::ink2,
                    .align = Align::right,
                    .valign = VAlign::cap};
    inner.takeRight(draw::text::width(time) + 1.2);
    list.add(std::move(time));
    const draw::Rect clock = inner.takeRight(3.9);
    list.add(draw::Icon{
        .box = {clock.x, head.centre().y - 1.95, 3.9, 3.9}, .name = "clock", .color = Token::ink2});
    list.add(draw::Text{.box = inner,
                        .text = scene.words.recent,
                        .size = 3.8,
                        .weight = 700,
                        .color = Token::ink2,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.7},
                        .spacing = capitalsSpacing});
}

void addOldCalls(draw::DrawList& list, const Scene& scene, const draw::Rect& card, Style style) {
    addGround(list, card, Token::surface);
    draw::Rect grid = card;
    addOldCallsHead(list, scene, grid.takeTop(9.5));
    const draw::Size cell{grid.w / 2, grid.h / 2};
    const std::size_t count = std::min<std::size_t>(scene.table.size(), 4);
    for (std::size_t i = 0; i < count; ++i) {
        addCell(list, scene.table[i], scene.words,
                {grid.x + cell.w * static_cast<double>(i % 2), grid.y + cell.h * static_cast<double>(i / 2),
                 cell.w, cell.h});
    }
    list.add(draw::Line{.from = {grid.x, grid.y}, .to = {grid.right(), grid.y}});
    list.add(draw::Line{.from = {grid.x, grid.centre().y}, .to = {grid.right(), grid.centre().y}});
    list.add(draw::Line{.from = {grid.centre().x, grid.y}, .to = {grid.centre().x, grid.bottom()}});
    addBorder(list, card, false, style);
}

}  // namespace

void addLostFrame(draw::DrawList& list, const Scene& scene, const draw::Rect& body, Style style) {
    draw::Rect rest = body;
    addMessage(list, *scene.lost, rest.takeTop(30));
    rest.takeTop(3);
    if (!scene.table.empty()) addOldCalls(list, scene, rest, style);
}

}  // namespace luot::display::view
