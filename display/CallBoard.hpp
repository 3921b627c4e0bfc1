#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/Input.hpp"

namespace luot::display {

using ui::Ticks;

/// One call or recall of a ticket, as the display has it from the feed.
struct Call {
    std::int64_t seq = 0;  ///< of its event, for the acknowledgement; 0: known from a snapshot alone
    std::string ticket;    ///< id
    std::string number;
    std::string service;
    int counter = 0;
    bool priority = false;
    int times = 1;       ///< 2 and more: a recall
    Ticks calledAt = 0;  ///< when it was called, on this machine's monotonic clock
    bool operator==(const Call&) const = default;
};

/// A call shown large.
struct Card {
    Call call;
    Ticks shownAt = 0;
    bool operator==(const Card&) const = default;
};

/// Decides which calls are shown large, for how long, and which rows flash: the rules of "two calls at once"
/// of the design. Pure: time comes in. Citizens read in real time, so all times are of the monotonic clock,
/// whatever speed the centre's clock has.
class CallBoard {
public:
    static constexpr Ticks leastShown = 8'000;  ///< ms a call stays large at least
    static constexpr Ticks oneCardAfter =
        20'000;                               ///< ms without a new call, then the newest takes the whole card
    static constexpr Ticks tooOld = 60'000;   ///< ms after which a call is not shown large any more
    static constexpr Ticks flashFor = 6'000;  ///< ms, six cycles of one second
    static constexpr std::size_t mostWaiting =
        6;  ///< calls that wait for a card; the oldest beyond go to the table

    /// A call or recall, in the order of the feed.
    void called(Call call, Ticks now);
    /// Its ticket was finished, missed or held: it is not shown large if it still waits for its turn.
    void ended(std::string_view ticket);
    /// The call was undone or its ticket cancelled: it leaves the card too.
    void withdrawn(std::string_view ticket, Ticks now);
    void advance(Ticks now);
    /// After a snapshot of another day or feed.
    void clear();

    /// None, one or two, the upper first.
    const std::vector<Card>& cards() const { return cards_; }
    bool isLarge(std::string_view ticket) const;
    /// It waits for its turn and is nowhere on the screen yet.
    bool isWaiting(std::string_view ticket) const;
    bool flashes(std::string_view ticket, Ticks now) const;
    bool anythingFlashes(Ticks now) const;
    /// When the cards change or a flash ends by itself.
    std::optional<Ticks> nextChange(Ticks now) const;
    /// Sequence numbers of calls that came on the screen since the last time, in the order of showing.
    std::vector<std::int64_t> takeShown();

private:
    struct Flash {
        std::string ticket;
        Ticks until = 0;
    };
    void show(Card& place, Call call, Ticks now);
    void intoTable(const Call& call, Ticks now);
    void fillCards(Ticks now);
    void mergeCards(Ticks now);

    std::deque<Call> waiting_;
    std::vector<Card> cards_;
    std::vector<Flash> rows_;  ///< rows of the table that flash on their own
    std::vector<std::int64_t> shown_;
};

}  // namespace luot::display
