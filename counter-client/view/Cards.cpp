#include "counter-client/hall/Choices.hpp"
#include "counter-client/view/Parts.hpp"

namespace luot::counterclient::view {

namespace {

using draw::Align;
using draw::Token;

constexpr double inner = 15;  ///< from a card's edge to its text
constexpr double left = bodyLeft + inner;
constexpr double right = bodyLeft + bodyWidth - inner;
constexpr double width = right - left;
constexpr double label = 13;
constexpr double oneLine = 20;
constexpr double twoLines = 36;  ///< a reason may name those who were passed over
constexpr double space = 14;     ///< between the figures of a ticket

std::string minutesSince(base::Instant since, base::Instant now) {
    return std::to_string(hall::secondsSince(since, now) / 60);
}

void drawPriorityPill(Sheet& sheet, double top) {
    const auto text = sheet.words()("display.priority");
    const double w = widthOf(text, {13, 600}) + 38;
    const draw::Rect pill{right - w, top, w, 24};
    sheet.box(pill, 12, Token::priority);
    sheet.shape({pill.x + 10, top + 7, 10, 10}, draw::State::priority, Token::surface);
    sheet.text({pill.x + 25, top, w - 30, 24}, text, {13, 600, Token::surface});
}

/// Since the call while the visitor is awaited, since the start while being served.
base::Instant timerStart(const hall::Situation& here) {
    const auto& ticket = *here.ticket;
    if (here.mode == hall::CounterMode::serving && ticket.startedAt) return *ticket.startedAt;
    return ticket.lastCalledAt.value_or(ticket.issuedAt);
}

/// "Waited 12 minutes   Dossiers: 3   Called once", each figure strong after its word.
void drawFigures(Sheet& sheet, const protocol::Ticket& ticket, double top) {
    const auto& words = sheet.words();
    const auto called = ticket.calledAt.value_or(sheet.serverNow());
    const auto waited =
        ticket.waitedS ? std::to_string(*ticket.waitedS / 60) : minutesSince(ticket.issuedAt, called);
    double x = left;
    const auto put = [&](const std::string& text) {
        const Style style{label, 400, Token::ink2};
        const double w = widthOf(text, style);
        sheet.text({x, top, std::min(w, right - x), 18}, text, style);
        x += w + space;
    };
    // While the number is called its reason says it too, with what the call counted.
    const bool said =
        sheet.desk().situation().mode == hall::CounterMode::calling && !sheet.desk().reason().empty();
    if (!said) put(words("clerk.waited", {{"n", waited}}));
    put(words("clerk.dossiers", {{"n", std::to_string(ticket.dossiers)}}));
    put(words("clerk.called_times", {{"n", std::to_string(ticket.calls)}}));
}

/// Whether anybody in the hall could see the call.
void drawEcho(Sheet& sheet, const protocol::Ticket& ticket, double top) {
    const auto& echo = sheet.desk().echo();
    const draw::Rect sign{left, top + 11, 14, 14};
    const draw::Rect line{left + 20, top, width - 20, 36};
    if (echo.displays() > 0) {
        sheet.shape(sign, draw::State::done, Token::ok);
        const auto n = std::to_string(echo.displays());
        sheet.text(line, sheet.words()("clerk.shown_on", {{"n", n}}), {label, 500, Token::ok});
    } else if (echo.missing(sheet.now().local)) {
        sheet.shape(sign, draw::State::warn, Token::warn);
        sheet.text(line, sheet.words()("clerk.not_shown", {{"number", ticket.number}}),
                   {label, 600, Token::warn, Align::left, {0.93, 2, true}});
    }
}

std::string serviceOf(const Sheet& sheet, const protocol::Ticket& ticket) {
    if (const auto* service = sheet.desk().view().service(ticket.service))
        return sheet.words().service(*service);
    return ticket.service;
}

/// What stands large on a card without a number.
std::string restTitle(const Sheet& sheet, const hall::Situation& here) {
    const auto& words = sheet.words();
    if (here.mode == hall::CounterMode::paused) return words("display.counter_paused");
    if (here.mode == hall::CounterMode::closed) return words("display.counter_closed");
    if (!sheet.desk().view().complete()) return words("clerk.connecting");
    return words("clerk.unknown_counter", {{"n", std::to_string(sheet.desk().counter())}});
}

std::string restReason(const Sheet& sheet, const hall::Situation& here) {
    const auto& words = sheet.words();
    if (here.mode == hall::CounterMode::paused && here.counter->pauseReason) {
        const auto reasons = hall::pauseReasonsOf(sheet.desk().view().hall());
        const auto* reason = hall::choiceOf(reasons, *here.counter->pauseReason);
        return reason ? words(desk::nameOf(*reason, "clerk.pr_")) : *here.counter->pauseReason;
    }
    if (here.mode == hall::CounterMode::closed && !sheet.desk().view().hall().open)
        return words("clerk.day_closed");
    if (here.mode == hall::CounterMode::unknown)
        return sheet.desk().lost() && !sheet.desk().online() ? words("clerk.check_server") : std::string();
    const auto waiting = sheet.desk().view().waitingFor(sheet.desk().counter()).size();
    return words("clerk.waiting_for_you", {{"n", std::to_string(waiting)}});
}

double heightOf(const std::string& reason) {
    if (reason.empty()) return 0;
    return widthOf(reason, {label, 400, Token::ink2}) <= width ? oneLine : twoLines;
}

}  // namespace

double drawIdleCard(Sheet& sheet, double top) {
    const auto& words = sheet.words();
    const draw::Rect card{bodyLeft, top, bodyWidth, 92};
    sheet.card(card);
    const auto waiting = sheet.desk().view().hall().waiting.size();
    sheet.text({left, top + 13, 130, 20}, words("display.waiting_label"), {label, 400, Token::ink2});
    sheet.number({left, top + 36, 130, 42}, std::to_string(waiting), {44, 700, Token::ink});
    sheet.text({left + 120, top + 19, width - 120, 20}, words("clerk.my_served"),
               {label, 400, Token::ink2, Align::right});
    sheet.number({left + 120, top + 46, width - 120, 26}, std::to_string(sheet.desk().served()),
                 {26, 700, Token::ink, Align::right});
    return card.bottom();
}

double drawTicketCard(Sheet& sheet, double top) {
    const auto here = sheet.desk().situation();
    const auto& ticket = *here.ticket;
    const bool calling = here.mode == hall::CounterMode::calling;
    const auto reason = calling ? sheet.words()(sheet.desk().reason()) : std::string();
    const double reasonHeight = heightOf(reason);
    const draw::Rect card{bodyLeft, top, bodyWidth, (calling ? 152 : 122) + reasonHeight};
    sheet.card(card);
    const auto ink = sheet.desk().online() ? Token::ink : Token::ink2;
    sheet.number({left, top + 14, 206, 48}, ticket.number, {56, 700, ink, Align::left, {0.6, 1, false}});
    if (ticket.priority) drawPriorityPill(sheet, top + 12);
    const auto running = clockText(hall::secondsSince(timerStart(here), sheet.serverNow()));
    sheet.number({right - 110, top + (ticket.priority ? 40 : 26), 110, 24}, running,
                 {22, 600, Token::ink, Align::right});
    sheet.text({left, top + 68, width, 22}, serviceOf(sheet, ticket), {15, 600, Token::ink});
    drawFigures(sheet, ticket, top + 91);
    sheet.text({left, top + 110, width, reasonHeight}, reason,
               {label, 400, Token::ink2, Align::left, {0.92, 2, true}});
    if (calling) drawEcho(sheet, ticket, top + 110 + reasonHeight);
    return card.bottom();
}

double drawRestCard(Sheet& sheet, double top) {
    const auto here = sheet.desk().situation();
    const bool known = here.mode != hall::CounterMode::unknown;
    const draw::Rect card{bodyLeft, top, bodyWidth, known ? 92.0 : 128.0};
    sheet.card(card);
    const auto mark = markOf(here.mode);
    const bool lost = sheet.desk().lost() && !sheet.desk().online();
    sheet.shape({left, top + 22, 28, 28}, lost ? draw::State::offline : mark.state,
                lost ? Token::warn : mark.color);
    sheet.text({left + 42, top + 12, width - 42, 44}, restTitle(sheet, here),
               {20, 700, Token::ink, Align::left, {0.8, 2, true}});
    sheet.text({left + 42, top + 56, width - 42, card.h - 66}, restReason(sheet, here),
               {14, 400, Token::ink2, Align::left, {0.85, known ? 1 : 3, !known}});
    return card.bottom();
}

}  // namespace luot::counterclient::view
