#include "display/view/CardParts.hpp"

namespace luot::display::view {

using draw::Align;
using draw::Token;
using draw::VAlign;

namespace {

constexpr std::size_t rows = 6;
constexpr double headHeight = 9.5;
constexpr double padding = 3.2;

/// Diamond and arrow circle, in columns of their own so that numbers stay under each other.
void addMarks(draw::DrawList& list, const CallLine& call, const draw::Rect& row, Token recall) {
    double x = row.x + 30.4;
    if (call.priority) {
        list.add(draw::Shape{.box = {x, row.centre().y - 1.95, 3.9, 3.9},
                             .state = draw::State::priority,
                             .color = call.flashOn ? Token::onCall : Token::priority});
        x += 4.1;
    }
    if (call.recall.empty()) return;
    list.add(draw::Shape{
        .box = {x, row.centre().y - 1.75, 3.5, 3.5}, .state = draw::State::recall, .color = recall});
}

void addRow(draw::DrawList& list, const CallLine& call, const draw::Rect& row, bool last) {
    if (call.flashOn) {
        list.add(draw::Box{.rect = row,
                           .radius = last ? cardRadius : 0,
                           .fill = Token::call,
                           .corners = draw::Corners::bottom});
    }
    const Token ink = call.flashOn ? Token::onCall : Token::ink;
    const Token counter = call.flashOn ? Token::onCall : Token::primary;
    list.add(draw::Text{.box = {row.x + padding, row.y, 27, row.h},
                        .text = call.number,
                        .size = 9.2,
                        .weight = 700,
                        .color = ink,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.6}});
    addMarks(list, call, row, call.flashOn ? Token::onCall : Token::warn);
    if (call.counterHasName) {
        list.add(draw::Text{.box = {row.x + 39, row.y, row.w - 39 - padding, row.h},
                            .text = call.counter,
                            .size = 4.2,
                            .weight = 700,
                            .color = counter,
                            .align = Align::right,
                            .fit = {.floor = 0.7, .lines = 2, .wrapFirst = true}});
        return;
    }
    list.add(draw::Icon{.box = {row.right() - padding - 18.5, row.centre().y - 2.3, 4.6, 4.6},
                        .name = "fwd",
                        .color = call.flashOn ? Token::onCall : Token::lineStrong,
                        .stroke = 2});
    list.add(draw::Text{.box = {row.right() - padding - 13, row.y, 13, row.h},
                        .text = call.counter,
                        .size = 9.2,
                        .weight = 700,
                        .color = counter,
                        .align = Align::right,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.6}});
}

void addTableHead(draw::DrawList& list, const Words& words, const draw::Rect& head) {
    const draw::Rect inner = head.inset(padding, 0);
    draw::Rect left = inner;
    const draw::Rect right = left.takeRight(19);
    list.add(draw::Text{.box = left,
                        .text = words.recent,
                        .size = 3.8,
                        .weight = 700,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.7},
                        .spacing = capitalsSpacing});
    list.add(draw::Text{.box = right,
                        .text = words.counter,
                        .size = 3,
                        .weight = 600,
                        .color = Token::ink2,
                        .align = Align::right,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.7},
                        .spacing = 0.04});
}

}  // namespace

void addTable(draw::DrawList& list, const Scene& scene, const draw::Rect& card, Style style) {
    addGround(list, card, Token::surface);
    draw::Rect rest = card;
    addTableHead(list, scene.words, rest.takeTop(headHeight));
    const double height = rest.h / rows;
    if (scene.table.empty() && scene.cards.empty()) {
        list.add(draw::Text{.box = rest.inset(6, 0),
                            .text = scene.words.noCalls,
                            .size = 4.2,
                            .color = Token::ink2,
                            .align = Align::centre,
                            .fit = {.floor = 0.7, .lines = 2, .wrapFirst = true}});
    }
    for (std::size_t i = 0; i < rows; ++i) {
        const draw::Rect row = rest.takeTop(height);
        const bool filled = i < scene.table.size();
        if (filled) addRow(list, scene.table[i], row, i + 1 == rows);
        if (i <= scene.table.size()) list.add(draw::Line{.from = {row.x, row.y}, .to = {row.right(), row.y}});
    }
    addBorder(list, card, false, style);
}

}  // namespace luot::display::view
