#include <algorithm>

#include "display/view/Views.hpp"
#include "draw/text/Measure.hpp"

namespace luot::display::view {

using draw::Token;

namespace {

constexpr double textLeft = 6.6;  ///< after the icon
constexpr double between = 6.2;   ///< from one fact to the next; the line stands in the middle

/// As many values as fit the width, the first always.
draw::Text valueOf(const Fact& fact, const draw::Rect& box) {
    draw::Text text{
        .box = box, .text = fact.values.front(), .size = 4.2, .weight = 700, .fit = {.floor = 0.8}};
    for (std::size_t i = 1; i < fact.values.size(); ++i) {
        draw::Text longer = text;
        longer.text += " · " + fact.values[i];
        if (draw::text::width(longer) > box.w) break;
        text = std::move(longer);
    }
    return text;
}

}  // namespace

void addFacts(draw::DrawList& list, const std::vector<Fact>& facts, const draw::Rect& area) {
    double x = area.x;
    for (const Fact& fact : facts) {
        if (fact.values.empty()) continue;
        const double room = area.right() - x - textLeft;
        if (room < 12) return;
        draw::Text label{.box = {x + textLeft, area.y + 0.8, room, 4.8},
                         .text = fact.label,
                         .size = 2.7,
                         .color = Token::ink2,
                         .fit = {.floor = 0.8}};
        draw::Text value = valueOf(fact, {x + textLeft, area.y + 4.7, room, 6});
        const double wanted = std::max(draw::text::width(label), draw::text::width(value)) + 0.1;
        label.box.w = value.box.w = std::min(wanted, room);
        if (x > area.x) {
            list.add(draw::Line{.from = {x - between / 2, area.y}, .to = {x - between / 2, area.bottom()}});
        }
        list.add(
            draw::Icon{.box = {x, area.centre().y - 2.5, 5, 5}, .name = fact.icon, .color = Token::primary});
        x = label.box.right() + between;
        list.add(std::move(label));
        list.add(std::move(value));
    }
}

}  // namespace luot::display::view
