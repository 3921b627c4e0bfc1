#include "dispenser/view/Parts.hpp"

namespace luot::dispenser::view {

using draw::Align;
using draw::Rect;
using draw::Token;

namespace {

struct Choice {
    std::string_view id;
    std::string_view key;
    std::string_view icon;
};

/// Both are alike in size; neither is chosen beforehand.
void addChoice(Composer& page, const Choice& choice, const Rect& rect) {
    const Token ink = addButton(page, choice.id, rect, {.borderWidth = 0.5, .radius = 2});
    page.add(draw::Icon{
        .box = {rect.x + 4.6, rect.centre().y - 4, 8, 8}, .name = std::string(choice.icon), .color = ink});
    page.add(draw::Text{.box = {rect.x + 16, rect.y, rect.w - 18, rect.h},
                        .text = page.say(choice.key),
                        .size = 4.8,
                        .weight = 700,
                        .color = ink,
                        .fit = {.floor = 0.8, .lines = 2}});
}

}  // namespace

/// What is wrong stands large; then what can be done all the same.
void addNoPaper(Composer& page) {
    addHead(page);
    addMedallion(page, {42, 20, 24, 24}, {"printx", Token::warn, Token::warnSoft});
    page.add(draw::Text{.box = {4, 48, 100, 21},
                        .text = page.say(hardware::printer::citizenKey(page.scene.fault)),
                        .size = 7.4,
                        .weight = 700,
                        .align = Align::centre,
                        .fit = {.floor = 0.7, .lines = 2, .wrapFirst = true}});
    const bool asks = page.scene.settings.withoutPaper == kiosk::WithoutPaper::ask;
    page.add(draw::Text{.box = {6, 71, 96, 18},
                        .text = asks ? page.say("kiosk.no_paper_ask") : page.sentence("error.kiosk_out", 1),
                        .size = 6,
                        .weight = 700,
                        .align = Align::centre,
                        .fit = {.floor = 0.7, .lines = 2, .wrapFirst = true}});
    if (asks) {
        addChoice(page, {target::onScreen, "kiosk.no_paper_yes", "camera"}, {4, 92, 100, 21});
        addChoice(page, {target::askStaff, "kiosk.no_paper_no", "help"}, {4, 115.7, 100, 21});
    }
    addNavigation(page);
    addToolBar(page);
}

}  // namespace luot::dispenser::view
