#include "dispenser/print/TicketText.hpp"
#include "dispenser/view/Parts.hpp"

namespace luot::dispenser::view {

namespace {

using draw::Align;
using draw::Rect;
using draw::Token;
using draw::VAlign;

/// The paper may be there after all, but nobody can say so.
bool isUnsure(const Composer& page) { return page.scene.fault == hardware::printer::PrintFault::swallowed; }

void addWarning(Composer& page, const Rect& card) {
    page.add(draw::Box{
        .rect = card, .radius = 2, .fill = Token::warnSoft, .stroke = Token::warn, .strokeWidth = 0.5});
    page.add(draw::Icon{.box = {card.x + 4.6, card.centre().y - 5.5, 11, 11},
                        .name = "printx",
                        .color = Token::warn,
                        .stroke = 2});
    const auto key = hardware::printer::citizenKey(page.scene.fault);
    const auto why = key.empty() ? std::string() : page.say(key);
    std::vector<std::string> lines{page.say("kiosk.still_valid")};
    if (!why.empty() && !isUnsure(page)) lines.insert(lines.begin(), why);
    double y = card.y + (lines.size() == 1 ? 4.4 : 1.8);
    page.add(draw::Text{.box = {card.x + 19, y, card.w - 22, 7.6},
                        .text = isUnsure(page) ? why : page.sentence("error.print_failed_number", 0),
                        .size = 5.2,
                        .weight = 700,
                        .fit = {.floor = 0.7}});
    y += 7.4;
    for (auto& line : lines) {
        page.add(draw::Text{.box = {card.x + 19, y, card.w - 22, 5.4},
                            .text = std::move(line),
                            .size = 3.6,
                            .fit = {.floor = 0.8}});
        y += 5.4;
    }
}

std::string placeLine(const Composer& page, const protocol::Ticket& ticket) {
    auto line = print::serviceName(page.scene.hall, ticket.service, page.scene.language);
    const auto counters = print::counterList(page.scene.hall, ticket.service, page.scene.language);
    if (!counters.empty()) line += " · " + page.say("ticket.counters", {{"list", counters}});
    return line;
}

void addNumber(Composer& page, const protocol::Ticket& ticket, const Rect& card) {
    page.add(draw::Box{
        .rect = card, .radius = 2, .fill = Token::surface, .stroke = Token::ink, .strokeWidth = 0.6});
    page.add(draw::Text{.box = {card.x + 3, card.y + 4, card.w - 6, 6},
                        .text = page.say("kiosk.your_number"),
                        .size = 4,
                        .align = Align::centre});
    page.add(draw::Text{.box = {card.x + 3, card.y + 14, card.w - 6, 42},
                        .text = ticket.number,
                        .size = 38,
                        .weight = 700,
                        .align = Align::centre,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.6}});
    page.add(draw::Text{.box = {card.x + 3, card.y + 60, card.w - 6, 6},
                        .text = placeLine(page, ticket),
                        .size = 3.4,
                        .align = Align::centre,
                        .fit = {.floor = 0.7}});
}

void addCode(Composer& page, const protocol::Ticket& ticket) {
    constexpr Rect card{5, 115, 26, 26};
    if (ticket.trackingUrl) {
        page.add(draw::Box{.rect = card, .radius = 1.2, .fill = Token::surface, .stroke = Token::line});
        page.add(draw::Qr{.box = card.inset(0.6), .content = *ticket.trackingUrl});
    }
    page.add(draw::Icon{.box = {34.6, 117, 7.4, 7.4}, .name = "camera", .color = Token::primary});
    page.add(draw::Text{.box = {35, 125.4, 67, 13},
                        .text = page.sentence("error.print_failed_number", 2),
                        .size = 4.2,
                        .weight = 700,
                        .valign = VAlign::top,
                        .fit = {.floor = 0.8, .lines = 2, .wrapFirst = true}});
}

}  // namespace

void addPrintFault(Composer& page) {
    addHead(page);
    addWarning(page, {4, 17, 100, 22});
    if (page.scene.ticket) {
        addNumber(page, *page.scene.ticket, {4, 42, 100, 70});
        addCode(page, *page.scene.ticket);
    }
    addLabelButton(
        page, target::noted, {4, 145, 100, 15},
        {"check", page.say("kiosk.noted"), {.fill = Token::primary, .ink = Token::onPrimary, .text = 5}});
    addTimeout(page, 163.2);
    addToolBar(page);
}

}  // namespace luot::dispenser::view
