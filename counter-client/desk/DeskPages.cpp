#include <algorithm>

#include "counter-client/desk/Desk.hpp"

/// Keys on the pages that lie over the main page.
namespace luot::counterclient::desk {

namespace {

constexpr std::size_t longestNumber = 9;  ///< characters: a prefix of two, a kiosk's digit and six more

/// The key that opened the page closes it too.
KeyCode openerOf(PageKind kind) {
    switch (kind) {
        case PageKind::transfer:
            return KeyCode::f5;
        case PageKind::pauseReasons:
            return KeyCode::f9;
        case PageKind::callNumber:
            return KeyCode::f4;
        case PageKind::heldNumbers:
            return KeyCode::f6;
        case PageKind::menu:
            return KeyCode::f10;
        default:
            return KeyCode::escape;
    }
}

struct Match {
    int exact = -1;
    int count = 0;
};

Match matchCap(const std::vector<Row>& rows, const std::string& typed) {
    Match match;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].cap.starts_with(typed)) continue;
        ++match.count;
        if (rows[i].cap == typed) match.exact = static_cast<int>(i);
    }
    return match;
}

}  // namespace

std::optional<Order> Desk::pressOnPage(Key key, hall::Moment now) {
    const bool mustAnswer = page_.kind == PageKind::doubt;
    if (mustAnswer && key.code == KeyCode::escape) return std::nullopt;
    if (key.code == KeyCode::escape || key.code == openerOf(page_.kind)) {
        page_ = Page{};
        return std::nullopt;
    }
    switch (key.code) {
        case KeyCode::tab:
            if (page_.kind == PageKind::transfer) page_ = Page{page_.kind, 1 - page_.tab, 0, {}};
            return std::nullopt;
        case KeyCode::up:
            move(-1, now);
            return std::nullopt;
        case KeyCode::down:
            move(1, now);
            return std::nullopt;
        case KeyCode::backspace:
            if (!page_.typed.empty()) page_.typed.pop_back();
            return std::nullopt;
        case KeyCode::character:
            return type(key.character, now);
        case KeyCode::enter:
            return enter(now);
        case KeyCode::f8:
            return returnSelected(now);
        default:
            return std::nullopt;
    }
}

std::vector<Row> Desk::rows(hall::Moment now) const {
    return rowsOf(page_, {view_, settings_.counter, now.server, doubt_});
}

int Desk::selectedRow(const std::vector<Row>& rows) const {
    const auto size = static_cast<int>(rows.size());
    const auto from = std::clamp(page_.selected, 0, std::max(0, size - 1));
    for (int i = from; i < size; ++i)
        if (rows[static_cast<std::size_t>(i)].enabled) return i;
    for (int i = from - 1; i >= 0; --i)
        if (rows[static_cast<std::size_t>(i)].enabled) return i;
    return -1;
}

void Desk::move(int step, hall::Moment now) {
    const auto all = rows(now);
    for (int i = selectedRow(all) + step; i >= 0 && i < static_cast<int>(all.size()); i += step) {
        if (!all[static_cast<std::size_t>(i)].enabled) continue;
        page_.selected = i;
        return;
    }
}

std::optional<Order> Desk::type(char c, hall::Moment now) {
    if (page_.kind == PageKind::callNumber) {
        if (page_.typed.size() < longestNumber) page_.typed += c;
        page_.selected = 0;
        return std::nullopt;
    }
    const auto all = rows(now);
    auto typed = page_.typed + c;
    auto match = matchCap(all, typed);
    if (match.count == 0) match = matchCap(all, typed = std::string(1, c));
    page_.typed = match.count == 0 ? std::string() : typed;
    if (match.exact < 0) return std::nullopt;
    const auto& row = all[static_cast<std::size_t>(match.exact)];
    if (row.enabled) page_.selected = match.exact;
    return match.count == 1 ? choose(row, now) : std::nullopt;
}

std::optional<Order> Desk::enter(hall::Moment now) {
    const auto all = rows(now);
    const auto selected = selectedRow(all);
    if (selected >= 0) return choose(all[static_cast<std::size_t>(selected)], now);
    if (page_.kind == PageKind::callNumber && !page_.typed.empty())
        say({Sign::warn, Phrase::named(page_.typed, page_.typed), Phrase::of("error.ticket_unknown")}, now);
    return std::nullopt;
}

std::optional<Order> Desk::pressRow(int row, hall::Moment now) {
    const auto all = rows(now);
    if (row < 0 || row >= static_cast<int>(all.size())) return std::nullopt;
    if (all[static_cast<std::size_t>(row)].enabled) page_.selected = row;
    return choose(all[static_cast<std::size_t>(row)], now);
}

std::optional<Order> Desk::choose(const Row& row, hall::Moment now) {
    if (!row.enabled) {
        say({Sign::warn, Phrase::named(row.number, row.number), Phrase::of("display.counter_closed")}, now);
        return std::nullopt;
    }
    if (const auto* next = std::get_if<OpenPage>(&row.effect)) {
        open(next->kind);
        return std::nullopt;
    }
    if (const auto* chosen = std::get_if<ChooseOutcome>(&row.effect)) {
        outcome_ = chosen->outcome;
        page_ = Page{};
        return std::nullopt;
    }
    if (busy()) return std::nullopt;
    const auto& order = std::get<Order>(row.effect);
    // The clerk's word on a doubt stays in this program until the server is there.
    if (!online_ && order.name != doubtOrder) {
        say({Sign::warn, {}, Phrase::of("clerk.needs_server")}, now);
        return std::nullopt;
    }
    return send(order, now);
}

std::optional<Order> Desk::returnSelected(hall::Moment now) {
    if (page_.kind == PageKind::transfer) return act(KeyCode::f8, now);
    if (page_.kind != PageKind::heldNumbers || busy() || !online_) return std::nullopt;
    const auto all = rows(now);
    const auto selected = selectedRow(all);
    if (selected < 0) return std::nullopt;
    return send(ticketOrder("return", all[static_cast<std::size_t>(selected)].ticket->id), now);
}

}  // namespace luot::counterclient::desk
