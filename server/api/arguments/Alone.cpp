#include <fmt/format.h>
#include <boost/describe/class.hpp>

#include "protocol/offline/OfflineSeries.hpp"
#include "server/api/arguments/Reading.hpp"

/// What kiosks and counters hand in that were alone.
namespace luot::server::api::arguments {

namespace {

struct Series {
    std::string store;
    std::optional<base::Date> holding;
    std::optional<int> holdingDigit;
};
BOOST_DESCRIBE_STRUCT(Series, (), (store, holding, holdingDigit))

struct Merge {
    int digit = 0;
    std::string store;
    base::Date day{};
    int after = 0;
    std::string signature;
    std::vector<protocol::OfflineSlip> tickets;
};
BOOST_DESCRIBE_STRUCT(Merge, (), (digit, store, day, after, signature, tickets))

struct Visit {
    std::string ticket;
    queue::VisitResult result = queue::VisitResult::finished;
    int calls = 1;
    base::Instant calledAt{};
    std::optional<base::Instant> startedAt;
    std::optional<base::Instant> endedAt;
    std::optional<std::string> outcome;
    bool confirmed = false;
    static bool mayMiss(std::string_view name) { return name == "calls" || name == "confirmed"; }
};
BOOST_DESCRIBE_STRUCT(Visit, (), (ticket, result, calls, calledAt, startedAt, endedAt, outcome, confirmed))

struct Settle {
    int counter = 0;
    std::vector<Visit> visits;
};
BOOST_DESCRIBE_STRUCT(Settle, (), (counter, visits))

/// Texts inside a list end in the journal too.
base::Result<> boundedIn(std::string_view list, std::size_t place,
                         std::initializer_list<std::pair<std::string_view, const std::string*>> texts) {
    const base::json::Path element(base::json::Path({}, list), place);
    for (const auto& [name, text] : texts) {
        if (!text) continue;
        if (auto fits = bounded({element, name}, *text); !fits) return fits;
    }
    return {};
}

const std::string* textOf(const std::optional<std::string>& text) { return text ? &*text : nullptr; }

base::Result<std::optional<queue::PrintOutcome>> outcomeOf(const protocol::OfflineSlip& slip,
                                                           std::size_t place) {
    if (!slip.printed) return std::nullopt;
    const base::json::Path element(base::json::Path({}, "tickets"), place);
    return base::json::decode<std::optional<queue::PrintOutcome>>(
        base::json::Value(boost::json::string_view(*slip.printed)), {element, "printed"});
}

base::Result<queue::MergeOfflineTickets::Slip> slipOf(protocol::OfflineSlip& given, std::size_t place) {
    if (auto fits = boundedIn("tickets", place,
                              {{"id", &given.id},
                               {"number", &given.number},
                               {"service", &given.service},
                               {"instead_of", textOf(given.insteadOf)}});
        !fits)
        return tl::unexpected(fits.error());
    auto printed = outcomeOf(given, place);
    if (!printed) return tl::unexpected(printed.error());
    queue::MergeOfflineTickets::Slip slip;
    slip.id = std::move(given.id);
    slip.number = std::move(given.number);
    slip.sequence = given.sequence;
    slip.service = std::move(given.service);
    slip.priority = given.priority;
    slip.language = std::move(given.language);
    slip.issuedAt = given.issuedAt;
    slip.timeKnown = given.timeKnown;
    slip.printed = *printed;
    slip.replaces = std::move(given.insteadOf);
    return slip;
}

}  // namespace

Read parseSeries(const Object& given) {
    return read<Series>(given, [](Series a) {
        return queue::BeginSeries{-1, std::move(a.store), a.holding, a.holdingDigit, ""};
    });
}

Read parseMerge(const Object& given) {
    auto merge = described<Merge>(given);
    if (!merge) return tl::unexpected(merge.error());
    queue::MergeOfflineTickets command{merge->digit, std::move(merge->store), merge->day, {}};
    for (std::size_t i = 0; i < merge->tickets.size(); ++i) {
        auto slip = slipOf(merge->tickets[i], i);
        if (!slip) return tl::unexpected(slip.error());
        command.slips.push_back(std::move(*slip));
    }
    return queue::Command(std::move(command));
}

Read parseSettle(const Object& given) {
    auto settle = described<Settle>(given);
    if (!settle) return tl::unexpected(settle.error());
    queue::SettleCounter command{settle->counter, {}};
    for (std::size_t i = 0; i < settle->visits.size(); ++i) {
        auto& visit = settle->visits[i];
        if (auto fits =
                boundedIn("visits", i, {{"ticket", &visit.ticket}, {"outcome", textOf(visit.outcome)}});
            !fits)
            return tl::unexpected(fits.error());
        command.visits.push_back({std::move(visit.ticket), visit.result, visit.calls, visit.calledAt,
                                  visit.startedAt, visit.endedAt, std::move(visit.outcome), visit.confirmed});
    }
    return queue::Command(std::move(command));
}

}  // namespace luot::server::api::arguments
