#include "display/view/Views.hpp"
#include "draw/text/Measure.hpp"

namespace luot::display::view {

using draw::Align;
using draw::Token;
using draw::VAlign;

void addHead(draw::DrawList& list, const Scene& scene, const Layout& layout) {
    draw::Rect head = layout.head;
    draw::Rect emblem = head.takeLeft(8.4);
    list.add(draw::Icon{
        .box = {emblem.x, head.y + 0.5, 8.4, 8.4}, .name = "emblem", .color = Token::primary, .stroke = 1.8});
    head.takeLeft(2);

    draw::Text clock{.box = head,
                     .text = scene.clock,
                     .size = 7.6,
                     .weight = 700,
                     .align = Align::right,
                     .valign = VAlign::cap};
    head.takeRight(draw::text::width(clock) + 2.8);
    list.add(std::move(clock));
    draw::Text date{.box = head,
                    .text = scene.date,
                    .size = 3,
                    .color = Token::ink2,
                    .align = Align::right,
                    .valign = VAlign::cap};
    head.takeRight(draw::text::width(date) + 3);
    list.add(std::move(date));

    list.add(draw::Text{.box = {head.x, head.y, head.w, 3.6},
                        .text = scene.authority,
                        .size = 2.6,
                        .color = Token::ink2,
                        .fit = {.floor = 0.7}});
    list.add(draw::Text{.box = {head.x, head.y + 3.4, head.w, 6},
                        .text = scene.centre,
                        .size = 4.2,
                        .weight = 700,
                        .fit = {.floor = 0.7}});
}

}  // namespace luot::display::view
