#include "dispenser/print/TicketText.hpp"
#include "dispenser/view/Parts.hpp"
#include "draw/text/Measure.hpp"

namespace luot::dispenser::view {

namespace {

using draw::Align;
using draw::Rect;
using draw::Token;

constexpr double tileWidth = 49.2;
constexpr double tileHeight = 16.4;
constexpr double tileGap = 1.6;
constexpr Rect firstTile{4, 35.6, tileWidth, tileHeight};

Rect tileAt(int place) {
    return firstTile.moved(place % 2 * (tileWidth + tileGap), place / 2 * (tileHeight + tileGap));
}

struct TileInks {
    Token name = Token::ink;
    Token icon = Token::primary;
    Token iconGround = Token::primarySoft;
    Token waiting = Token::ink2;
    Token nobody = Token::ok;
};

TileInks inksOf(bool pressed, bool guide) {
    if (pressed)
        return {Token::onPrimary, Token::onPrimary, Token::primary, Token::onPrimary, Token::onPrimary};
    if (guide) return {Token::primary, Token::onPrimary, Token::primary, Token::ink2, Token::ok};
    return {};
}

void addWaiting(Composer& page, const protocol::Service& service, const TileInks& inks, const Rect& line) {
    const bool nobody = service.waiting == 0;
    const auto count = std::to_string(service.waiting);
    const Token ink = nobody ? inks.nobody : inks.waiting;
    page.add(draw::Icon{.box = {line.x, line.centre().y - 1.5, 3, 3},
                        .name = nobody ? "check" : "people",
                        .color = ink,
                        .stroke = nobody ? 2.4 : 1.8});
    page.add(draw::Text{
        .box = {line.x + 3.8, line.y, line.w - 3.8, line.h},
        .text = nobody ? page.say("kiosk.wait_none") : page.say("kiosk.waiting_short", {{"n", count}}),
        .size = 2.7,
        .color = ink,
        .fit = {.floor = 0.8}});
}

void addTile(Composer& page, const protocol::Service& service, const Rect& tile) {
    const bool guide = service.id == page.scene.settings.guideService;
    const std::string id = std::string(target::service) + service.id;
    ButtonLook look{.border = Token::line, .borderWidth = 0.2, .radius = 2};
    if (guide) look = {.fill = Token::primarySoft, .borderWidth = 0.3, .radius = 2};
    addButton(page, id, tile, look);
    const auto inks = inksOf(page.pressed(id), guide);
    const Rect icon{tile.x + 2, tile.centre().y - 5.2, 10.4, 10.4};
    page.add(draw::Box{.rect = icon, .radius = 1.2, .fill = inks.iconGround});
    page.add(draw::Icon{.box = icon.inset(2.2), .name = std::string(iconOf(service.id)), .color = inks.icon});

    draw::Text name{.box = {tile.x + 14.2, 0, tile.w - 15.4, 0},
                    .text = guide ? page.say("kiosk.not_sure")
                                  : print::serviceName(page.scene.hall, service.id, page.scene.language),
                    .size = 3.4,
                    .weight = 700,
                    .color = inks.name,
                    .fit = {.floor = 0.7, .lines = 2, .wrapFirst = true}};
    constexpr double waitingHeight = 3.7;
    name.box.h = std::min(draw::text::height(name), 2 * name.size * draw::text::lineHeight);
    const double top = tile.centre().y - (name.box.h + waitingHeight) / 2;
    name.box.y = top;
    const Rect waiting{name.box.x, top + name.box.h, name.box.w, waitingHeight};
    page.add(std::move(name));
    addWaiting(page, service, inks, waiting);
}

/// Where the actions of later issues stand there is room for the way to the other tiles.
void addPaging(Composer& page) {
    const int pages = page.scene.tilePages;
    if (pages < 2) return;
    constexpr Rect row{4, 145.2, 100, 12};
    const auto number = std::to_string(page.scene.tilePage + 1);
    const auto all = std::to_string(pages);
    const auto nameOf = [&](int index) {
        const auto n = std::to_string(index + 1);
        return page.say("kiosk.page", {{"n", n}, {"m", all}});
    };
    if (page.scene.tilePage > 0)
        addLabelButton(page, target::previousPage, {row.x, row.y, 40, row.h},
                       {"back", nameOf(page.scene.tilePage - 1), {}});
    if (page.scene.tilePage + 1 < pages)
        addLabelButton(page, target::nextPage, {row.right() - 40, row.y, 40, row.h},
                       {"fwd", nameOf(page.scene.tilePage + 1), {}});
    page.add(draw::Text{.box = {row.x + 40, row.y, 20, row.h},
                        .text = number + " / " + all,
                        .size = 3.2,
                        .weight = 600,
                        .color = Token::ink2,
                        .align = Align::centre});
}

}  // namespace

void addStart(Composer& page) {
    addHead(page);
    page.add(draw::Text{.box = {4, 15.4, 100, 17.6},
                        .text = page.say("kiosk.choose_field"),
                        .size = 6,
                        .weight = 700,
                        .fit = {.floor = 0.75, .lines = 2, .wrapFirst = true}});
    int place = 0;
    for (const auto* service : kiosk::tilesOnPage(page.scene.hall, page.scene.settings, page.scene.tilePage))
        addTile(page, *service, tileAt(place++));
    addPaging(page);
    draw::Text privacy{.box = {}, .text = page.say("kiosk.privacy"), .size = 2.7, .color = Token::ink2};
    const double wide = std::min(draw::text::width(privacy), 92.0);
    const double left = 54 - (wide + 4.4) / 2;
    page.add(draw::Icon{.box = {left, 165.3, 3.4, 3.4}, .name = "check", .color = Token::ok, .stroke = 2.4});
    privacy.box = {left + 4.4, 165, wide + 0.4, 4};
    privacy.fit = {.floor = 0.8};
    page.add(std::move(privacy));
    addToolBar(page);
}

}  // namespace luot::dispenser::view
