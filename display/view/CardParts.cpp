#include "display/view/CardParts.hpp"

#include "draw/text/Measure.hpp"

namespace luot::display::view {

using draw::Token;
using draw::VAlign;

CardColors CardColors::of(const CallLine& what) {
    using enum Token;
    if (what.flashOn) return {call, onCall, onCall, onCall, onCall, onCallBlock, call};
    if (what.dim) return {surface, ink2, ink2, ink2, primary, onPrimary, onPrimary};
    return {surface, what.recall.empty() ? primary : warn, ink2, ink, primary, onPrimary, onPrimary};
}

void addGround(draw::DrawList& list, const draw::Rect& card, Token color) {
    list.add(draw::Box{.rect = card, .radius = cardRadius, .fill = color});
}

void addBorder(draw::DrawList& list, const draw::Rect& card, bool flashOn, Style style) {
    const Token color = flashOn && !style.highContrast ? Token::call : Token::line;
    list.add(draw::Box{.rect = card, .radius = cardRadius, .stroke = color, .strokeWidth = style.border()});
}

double addLabel(draw::DrawList& list, const CallLine& call, const Words& words, const draw::Text& style) {
    draw::Text label = style;
    label.weight = 700;
    label.valign = VAlign::cap;
    label.spacing = capitalsSpacing;
    double used = 0;
    if (!call.recall.empty()) {
        const double side = style.size * 0.96;
        list.add(draw::Shape{.box = {label.box.x, label.box.centre().y - side / 2, side, side},
                             .state = draw::State::recall,
                             .color = style.color});
        used = style.size * 1.3;
        label.box.takeLeft(used);
    }
    label.text = call.recall.empty() ? words.nowCalling : call.recall;
    label.fit = {.floor = 0.7};
    used += std::min(draw::text::width(label), label.box.w);
    list.add(std::move(label));
    return used;
}

double addPill(draw::DrawList& list, const std::string& word, const draw::Rect& row, double height) {
    const double size = height * 0.53;
    draw::Text text{.box = row,
                    .text = word,
                    .size = size,
                    .weight = 700,
                    .color = Token::surface,
                    .valign = VAlign::cap};
    const double words = draw::text::width(text);
    const double diamond = height * 0.4;
    const double padding = height * 0.42;
    const double gap = height * 0.2;
    const double width = padding + diamond + gap + words + padding;
    const draw::Rect pill{row.right() - width, row.centre().y - height / 2, width, height};
    list.add(draw::Box{.rect = pill, .radius = height / 2, .fill = Token::priority});
    list.add(draw::Shape{.box = {pill.x + padding, pill.centre().y - diamond / 2, diamond, diamond},
                         .state = draw::State::priority,
                         .color = Token::surface});
    text.box = {pill.x + padding + diamond + gap, pill.y, words, height};
    list.add(std::move(text));
    return width;
}

}  // namespace luot::display::view
