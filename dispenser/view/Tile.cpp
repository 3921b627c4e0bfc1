#include <fmt/format.h>

#include <algorithm>

#include "dispenser/print/ExpectedWait.hpp"
#include "dispenser/print/TicketText.hpp"
#include "dispenser/view/Parts.hpp"
#include "draw/text/Measure.hpp"

namespace luot::dispenser::view {

namespace {

using draw::Rect;
using draw::Token;

struct TileInks {
    Token name = Token::ink;
    Token icon = Token::primary;
    Token iconGround = Token::primarySoft;
    Token status = Token::ink2;
    Token nobody = Token::ok;
};

TileInks inksOf(bool pressed, bool guide, bool open) {
    if (pressed)
        return {Token::onPrimary, Token::onPrimary, Token::primary, Token::onPrimary, Token::onPrimary};
    if (!open) return {Token::off, Token::off, Token::offSoft, Token::off, Token::off};
    if (guide) return {Token::primary, Token::onPrimary, Token::primary, Token::ink2, Token::ok};
    return {};
}

ButtonLook lookOf(bool guide, bool open) {
    if (!open) return {.fill = Token::offSoft, .border = Token::lineStrong, .radius = 2, .dashed = true};
    if (guide) return {.fill = Token::primarySoft, .radius = 2};
    return {.border = Token::line, .borderWidth = 0.2, .radius = 2};
}

/// The line below the name: what awaits those who press here.
struct Status {
    std::string icon;
    std::string text;
    bool good = false;
};

/// Others work, but nobody who serves it.
bool counterIsAway(const protocol::Hall& hall, const protocol::Service& service) {
    const auto works = [](const auto& counter) { return counter.state == "open"; };
    const auto serves = [&](const auto& counter) {
        return std::find(service.counters.begin(), service.counters.end(), counter.number) !=
               service.counters.end();
    };
    return std::any_of(hall.counters.begin(), hall.counters.end(), works) &&
           std::none_of(hall.counters.begin(), hall.counters.end(),
                        [&](const auto& counter) { return works(counter) && serves(counter); });
}

/// "13:15", with the date when that is not today.
std::string momentOf(const Scene& scene, base::Instant moment) {
    const auto date = base::dateOf(moment);
    const auto clock = base::formatClock(moment);
    if (date == base::dateOf(scene.now)) return clock;
    return fmt::format("{} {:02}/{:02}", clock, static_cast<unsigned>(date.day()),
                       static_cast<unsigned>(date.month()));
}

Status statusOf(const Composer& page, const protocol::Service& service) {
    const auto& scene = page.scene;
    if (!service.open) {
        if (!service.opensAt) return {"pause", page.say("kiosk.field_closed_short")};
        const auto time = momentOf(scene, *service.opensAt);
        return {"pause", page.say("kiosk.closed_until", {{"time", time}})};
    }
    if (scene.countsAreOld) return {};
    const auto count = std::to_string(service.waiting);
    if (counterIsAway(scene.hall, service)) return {"pause", page.say("kiosk.counter_away")};
    const auto wait = service.estimate ? protocol::minuteRange(*service.estimate) : protocol::MinuteRange{};
    if (service.waiting == 0 && wait.to == 0) return {"check", page.say("kiosk.wait_none"), true};
    if (wait.to == 0) return {"people", page.say("kiosk.waiting_short", {{"n", count}})};
    const auto minutes = print::waitText(wait, scene.wording, scene.language);
    return {"people", page.say("kiosk.waiting_estimate", {{"n", count}, {"wait", minutes}})};
}

void addStatus(Composer& page, const protocol::Service& service, const TileInks& inks, const Rect& line) {
    const auto status = statusOf(page, service);
    if (status.text.empty()) return;
    const Token ink = status.good ? inks.nobody : inks.status;
    page.add(draw::Icon{.box = {line.x, line.centre().y - 1.5, 3, 3},
                        .name = status.icon,
                        .color = ink,
                        .stroke = status.icon == "people" ? 1.8 : 2.4});
    page.add(draw::Text{.box = {line.x + 3.8, line.y, line.w - 3.8, line.h},
                        .text = status.text,
                        .size = 2.7,
                        .color = ink,
                        .fit = {.floor = 0.8}});
}

}  // namespace

void addTile(Composer& page, const protocol::Service& service, const Rect& tile) {
    const bool guide = service.id == page.scene.settings.guideService;
    const std::string id = std::string(target::service) + service.id;
    addButton(page, id, tile, lookOf(guide, service.open));
    const auto inks = inksOf(page.pressed(id), guide, service.open);
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
    const double statusHeight = page.scene.countsAreOld && service.open ? 0 : 3.7;
    name.box.h = std::min(draw::text::height(name), 2 * name.size * draw::text::lineHeight);
    const double top = tile.centre().y - (name.box.h + statusHeight) / 2;
    name.box.y = top;
    const Rect status{name.box.x, top + name.box.h, name.box.w, statusHeight};
    page.add(std::move(name));
    addStatus(page, service, inks, status);
}

}  // namespace luot::dispenser::view
