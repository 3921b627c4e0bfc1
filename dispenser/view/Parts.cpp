#include "dispenser/view/Parts.hpp"

#include "draw/text/Measure.hpp"

namespace luot::dispenser::view {

using draw::Align;
using draw::Rect;
using draw::Token;
using draw::VAlign;

std::string Composer::sentence(std::string_view key, std::size_t index) const {
    const auto sentences = scene.wording.list(scene.language, key);
    return index < sentences.size() ? sentences[index] : std::string();
}

draw::Token addButton(Composer& page, std::string_view id, const Rect& rect, const ButtonLook& look) {
    const bool pressed = page.pressed(id);
    page.add(draw::Box{.rect = rect,
                       .radius = look.radius,
                       .fill = pressed ? Token::primary : look.fill,
                       .stroke = pressed ? Token::primary : look.border,
                       .strokeWidth = look.borderWidth,
                       .dashed = look.dashed});
    page.touchable(std::string(id), rect);
    return pressed ? Token::onPrimary : look.ink;
}

void addLabelButton(Composer& page, std::string_view id, const Rect& rect, const Label& label) {
    const auto& look = label.look;
    const Token ink = addButton(page, id, rect, look);
    draw::Text text{
        .box = {}, .text = label.text, .size = look.text, .weight = 700, .color = ink, .fit = {.floor = 0.8}};
    const double icon = label.icon.empty() ? 0 : look.text * 1.2;
    const double gap = label.icon.empty() ? 0 : look.text * 0.5;
    const double room = rect.w - icon - gap - 2;
    const double wide = std::min(draw::text::width(text), room);
    const double left = rect.centre().x - (icon + gap + wide) / 2;
    if (icon > 0)
        page.add(draw::Icon{.box = {left, rect.centre().y - icon / 2, icon, icon},
                            .name = label.icon,
                            .color = ink,
                            .stroke = 2});
    text.box = {left + icon + gap, rect.y, wide + 0.4, rect.h};
    page.add(std::move(text));
}

void addHead(Composer& page) {
    const auto& centre = page.scene.hall.centre;
    page.add(draw::Icon{.box = {4, 3.8, 8.4, 8.4}, .name = "emblem", .color = Token::primary});
    draw::Text clock{.box = {60, 3, 44, 10},
                     .text = page.scene.clock,
                     .size = 5.6,
                     .weight = 700,
                     .align = Align::right,
                     .valign = VAlign::cap};
    const double room = 104 - 14.2 - draw::text::width(clock) - 2;
    page.add(std::move(clock));
    page.add(draw::Text{.box = {14.2, 4, room, 3.6},
                        .text = page.english() ? centre.authorityEn : centre.authorityVi,
                        .size = 2.6,
                        .color = Token::ink2,
                        .fit = {.floor = 0.7}});
    page.add(draw::Text{.box = {14.2, 7.4, room, 4.8},
                        .text = page.english() ? centre.nameEn : centre.nameVi,
                        .size = 3.2,
                        .weight = 700,
                        .fit = {.floor = 0.7}});
}

void addToolBar(Composer& page) {
    const auto& screen = page.scene.screen;
    page.add(draw::Box{.rect = {screen.x, 176.4, screen.w, screen.bottom() - 176.4}, .fill = Token::bar});
    if (page.scene.hall.centre.languages.size() == 1) return;
    const Rect tool{4, 178.4, 16.5, 11.6};
    const bool pressed = page.pressed(target::language);
    const Token ink = pressed ? Token::onPrimary : Token::onBar;
    page.add(draw::Box{.rect = tool,
                       .radius = 1.4,
                       .fill = pressed ? Token::primary : Token::bar,
                       .stroke = pressed ? Token::primary : Token::lineStrong,
                       .strokeWidth = 0.25});
    page.add(
        draw::Icon{.box = {tool.centre().x - 2.2, tool.y + 1.8, 4.4, 4.4}, .name = "globe", .color = ink});
    page.add(draw::Text{.box = {tool.x + 0.5, tool.y + 6.6, tool.w - 1, 3.8},
                        .text = page.say("kiosk.language"),
                        .size = 2.4,
                        .weight = 600,
                        .color = ink,
                        .align = Align::centre,
                        .fit = {.floor = 0.8}});
    page.touchable(std::string(target::language), tool);
}

void addNavigation(Composer& page) {
    addLabelButton(page, target::home, {4, 162, 49.2, 12}, {"home", page.say("kiosk.home"), {}});
    addLabelButton(page, target::back, {54.8, 162, 49.2, 12}, {"back", page.say("kiosk.back"), {}});
}

void addMedallion(Composer& page, const Rect& circle, const Medallion& medallion) {
    page.add(draw::Box{.rect = circle, .radius = circle.w / 2, .fill = medallion.ground});
    page.add(draw::Icon{.box = circle.inset(circle.w * 0.21),
                        .name = medallion.icon,
                        .color = medallion.ink,
                        .stroke = circle.w < 20 ? 2.6 : 1.8});
}

void addTimeout(Composer& page, double y) {
    if (!page.scene.secondsLeft) return;
    const auto seconds = std::to_string(*page.scene.secondsLeft);
    page.add(draw::Text{.box = {4, y, 100, 3.8},
                        .text = page.say("kiosk.timeout", {{"s", seconds}}),
                        .size = 2.7,
                        .color = Token::ink2,
                        .align = Align::centre});
}

}  // namespace luot::dispenser::view
