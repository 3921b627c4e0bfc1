#include <fmt/format.h>

#include <algorithm>

#include "queue/decide/tickets/NewTicket.hpp"
#include "queue/decide/tickets/Numbers.hpp"

/// How the tickets that a kiosk gave alone come into the hall. The argument that nothing meets its like:
/// docs/adr/0022.
namespace luot::queue {

namespace {

/// Tickets that are handed in at once.
constexpr std::size_t mostSlips = 200;
constexpr int mostDigit = 9;

using Slip = MergeOfflineTickets::Slip;

Refusal wrong(std::string name, std::string value = {}) {
    return Refusal{RefusalCode::badArgument, std::move(name), std::move(value)};
}

const KioskSeries* seriesOf(const Hall& hall, int digit) {
    const auto found = hall.kiosks.find(digit);
    return found == hall.kiosks.end() ? nullptr : &found->second;
}

std::optional<Refusal> wrongArgument(const MergeOfflineTickets& command) {
    if (command.digit < 0 || command.digit > mostDigit) return wrong("digit", std::to_string(command.digit));
    if (command.slips.empty() || command.slips.size() > mostSlips) return wrong("tickets");
    int before = 0;
    for (const auto& slip : command.slips) {
        if (slip.sequence <= before) return wrong("sequence", std::to_string(slip.sequence));
        if (!isOfflineNumber(slip.number, command.digit, slip.sequence)) return wrong("number", slip.number);
        if (slip.language != "vi" && slip.language != "en") return wrong("language", slip.language);
        before = slip.sequence;
    }
    return std::nullopt;
}

/// Merges the slips one after the other into a copy of the hall.
class Merging {
public:
    Merging(const Hall& hall, const MergeOfflineTickets& command, Instant now)
        : hall_(hall), command_(command), now_(now) {}

    Decision merge() {
        for (const auto& slip : command_.slips) {
            const auto* series = seriesOf(hall_, command_.digit);
            if (series && series->has(command_.day, slip.sequence)) continue;
            if (idIsTaken(hall_, slip.id)) return tl::unexpected(wrong("id", slip.id));
            withdraw(slip);
            take(slip);
        }
        return std::move(events_);
    }

private:
    void add(Event event) {
        evolve(hall_, event, now_);
        events_.push_back(std::move(event));
    }

    /// Nobody holds the ticket that the server made for the same press: it must not be called.
    void withdraw(const Slip& slip) {
        const auto* ghost = slip.replaces ? hall_.ticket(*slip.replaces) : nullptr;
        if (!ghost || ghost->state != TicketState::waiting) return;
        TicketCancelled fact{*ghost};
        fact.ticket.state = TicketState::cancelled;
        fact.ticket.endedAt = now_;
        add(std::move(fact));
    }

    void take(const Slip& slip) {
        TicketIssued fact{ticketOf(slip), {}, 0};
        const bool joins = joinsToday(slip);
        const auto ticket = fact.ticket;
        add(std::move(fact));
        if (joins) return;
        // Too late for any counter; whoever comes with the paper can still be told what became of it.
        TicketExpired over{ticket};
        over.ticket.state = TicketState::expired;
        over.ticket.endedAt = now_;
        add(std::move(over));
    }

    /// The person may stand in today's hall. Without a known time it is better to call nobody than to leave
    /// somebody out.
    bool joinsToday(const Slip& slip) const {
        if (!hall_.open) return false;
        return command_.day == *hall_.day || !slip.timeKnown || base::dateOf(slip.issuedAt) >= *hall_.day;
    }

    Ticket ticketOf(const Slip& slip) {
        IssueTicket wish;
        wish.id = slip.id;
        wish.service = slip.service;
        wish.priority = slip.priority;
        wish.language = slip.language;
        auto ticket = newTicket(hall_, wish, timeOf(slip));
        ticket.number = freeNumber(slip);
        ticket.offline = OfflineNumber{command_.digit, command_.day, slip.sequence};
        ticket.place = placeByTime(hall_, ticket.issuedAt);
        ticket.printed = slip.printed;
        return ticket;
    }

    /// Never in the future, and never before the ticket that the kiosk gave before.
    Instant timeOf(const Slip& slip) {
        auto at = slip.issuedAt;
        if (joinsToday(slip)) at = std::max(at, base::instantAt(*hall_.day, {}));
        last_ = std::min(std::max(at, last_), now_);
        return last_;
    }

    /// Its own. Only a journal that came back from an old backup can have given it to somebody else.
    std::string freeNumber(const Slip& slip) const {
        auto number = slip.number;
        for (int again = 2; hall_.idOfNumber.contains(number); ++again)
            number = fmt::format("{}/{}", slip.number, again);
        return number;
    }

    Hall hall_;
    const MergeOfflineTickets& command_;
    Instant now_;
    Instant last_{};
    std::vector<Event> events_;
};

bool allHaveCome(const Hall& hall, const MergeOfflineTickets& command) {
    const auto* series = seriesOf(hall, command.digit);
    return series && std::all_of(command.slips.begin(), command.slips.end(),
                                 [&](const auto& slip) { return series->has(command.day, slip.sequence); });
}

/// What the hall still has to know of days that the kiosk may hold: nothing of older ones comes again.
void forgetOlder(KioskSeries& series, std::optional<base::Date> holding) {
    series.since = holding;
    std::erase_if(series.merged, [&](const auto& one) { return holding && one.day < *holding; });
}

}  // namespace

Decision decide(const Hall& hall, const MergeOfflineTickets& command, Instant now) {
    if (auto refusal = wrongArgument(command)) return tl::unexpected(std::move(*refusal));
    if (!hall.day) return refuse(RefusalCode::dayClosed);
    if (allHaveCome(hall, command)) return nothingHappens();
    return Merging(hall, command, now).merge();
}

Decision decide(const Hall& hall, const BeginSeries& command, Instant) {
    if (command.digit < 0 || command.digit > mostDigit) return refuse(RefusalCode::noDigit);
    if (command.store.empty()) return tl::unexpected(wrong("store"));
    if (!hall.day) return refuse(RefusalCode::dayClosed);
    const auto* known = seriesOf(hall, command.digit);
    if (known && !known->store.empty() && known->store != command.store)
        return refuse(RefusalCode::seriesTaken, std::to_string(command.digit));
    KioskSeries series = known ? *known : KioskSeries{};
    series.digit = command.digit;
    series.store = command.store;
    // With another digit it holds nothing of this one.
    const auto holding = command.holdingDigit == command.digit ? command.holding : std::nullopt;
    forgetOlder(series, holding);
    if (!holding || *holding < *hall.day) {
        // Not begun by the kiosk yet, so it may begin anywhere: behind all of it that stands in today's hall.
        series.day = *hall.day;
        series.after = series.highest;
    } else {
        series.day = std::max(series.day.value_or(*holding), *holding);
    }
    const bool isNews = !known || series != *known || hall.refusedKiosks.contains(command.device);
    if (!isNews) return nothingHappens();
    return happens(SeriesBegun{std::move(series), command.device});
}

/// It asks whenever it comes back and on each new day. Once a day is enough to know that it is still there.
Decision decide(const Hall& hall, const RecordSeriesRefusal& command, Instant) {
    const auto known = hall.refusedKiosks.find(command.device);
    const bool told = known != hall.refusedKiosks.end() && known->second.digit == command.digit &&
                      known->second.day == hall.day;
    if (told) return nothingHappens();
    return happens(SeriesRefused{command.device, command.digit});
}

}  // namespace luot::queue
