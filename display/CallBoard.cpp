#include "display/CallBoard.hpp"

#include <algorithm>
#include <utility>

namespace luot::display {
namespace {

bool older(const Card& a, const Card& b) { return a.shownAt < b.shownAt; }

auto isTicket(std::string_view ticket) {
    return [ticket](const auto& call) { return call.ticket == ticket; };
}

auto isCardOf(std::string_view ticket) {
    return [ticket](const Card& card) { return card.call.ticket == ticket; };
}

}  // namespace

void CallBoard::called(Call call, Ticks now) {
    std::erase_if(waiting_, isTicket(call.ticket));
    std::erase_if(rows_, isTicket(call.ticket));
    const auto card = std::find_if(cards_.begin(), cards_.end(), isCardOf(call.ticket));
    if (card != cards_.end() && now - call.calledAt < tooOld) {
        show(*card, std::move(call), now);  // the same number never stands in two places
    } else {
        waiting_.push_back(std::move(call));
    }
    advance(now);
}

void CallBoard::ended(std::string_view ticket) {
    const auto call = std::find_if(waiting_.begin(), waiting_.end(), isTicket(ticket));
    if (call == waiting_.end()) return;
    shown_.push_back(call->seq);  // its row appears in the table now
    waiting_.erase(call);
}

void CallBoard::withdrawn(std::string_view ticket, Ticks now) {
    std::erase_if(waiting_, isTicket(ticket));
    std::erase_if(rows_, isTicket(ticket));
    std::erase_if(cards_, isCardOf(ticket));
    advance(now);
}

void CallBoard::advance(Ticks now) {
    std::erase_if(rows_, [now](const Flash& flash) { return flash.until <= now; });
    for (const Call& call : waiting_) {
        if (now - call.calledAt >= tooOld) shown_.push_back(call.seq);
    }
    std::erase_if(waiting_, [now](const Call& call) { return now - call.calledAt >= tooOld; });
    fillCards(now);
    while (waiting_.size() > mostWaiting) {
        intoTable(waiting_.front(), now);
        waiting_.pop_front();
    }
    mergeCards(now);
}

void CallBoard::clear() { *this = CallBoard(); }

/// A free place, or the oldest card once it has been seen long enough. A lone card that has been seen long
/// enough gives its place too; else it becomes the upper of two.
void CallBoard::fillCards(Ticks now) {
    while (!waiting_.empty()) {
        const auto oldest = std::min_element(cards_.begin(), cards_.end(), older);
        if (oldest != cards_.end() && now - oldest->shownAt >= leastShown) {
            show(*oldest, std::move(waiting_.front()), now);
        } else if (cards_.size() < 2) {
            show(cards_.emplace_back(), std::move(waiting_.front()), now);
        } else {
            return;
        }
        waiting_.pop_front();
    }
}

void CallBoard::mergeCards(Ticks now) {
    if (cards_.size() < 2) return;
    const auto newest = std::max_element(cards_.begin(), cards_.end(), older);
    if (now - newest->shownAt < oneCardAfter) return;
    cards_ = {std::exchange(*newest, {})};
}

void CallBoard::show(Card& place, Call call, Ticks now) {
    shown_.push_back(call.seq);
    place = {std::move(call), now};
}

void CallBoard::intoTable(const Call& call, Ticks now) {
    shown_.push_back(call.seq);
    rows_.push_back({call.ticket, now + flashFor});
}

bool CallBoard::isLarge(std::string_view ticket) const {
    return std::any_of(cards_.begin(), cards_.end(), isCardOf(ticket));
}

bool CallBoard::isWaiting(std::string_view ticket) const {
    return std::any_of(waiting_.begin(), waiting_.end(), isTicket(ticket));
}

bool CallBoard::flashes(std::string_view ticket, Ticks now) const {
    const auto card = std::find_if(cards_.begin(), cards_.end(), isCardOf(ticket));
    if (card != cards_.end()) return now - card->shownAt < flashFor;
    const auto row = std::find_if(rows_.begin(), rows_.end(), isTicket(ticket));
    return row != rows_.end() && now < row->until;
}

bool CallBoard::anythingFlashes(Ticks now) const {
    const auto fresh = [now](const Card& card) { return now - card.shownAt < flashFor; };
    return std::any_of(cards_.begin(), cards_.end(), fresh) ||
           std::any_of(rows_.begin(), rows_.end(), [now](const Flash& row) { return now < row.until; });
}

std::optional<Ticks> CallBoard::nextChange(Ticks now) const {
    std::optional<Ticks> next;
    const auto consider = [&](Ticks at) {
        if (at > now && (!next || at < *next)) next = at;
    };
    for (const Card& card : cards_) {
        consider(card.shownAt + flashFor);
        if (!waiting_.empty()) consider(card.shownAt + leastShown);
        if (cards_.size() == 2) consider(card.shownAt + oneCardAfter);
    }
    for (const Flash& row : rows_) consider(row.until);
    for (const Call& call : waiting_) consider(call.calledAt + tooOld);
    return next;
}

std::vector<std::int64_t> CallBoard::takeShown() {
    auto taken = std::exchange(shown_, {});
    std::erase(taken, 0);
    return taken;
}

}  // namespace luot::display
