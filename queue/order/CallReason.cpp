#include <algorithm>
#include <utility>

#include "queue/order/CallOrder.hpp"

/// Why the chosen ticket and no other.
namespace luot::queue {

Reason CallOrder::byNumber(const Ticket& ticket) const { return reasonFor(ticket, ReasonCode::byNumber); }

ReasonCode CallOrder::codeFor(const Candidate& chosen) const {
    // First, because it alone tells the people passed over why they were.
    const auto steppedBack = [&](const auto& other) { return !mayGo(other) && goesBefore(other, chosen); };
    if (std::any_of(candidates_.begin(), candidates_.end(), steppedBack)) return ReasonCode::fairTurn;
    if (chosen.sentHere) return ReasonCode::transferred;
    if (fromFallback_) return ReasonCode::fallback;
    const auto passesOver = [&](const auto& other) {
        return other.as != chosen.as && other.ticket->place < chosen.ticket->place;
    };
    if (chosen.as != TicketClass::normal && std::any_of(candidates_.begin(), candidates_.end(), passesOver)) {
        if (chosen.as == TicketClass::priority) return ReasonCode::priority;
        if (chosen.as == TicketClass::appointment) return ReasonCode::appointment;
        if (chosen.as == TicketClass::lateResult) return ReasonCode::lateResult;
    }
    const auto ranksHigher = [&](const auto& other) {
        return other.as == chosen.as && other.rank < chosen.rank;
    };
    if (std::any_of(candidates_.begin(), candidates_.end(), ranksHigher)) return ReasonCode::lowerRank;
    const auto cameEarlier = [&](const auto& other) {
        return other.rank > chosen.rank && other.ticket->place < chosen.ticket->place;
    };
    if (std::any_of(candidates_.begin(), candidates_.end(), cameEarlier)) return ReasonCode::mainService;
    return ReasonCode::firstCome;
}

Reason CallOrder::reasonFor(const Ticket& chosen, ReasonCode code) const {
    Reason reason;
    reason.code = code;
    reason.waitedS = std::chrono::floor<base::Seconds>(hall_.rules.calendar.counted(chosen.issuedAt, now_));
    std::vector<std::pair<Line::const_iterator, Line::const_iterator>> rest;
    for (const auto* line : lines_) rest.emplace_back(line->begin(), line->end());
    for (std::size_t count = 0; count <= maxPassedOver; ++count) {
        auto first = rest.end();
        for (auto part = rest.begin(); part != rest.end(); ++part) {
            if (part->first == part->second || part->first->first >= chosen.place) continue;
            if (first == rest.end() || part->first->first < first->first->first) first = part;
        }
        if (first == rest.end()) break;
        if (count < maxPassedOver) reason.passedOver.push_back(hall_.ticket(first->first->second)->number);
        ++reason.passedOverCount;
        ++first->first;
    }
    return reason;
}

}  // namespace luot::queue
