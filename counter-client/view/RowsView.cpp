#include <algorithm>

#include "counter-client/view/Parts.hpp"

namespace luot::counterclient::view {

namespace {

using draw::Align;
using draw::Token;

constexpr double rowHeight = 39;
constexpr double pitch = 45;
constexpr double narrowTile = 34;
constexpr double wideTile = 58;

struct RowPlace {
    draw::Rect rect;
    double tile = narrowTile;
};

void drawTile(Sheet& sheet, const desk::Row& row, const RowPlace& at) {
    const draw::Rect tile{at.rect.x + 7, at.rect.y + 5, at.tile, 29};
    if (row.enabled) sheet.box(tile, tileRadius, Token::primarySoft);
    const bool wide = at.tile > narrowTile;
    sheet.number(
        tile.inset(2, 0), row.number,
        {wide ? 16.0 : 19.0, 700, row.enabled ? Token::primary : Token::off, Align::centre, {0.6, 1, false}});
}

void drawPeople(Sheet& sheet, const desk::Row& row, const RowPlace& at) {
    const auto color = row.enabled ? Token::ink2 : Token::off;
    if (row.mode) {
        const auto mark = markOf(*row.mode);
        sheet.shape({at.rect.right() - 69, at.rect.y + 13, 13, 13}, mark.state, mark.color);
    }
    sheet.icon({at.rect.right() - 41, at.rect.y + 12, 15, 15}, "people", color);
    sheet.text({at.rect.right() - 24, at.rect.y, 20, rowHeight}, std::to_string(*row.waiting),
               {13, 400, color, Align::left, {0.9, 1, false}});
}

/// What a number that can be taken up is doing: how long it waits, or that it is held or was absent.
std::string ticketState(const Sheet& sheet, const protocol::Ticket& ticket) {
    const auto& words = sheet.words();
    if (ticket.state == "held") return words("clerk.is_held");
    if (ticket.state == "no_show") return words("clerk.no_show");
    const auto minutes = hall::secondsSince(ticket.issuedAt, sheet.serverNow()) / 60;
    return words("clerk.minutes_short", {{"n", std::to_string(minutes)}});
}

void drawTicketEnd(Sheet& sheet, const desk::Row& row, const RowPlace& at) {
    const auto& ticket = *row.ticket;
    const double end = at.rect.right() - 10;
    if (ticket.priority)
        sheet.shape({end - 94, at.rect.y + 13, 12, 12}, draw::State::priority, Token::priority);
    if (ticket.state == "held")
        sheet.shape({end - 78, at.rect.y + 13, 12, 12}, draw::State::held, Token::primary);
    sheet.text({end - 62, at.rect.y, 62, rowHeight}, ticketState(sheet, ticket),
               {13, 500, Token::ink2, Align::right});
}

void drawRow(Sheet& sheet, const desk::Row& row, const RowPlace& at) {
    sheet.box(at.rect, buttonRadius, row.enabled ? Token::surface : Token::offSoft);
    if (row.enabled) sheet.frame(at.rect, buttonRadius, Token::line, 1);
    drawTile(sheet, row, at);
    const double left = at.rect.x + at.tile + 17;
    double end = at.rect.right() - 10;
    if (row.waiting) {
        drawPeople(sheet, row, at);
        end = at.rect.right() - (row.mode ? 76 : 48);
    } else if (row.ticket) {
        drawTicketEnd(sheet, row, at);
        end -= 98;
    }
    sheet.text({left, at.rect.y, end - left, rowHeight}, sheet.words()(row.label),
               {14, 500, row.enabled ? Token::ink : Token::off, Align::left, {0.86, 1, false}});
}

}  // namespace

void drawRows(Sheet& sheet, double top, std::size_t most) {
    const auto rows = sheet.desk().rows(sheet.now());
    const auto selected = sheet.desk().selectedRow(rows);
    const auto chosen = static_cast<std::size_t>(std::max(0, selected));
    const std::size_t first = chosen < most ? 0 : chosen - most + 1;
    const auto last = std::min(rows.size(), first + most);
    const bool wide =
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.ticket != nullptr; });
    draw::Rect focused;
    for (auto i = first; i < last; ++i) {
        const RowPlace at{{bodyLeft, top + pitch * static_cast<double>(i - first), bodyWidth, rowHeight},
                          wide ? wideTile : narrowTile};
        drawRow(sheet, rows[i], at);
        sheet.rowTarget(at.rect, static_cast<int>(i));
        if (static_cast<int>(i) == selected) focused = at.rect;
    }
    if (selected >= 0) sheet.focus(focused, buttonRadius);
    if (rows.empty())
        sheet.text({bodyLeft, top, bodyWidth, rowHeight}, sheet.words()("error.ticket_unknown"),
                   {14, 400, Token::ink2});
}

}  // namespace luot::counterclient::view
