#include "dispenser/print/ExpectedWait.hpp"
#include "dispenser/print/TicketText.hpp"
#include "dispenser/view/Parts.hpp"
#include "draw/text/Measure.hpp"

namespace luot::dispenser::view {

namespace {

using draw::Align;
using draw::Rect;
using draw::Token;
using draw::VAlign;
using kiosk::Page;

struct Fact {
    std::string_view icon;
    std::string label;
    std::string value;
    std::string more{};  ///< below, smaller
};

std::vector<Fact> factsOf(const Composer& page, const protocol::Ticket& ticket) {
    std::vector<Fact> facts;
    if (ticket.ahead)
        facts.push_back({"people", page.say("ticket.ahead_label"), std::to_string(*ticket.ahead)});
    if (ticket.estimate) {
        const auto turn = print::expectedTurn(ticket);
        const auto wait = print::aboutWait(protocol::minuteRange(*ticket.estimate), page.scene.wording,
                                           page.scene.language);
        facts.push_back({"clock", page.say("ticket.estimate_label"), turn.empty() ? wait : turn,
                         turn.empty() ? std::string() : wait});
    }
    if (auto counters = print::counterList(page.scene.hall, ticket.service, page.scene.language);
        !counters.empty())
        facts.push_back({"home", page.say("ticket.counters_label"), std::move(counters)});
    return facts;
}

void addFact(Composer& page, const Fact& fact, const Rect& cell) {
    page.add(draw::Icon{.box = {cell.centre().x - 2.6, cell.y + 7.2, 5.2, 5.2},
                        .name = std::string(fact.icon),
                        .color = Token::primary});
    page.add(draw::Text{.box = {cell.x + 1, cell.y + 13.8, cell.w - 2, 4.2},
                        .text = fact.label,
                        .size = 2.7,
                        .color = Token::ink2,
                        .align = Align::centre,
                        .fit = {.floor = 0.8}});
    page.add(draw::Text{.box = {cell.x + 1, cell.y + 18.6, cell.w - 2, 6},
                        .text = fact.value,
                        .size = 4,
                        .weight = 700,
                        .align = Align::centre,
                        .fit = {.floor = 0.6}});
    if (!fact.more.empty())
        page.add(draw::Text{.box = {cell.x + 1, cell.y + 24.6, cell.w - 2, 4},
                            .text = fact.more,
                            .size = 2.7,
                            .align = Align::centre,
                            .fit = {.floor = 0.8}});
}

void addFacts(Composer& page, const protocol::Ticket& ticket, const Rect& card) {
    const auto facts = factsOf(page, ticket);
    if (facts.empty()) return;
    page.add(draw::Box{.rect = card, .radius = 2, .fill = Token::surface, .stroke = Token::line});
    const double wide = card.w / static_cast<double>(facts.size());
    double x = card.x;
    for (const auto& fact : facts) {
        if (x > card.x) page.add(draw::Line{.from = {x, card.y + 4.5}, .to = {x, card.bottom() - 4.5}});
        addFact(page, fact, {x, card.y, wide, card.h});
        x += wide;
    }
}

/// In the middle of `row`, as wide as its word.
void addPriorityPill(Composer& page, const Rect& row) {
    draw::Text word{.box = {},
                    .text = page.say("ticket.priority_mark"),
                    .size = 2.7,
                    .weight = 700,
                    .color = Token::surface,
                    .valign = VAlign::cap};
    const double wide = draw::text::width(word);
    const double left = row.centre().x - (wide + 3.4) / 2;
    page.add(draw::Box{
        .rect = {left - 2, row.y, wide + 7.4, row.h}, .radius = row.h / 2, .fill = Token::priority});
    page.add(draw::Shape{
        .box = {left, row.y + 1.1, 2.4, 2.4}, .state = draw::State::priority, .color = Token::surface});
    word.box = {left + 3.4, row.y, wide + 0.4, row.h};
    page.add(std::move(word));
}

/// Before the number is on disk the frame is empty: a number that was seen must exist.
void addNumber(Composer& page, const Rect& card) {
    page.add(draw::Box{
        .rect = card, .radius = 2, .fill = Token::surface, .stroke = Token::primary, .strokeWidth = 0.4});
    const auto& ticket = page.scene.ticket;
    if (!ticket) return;
    page.add(draw::Text{.box = {card.x + 3, card.y + 5, card.w - 6, 40},
                        .text = ticket->number,
                        .size = 37,
                        .weight = 700,
                        .align = Align::centre,
                        .valign = VAlign::cap,
                        .fit = {.floor = 0.6}});
    page.add(draw::Text{.box = {card.x + 3, card.y + 44, card.w - 6, 6},
                        .text = print::serviceName(page.scene.hall, ticket->service, page.scene.language),
                        .size = 3.8,
                        .align = Align::centre,
                        .fit = {.floor = 0.7}});
    if (ticket->offline)
        page.add(draw::Text{.box = {card.x + 3, card.y + 3, card.w - 6, 4.6},
                            .text = page.say("ticket.offline_mark"),
                            .size = 3.2,
                            .weight = 600,
                            .color = Token::warn,
                            .align = Align::centre,
                            .fit = {.floor = 0.8}});
    if (ticket->priority) addPriorityPill(page, {card.x, card.y + 50, card.w, 4.6});
}

/// That the result comes on the next working day is worth more than the paper's small print.
void addNextDay(Composer& page) {
    const print::TicketWords words{page.scene.wording, page.scene.language};
    const auto notice = print::nextDayNotice(*page.scene.ticket, page.scene.hall, words);
    if (notice.empty()) return;
    constexpr Rect card{4, 166.4, 100, 11.4};
    page.add(draw::Box{.rect = card, .radius = 2, .fill = Token::primarySoft});
    page.add(draw::Icon{
        .box = {card.x + 3.6, card.centre().y - 2.6, 5.2, 5.2}, .name = "calendar", .color = Token::primary});
    page.add(draw::Text{.box = {card.x + 11.4, card.y, card.w - 14, card.h},
                        .text = notice,
                        .size = 3.4,
                        .weight = 600,
                        .fit = {.floor = 0.8, .lines = 2}});
}

void addCountdown(Composer& page) {
    if (!page.scene.secondsLeft) return;
    constexpr Rect track{24, 180.8, 60, 1.2};
    const double all = static_cast<double>(page.scene.settings.ticketShown) / 1000;
    Rect left = track;
    left.w = track.w * std::min(1.0, *page.scene.secondsLeft / all);
    page.add(draw::Box{.rect = track, .radius = 0.6, .fill = Token::surface2});
    if (left.w > 1.2) page.add(draw::Box{.rect = left, .radius = 0.6, .fill = Token::primary});
    addTimeout(page, 183.4);
}

std::string_view arrowOf(std::string_view slot) {
    return slot == "left" ? "back" : slot == "right" ? "fwd" : "down";
}

}  // namespace

void addTicket(Composer& page) {
    addHead(page);
    const bool taken = page.scene.page == Page::taken;
    addMedallion(page, {45.5, 17, 17, 17},
                 {taken ? "check" : "printer", taken ? Token::ok : Token::primary,
                  taken ? Token::okSoft : Token::primarySoft});
    page.add(draw::Text{.box = {4, 36, 100, 8.6},
                        .text = page.say(taken ? "kiosk.take_ticket_heading" : "kiosk.printing"),
                        .size = taken ? 6.4 : 5,
                        .weight = 700,
                        .align = Align::centre,
                        .fit = {.floor = 0.7}});
    const auto& ticket = page.scene.ticket;
    if (ticket)
        page.add(draw::Text{.box = {4, 44.6, 100, 5.4},
                            .text = page.say("kiosk.your_number"),
                            .size = 3.8,
                            .color = Token::ink2,
                            .align = Align::centre});
    addNumber(page, {4, 52.7, 100, 56});
    if (ticket) addFacts(page, *ticket, {4, 111.7, 100, 31});
    if (!taken) return;
    page.add(draw::Text{.box = {4, 146.6, 100, 5},
                        .text = page.say(page.scene.unconfirmed ? "kiosk.if_no_paper" : "ticket.watch"),
                        .size = 3.2,
                        .weight = page.scene.unconfirmed ? 700 : 500,
                        .color = page.scene.unconfirmed ? Token::ink : Token::ink2,
                        .align = Align::centre,
                        .fit = {.floor = 0.8}});
    page.add(draw::Icon{.box = {48.5, 153.6, 11, 11},
                        .name = std::string(arrowOf(page.scene.slot)),
                        .color = Token::primary,
                        .stroke = 2.4});
    if (ticket) addNextDay(page);
    addCountdown(page);
    page.touchable(std::string(target::anywhere), page.scene.screen);
}

}  // namespace luot::dispenser::view
