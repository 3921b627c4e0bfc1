#include "dispenser/view/Parts.hpp"

namespace luot::dispenser::view {

namespace {

using draw::Rect;
using draw::Token;

void addGroups(Composer& page, const Rect& card) {
    const auto& centre = page.scene.hall.centre;
    const auto& groups = page.english() ? centre.priorityGroupsEn : centre.priorityGroupsVi;
    page.add(draw::Box{.rect = card, .radius = 2, .fill = Token::surface, .stroke = Token::line});
    if (groups.empty()) return;
    const double row = std::min(9.8, (card.h - 3) / static_cast<double>(groups.size()));
    double y = card.centre().y - row * static_cast<double>(groups.size()) / 2;
    for (const auto& group : groups) {
        if (&group != &groups.front())
            page.add(draw::Line{.from = {card.x + 3.7, y}, .to = {card.right() - 3.7, y}, .width = 0.15});
        page.add(draw::Shape{.box = {card.x + 3.9, y + row / 2 - 1.6, 3.2, 3.2},
                             .state = draw::State::priority,
                             .color = Token::priority});
        page.add(draw::Text{.box = {card.x + 9.6, y, card.w - 12, row},
                            .text = group,
                            .size = 4,
                            .fit = {.floor = 0.7, .lines = 2}});
        y += row;
    }
}

struct Answer {
    std::string_view id;
    std::string_view key;
    draw::State shape;
    Token color;
};

/// Both answers are alike in size; neither is chosen beforehand.
void addAnswer(Composer& page, const Answer& answer, const Rect& rect) {
    const Token ink =
        addButton(page, answer.id, rect,
                  {.ink = answer.color, .border = answer.color, .borderWidth = 0.5, .radius = 2});
    page.add(
        draw::Shape{.box = {rect.x + 4.4, rect.centre().y - 4, 8, 8}, .state = answer.shape, .color = ink});
    page.add(draw::Text{.box = {rect.x + 15.6, rect.y, rect.w - 18, rect.h},
                        .text = page.say(answer.key),
                        .size = 5,
                        .weight = 700,
                        .color = ink,
                        .fit = {.floor = 0.8, .lines = 2}});
}

}  // namespace

void addPriorityQuestion(Composer& page) {
    addHead(page);
    page.add(draw::Text{.box = {4, 16.6, 100, 17},
                        .text = page.say("kiosk.priority_ask"),
                        .size = 6,
                        .weight = 700,
                        .fit = {.floor = 0.75, .lines = 2, .wrapFirst = true}});
    addGroups(page, {4, 36, 100, 52});
    addAnswer(page, {target::yes, "kiosk.priority_yes", draw::State::priority, Token::priority},
              {4, 92, 100, 21});
    addAnswer(page, {target::no, "kiosk.priority_no", draw::State::ready, Token::primary},
              {4, 115.7, 100, 21});
    page.add(draw::Icon{.box = {4.2, 139.8, 3.6, 3.6}, .name = "doc", .color = Token::ink2});
    page.add(draw::Text{.box = {9.6, 139.4, 94, 4.4},
                        .text = page.say("kiosk.priority_check"),
                        .size = 2.9,
                        .color = Token::ink2,
                        .fit = {.floor = 0.8, .lines = 2}});
    addNavigation(page);
    addToolBar(page);
}

}  // namespace luot::dispenser::view
