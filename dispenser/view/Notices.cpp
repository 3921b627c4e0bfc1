#include <algorithm>

#include "dispenser/print/TicketText.hpp"
#include "dispenser/view/Parts.hpp"

namespace luot::dispenser::view {

namespace {

using draw::Align;
using draw::Rect;
using draw::Token;
using draw::VAlign;

constexpr Rect medallion{42, 30, 24, 24};

/// "Nghỉ trưa." is a heading here.
std::string heading(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

struct Closing {
    std::string_view key;
    std::string_view icon;
};

/// Today's queue lives and goes on today: lunch. It has not begun: too early. Else the day is over.
Closing closingOf(const Scene& scene) {
    const auto& next = scene.hall.nextSession;
    const bool today = next && base::dateOf(*next) == base::dateOf(scene.now);
    if (!today) return {"kiosk.closed", "minus"};
    return scene.hall.open ? Closing{"kiosk.lunch", "lunch"} : Closing{"kiosk.not_open", "clock"};
}

void addBig(Composer& page, double y, const std::string& text, Token color) {
    page.add(draw::Text{.box = {4, y, 100, 13},
                        .text = text,
                        .size = 8.6,
                        .weight = 700,
                        .color = color,
                        .align = Align::centre,
                        .fit = {.floor = 0.6}});
}

std::string longDate(const Composer& page, base::Instant instant) {
    const auto date = base::dateOf(instant);
    const std::chrono::weekday weekday{std::chrono::sys_days(date)};
    const auto day = std::to_string(static_cast<unsigned>(date.day()));
    const auto month = std::to_string(static_cast<unsigned>(date.month()));
    const auto year = std::to_string(static_cast<int>(date.year()));
    const auto name = page.sentence("common.weekdays", weekday.iso_encoding() - 1);
    return page.say("common.date_long", {{"weekday", name}, {"day", day}, {"month", month}, {"year", year}});
}

void addNext(Composer& page, const std::optional<base::Instant>& next) {
    if (!next) return;
    page.add(draw::Text{.box = {4, 70.6, 100, 7},
                        .text = page.say("kiosk.working_again"),
                        .size = 4.6,
                        .align = Align::centre});
    page.add(draw::Text{.box = {4, 80, 100, 24},
                        .text = base::formatClock(*next),
                        .size = 25,
                        .weight = 700,
                        .align = Align::centre,
                        .valign = VAlign::cap});
    if (base::dateOf(*next) != base::dateOf(page.scene.now))
        page.add(draw::Text{.box = {4, 104.4, 100, 6.4},
                            .text = longDate(page, *next),
                            .size = 4.4,
                            .weight = 600,
                            .align = Align::centre});
}

void addHomeButton(Composer& page) {
    addLabelButton(
        page, target::home, {4, 145, 100, 15},
        {"home", page.say("kiosk.home"), {.fill = Token::primary, .ink = Token::onPrimary, .text = 5}});
}

void addCard(Composer& page, const Rect& card, std::string_view icon, const std::string& text) {
    page.add(draw::Box{
        .rect = card, .radius = 2, .fill = Token::okSoft, .stroke = Token::ok, .strokeWidth = 0.15});
    page.add(draw::Icon{.box = {card.x + 4, card.centre().y - 3.6, 7.2, 7.2},
                        .name = std::string(icon),
                        .color = Token::ok,
                        .stroke = 2.4});
    page.add(draw::Text{.box = {card.x + 14, card.y, card.w - 17, card.h},
                        .text = text,
                        .size = 4.6,
                        .weight = 700,
                        .fit = {.floor = 0.8, .lines = 2}});
}

}  // namespace

void addClosed(Composer& page) {
    addHead(page);
    const auto closing = closingOf(page.scene);
    const bool over = closing.key == "kiosk.closed";
    addMedallion(page, medallion,
                 {std::string(closing.icon), over ? Token::off : Token::primary,
                  over ? Token::offSoft : Token::primarySoft});
    addBig(page, 57.6, heading(page.sentence(closing.key, 0)), over ? Token::off : Token::primary);
    addNext(page, page.scene.hall.nextSession);
    if (closing.key == "kiosk.lunch")
        addCard(page, {4, 112, 100, 20}, "check", page.sentence("display.lunch", 2));
    addToolBar(page);
}

void addFieldClosed(Composer& page) {
    addHead(page);
    addMedallion(page, medallion, {"pause", Token::off, Token::offSoft});
    const auto& services = page.scene.hall.services;
    const auto found = std::find_if(services.begin(), services.end(),
                                    [&](const auto& one) { return one.id == page.scene.service; });
    page.add(draw::Text{.box = {4, 55, 100, 15},
                        .text = print::serviceName(page.scene.hall, page.scene.service, page.scene.language),
                        .size = 6.4,
                        .weight = 700,
                        .align = Align::centre,
                        .fit = {.floor = 0.7, .lines = 2}});
    if (found != services.end()) addNext(page, found->opensAt);
    page.add(draw::Text{.box = {8, 114, 92, 14},
                        .text = page.say("kiosk.field_closed"),
                        .size = 4.6,
                        .align = Align::centre,
                        .valign = VAlign::top,
                        .fit = {.floor = 0.8, .lines = 2, .wrapFirst = true}});
    addHomeButton(page);
    addTimeout(page, 163.2);
    addToolBar(page);
}

/// What to do now stands large, why smaller.
void addOutOfService(Composer& page) {
    addHead(page);
    addMedallion(page, medallion, {"wifioff", Token::warn, Token::warnSoft});
    page.add(draw::Text{.box = {8, 62, 92, 32},
                        .text = page.sentence("error.kiosk_out", 1),
                        .size = 8,
                        .weight = 700,
                        .align = Align::centre,
                        .fit = {.floor = 0.7, .lines = 3, .wrapFirst = true}});
    page.add(draw::Text{.box = {8, 98, 92, 14},
                        .text = page.sentence("error.kiosk_out", 0),
                        .size = 4.6,
                        .color = Token::ink2,
                        .align = Align::centre,
                        .valign = VAlign::top,
                        .fit = {.floor = 0.8, .lines = 2}});
    addToolBar(page);
}

void addRefusal(Composer& page) {
    addHead(page);
    addMedallion(page, medallion, {"warn", Token::warn, Token::warnSoft});
    addBig(page, 58, page.say("kiosk.no_number"), Token::ink);
    page.add(draw::Text{.box = {8, 74, 92, 40},
                        .text = page.scene.refusal,
                        .size = 4.6,
                        .align = Align::centre,
                        .valign = VAlign::top,
                        .fit = {.floor = 0.7, .lines = 5, .wrapFirst = true}});
    addHomeButton(page);
    addTimeout(page, 163.2);
    addToolBar(page);
}

void addTimeoutCard(Composer& page) {
    if (!page.scene.secondsLeft) return;
    constexpr Rect card{8, 66, 92, 46};
    page.add(draw::Box{
        .rect = card, .radius = 2, .fill = Token::surface, .stroke = Token::primary, .strokeWidth = 0.5});
    const auto seconds = std::to_string(*page.scene.secondsLeft);
    page.add(draw::Text{.box = {card.x + 4, card.y + 4, card.w - 8, 18},
                        .text = page.say("kiosk.timeout", {{"s", seconds}}),
                        .size = 4.6,
                        .weight = 700,
                        .align = Align::centre,
                        .fit = {.floor = 0.8, .lines = 2, .wrapFirst = true}});
    page.out.targets.clear();
    addLabelButton(
        page, target::stay, {card.x + 12, card.bottom() - 19, card.w - 24, 15},
        {"", page.say("kiosk.continue"), {.fill = Token::primary, .ink = Token::onPrimary, .text = 5}});
}

}  // namespace luot::dispenser::view
