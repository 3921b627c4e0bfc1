#include <algorithm>

#include "dispenser/print/sheet/Sheet.hpp"
#include "draw/text/Measure.hpp"

namespace luot::dispenser::print::sheet {

namespace {

constexpr double ruleWidth = 3;        ///< dots
constexpr double shareOfAhead = 0.45;  ///< of the width; a range of times needs more than a number

}  // namespace

/// People ahead and the expected turn beside each other, with a rule between them.
void Sheet::turn(const Block& block) {
    const bool ahead = !text_.of("ahead").first.empty();
    const bool turn = !text_.of("turn").first.empty();
    if (!ahead && !turn) return;
    y_ += on(block.gap);
    const double between = on(block.size) / 2;
    const double top = y_;
    auto left = column();
    auto right = left;
    if (ahead && turn) {
        left.w = width() * shareOfAhead - margin_;
        right.x = left.right() + 2 * between;
        right.w = width() - margin_ - right.x;
    }
    double height = 0;
    if (ahead) height = turnPart(left, "ahead", block);
    if (turn) height = std::max(height, turnPart(right, "turn", block));
    y_ += height;
    white_ = 0;
    if (!ahead || !turn) return;
    const double x = left.right() + between;
    list_.add(draw::Line{.from = {x, top}, .to = {x, y_}, .color = draw::Token::ink, .width = ruleWidth});
}

/// A label and under it the value; gives the height of both.
double Sheet::turnPart(draw::Rect column, const std::string& name, const Block& block) {
    const double top = column.y;
    const draw::Text small{.box = {}, .text = {}, .size = on(block.size)};
    column.y += setBoth(column, text_.of(name + "_label"), small, block.second);
    const double letters = on(name == "ahead" ? block.ahead : block.turn);
    column.h = letters;
    list_.add(draw::Text{.box = column,
                         .text = text_.of(name).first,
                         .size = letters,
                         .weight = 700,
                         .valign = draw::VAlign::cap,
                         .fit = {.floor = 0.6}});
    column.y += letters;
    if (name == "turn")
        for (const auto& more : block.says) column.y += set(column, text_.of(more).first, small);
    return column.y - top;
}

}  // namespace luot::dispenser::print::sheet
