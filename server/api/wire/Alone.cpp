#include "server/api/wire/Alone.hpp"

#include <algorithm>

#include "base/json/Json.hpp"
#include "server/api/wire/Words.hpp"

namespace luot::server::api::wire {

namespace {

protocol::OfflineHours hoursOf(const queue::Rules& rules) {
    protocol::OfflineHours hours;
    hours.centre = rules.calendar;
    for (const auto& service : rules.services)
        if (service.hours || service.lastTicketBefore.count() > 0)
            hours.services.push_back({service.id, service.hours,
                                      static_cast<int>(base::Seconds(service.lastTicketBefore).count())});
    return hours;
}

/// Of no other counter a service, not even while it has nothing else to do.
std::vector<std::string> servedByNobodyElse(const queue::Rules& rules, int counter) {
    std::vector<std::string> own;
    for (const auto& service : rules.services) {
        const auto serves = [&](const queue::RankedService& one) { return one.service == service.id; };
        const auto fitsOne = [&](const queue::CounterPlace& place) {
            const auto& all = place.services;
            const auto& fallback = place.idleFallback;
            const bool main = std::any_of(all.begin(), all.end(), serves);
            if (place.number == counter) return main;
            return !main && std::find(fallback.begin(), fallback.end(), service.id) == fallback.end();
        };
        if (std::all_of(rules.counters.begin(), rules.counters.end(), fitsOne)) own.push_back(service.id);
    }
    return own;
}

}  // namespace

protocol::SeriesAnswer seriesAnswer(const queue::Hall& hall, int digit, const base::Signature& seal) {
    protocol::SeriesAnswer answer;
    if (const auto found = hall.kiosks.find(digit); found != hall.kiosks.end() && found->second.day) {
        const auto& series = found->second;
        answer.series = {series.digit, series.store, base::formatDate(*series.day), series.after, {}};
        answer.series.signature = seal.of(answer.series.signedText());
    }
    answer.key = seal.publicKey();
    answer.hours = hoursOf(hall.rules);
    return answer;
}

bool isOurs(const base::json::Object& arguments, const base::Signature& seal) {
    const auto series = base::json::decode<protocol::OfflineSeries>(base::json::Value(arguments));
    return series && base::Signature::fits(series->signedText(), series->signature, seal.publicKey());
}

Settlement settlement(const queue::Hall& after, const queue::SettleCounter& command) {
    Settlement answer;
    answer.alone = servedByNobodyElse(after.rules, command.counter);
    for (const auto& visit : command.visits) {
        Doubt found{visit.ticket, std::nullopt, "unknown", std::nullopt};
        if (const auto* ticket = after.ticket(visit.ticket)) {
            found = {visit.ticket, ticket->number, wire::word(ticket->state), ticket->counter};
        } else if (const auto ended = after.ended.find(visit.ticket); ended != after.ended.end()) {
            const auto& over = ended->second;
            found = {visit.ticket, over.number, wire::word(over.state), over.counter};
        }
        if (found.state == wire::word(visit.result) && found.counter == command.counter)
            answer.settled.push_back(found.number.value_or(""));
        else
            answer.doubtful.push_back(std::move(found));
    }
    return answer;
}

Merged merged(const queue::MergeOfflineTickets& command, const std::vector<queue::Event>& events) {
    Merged answer;
    for (const auto& event : events) {
        const auto* ticket = queue::ticketOf(event);
        if (!ticket || !ticket->offline) continue;
        if (std::holds_alternative<queue::TicketIssued>(event))
            answer.merged.push_back(
                {ticket->offline->sequence, ticket->id, ticket->number, wire::word(ticket->state)});
        else if (std::holds_alternative<queue::TicketExpired>(event) && !answer.merged.empty())
            answer.merged.back().state = wire::word(ticket->state);
    }
    answer.repeated = static_cast<int>(command.slips.size()) - static_cast<int>(answer.merged.size());
    return answer;
}

}  // namespace luot::server::api::wire
