#include <fmt/format.h>

#include "base/json/Json.hpp"
#include "queue/event/EventCodec.hpp"
#include "server/hall/Halls.hpp"

namespace luot::server::hall {

namespace {

using base::Result;
using journal::Row;

constexpr std::size_t rowsAtOnce = 1000;

/// The newest event of type E up to `upTo` for which `wanted` holds; none when there is none.
template <class E, class Wanted>
Result<std::optional<std::pair<Row, E>>> newest(journal::Journal& journal, std::string_view name,
                                                std::int64_t upTo, Wanted wanted) {
    while (upTo > 0) {
        auto row = journal.lastNamed(name, upTo);
        if (!row) return tl::unexpected(row.error());
        if (!*row) break;
        auto event = eventOf(**row);
        if (!event) return tl::unexpected(event.error());
        const auto* found = std::get_if<E>(&*event);
        if (found && wanted(*found)) return std::make_pair(std::move(**row), *found);
        upTo = (*row)->seq - 1;
    }
    return std::nullopt;
}

/// The row after which the newest day's events stand: the end of the day before it; 0 when there is none.
Result<std::int64_t> endOfDayBefore(journal::Journal& journal) {
    auto opened =
        newest<queue::DayOpened>(journal, "day_opened", journal.lastSeq(), [](const auto&) { return true; });
    if (!opened) return tl::unexpected(opened.error());
    if (!*opened) return 0;
    const auto day = (*opened)->second.day;
    auto closed = newest<queue::DayClosed>(journal, "day_closed", (*opened)->first.seq,
                                           [&](const auto& e) { return e.day != day; });
    if (!closed) return tl::unexpected(closed.error());
    return *closed ? (*closed)->first.seq : 0;
}

}  // namespace

void Standing::apply(const queue::Event& event, base::Instant at) {
    if (const auto* opened = std::get_if<queue::DayOpened>(&event); opened && hall.day != opened->day)
        board = Board{};
    queue::evolve(hall, event, at);
    board.apply(event, at);
    ++seq;
}

Result<queue::Event> eventOf(const Row& row) {
    const auto damaged = [&](const base::Error& error) {
        return base::fail(base::Fault::storage,
                          fmt::format("event {} of the journal cannot be read: {}; run 'luot-server verify'",
                                      row.seq, error.what));
    };
    auto data = base::json::parse(row.fact.data);
    if (!data) return damaged(data.error());
    auto event = queue::decodeEvent(row.fact.name, *data);
    if (!event) return damaged(event.error());
    return event;
}

Result<> catchUp(journal::Journal& journal, Standing& standing) {
    for (;;) {
        auto rows = journal.read(standing.seq, rowsAtOnce);
        if (!rows) return tl::unexpected(rows.error());
        if (rows->empty()) return {};
        for (const auto& row : *rows) {
            auto event = eventOf(row);
            if (!event) return tl::unexpected(event.error());
            // After the end of a day a note may still come on one of its tickets, such as what became of the
            // paper: a replay of the next day alone does not know that ticket.
            const bool ofDayBefore = !standing.hall.day && queue::ticketOf(*event);
            if (ofDayBefore)
                ++standing.seq;
            else
                standing.apply(*event, row.fact.at);
        }
    }
}

Result<Standing> replay(journal::Journal& journal) {
    const auto start = endOfDayBefore(journal);
    if (!start) return tl::unexpected(start.error());
    Standing standing;
    auto rules = newest<queue::SettingsChanged>(journal, "settings_changed", *start,
                                                [](const auto& e) { return e.rules.has_value() && !e.from; });
    if (!rules) return tl::unexpected(rules.error());
    if (*rules) queue::evolve(standing.hall, (*rules)->second, (*rules)->first.fact.at);
    standing.seq = *start;
    if (auto done = catchUp(journal, standing); !done) return tl::unexpected(done.error());
    return standing;
}

}  // namespace luot::server::hall
