#include "counter-client/view/Sheet.hpp"

#include <fmt/format.h>

#include <cmath>

#include "draw/text/Measure.hpp"

namespace luot::counterclient::view {

namespace {

constexpr double haloWidth = 2;
constexpr double ringWidth = 3;

draw::Text textOf(const draw::Rect& box, std::string what, const Style& style) {
    draw::Text text;
    text.box = box;
    text.text = std::move(what);
    text.size = style.size;
    text.weight = style.weight;
    text.color = style.color;
    text.align = style.align;
    text.fit = style.fit;
    return text;
}

}  // namespace

void Sheet::text(const draw::Rect& box, std::string what, const Style& style) {
    if (!what.empty()) face_.list.add(textOf(box, std::move(what), style));
}

void Sheet::number(const draw::Rect& box, std::string what, const Style& style) {
    auto text = textOf(box, std::move(what), style);
    text.valign = draw::VAlign::cap;
    face_.list.add(std::move(text));
}

void Sheet::box(const draw::Rect& rect, double radius, draw::Token fill) {
    draw::Box box;
    box.rect = rect;
    box.radius = radius;
    box.fill = fill;
    face_.list.add(box);
}

void Sheet::card(const draw::Rect& rect) {
    box(rect, cardRadius, draw::Token::surface);
    frame(rect, cardRadius, draw::Token::line, 1);
}

void Sheet::frame(const draw::Rect& rect, double radius, draw::Token stroke, double width) {
    draw::Box box;
    box.rect = rect;
    box.radius = radius;
    box.stroke = stroke;
    box.strokeWidth = width;
    face_.list.add(box);
}

void Sheet::focus(const draw::Rect& rect, double radius) {
    frame(rect.inset(-haloWidth), radius + haloWidth, draw::Token::focusHalo, haloWidth);
    frame(rect.inset(-haloWidth - ringWidth), radius + haloWidth + ringWidth, draw::Token::focus, ringWidth);
}

void Sheet::icon(const draw::Rect& box, std::string_view name, draw::Token color) {
    face_.list.add(draw::Icon{box, std::string(name), color});
}

void Sheet::shape(const draw::Rect& box, draw::State state, draw::Token color) {
    face_.list.add(draw::Shape{box, state, color});
}

void Sheet::line(double y, draw::Token color) {
    face_.list.add(draw::Line{{0, y}, {windowSize.w, y}, color, 1});
}

double widthOf(const std::string& what, const Style& style) {
    return std::ceil(draw::text::width(textOf({}, what, style)));
}

std::string clockText(std::int64_t seconds) {
    if (seconds >= 3600)
        return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace luot::counterclient::view
