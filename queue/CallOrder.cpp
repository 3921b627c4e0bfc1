#include "queue/CallOrder.hpp"

#include <algorithm>
#include <utility>

#include "base/Assert.hpp"

namespace luot::queue {

CallOrder::CallOrder(const Hall& hall, const CounterPlace& place, Instant now)
    : hall_(hall), desk_(hall.desk(place.number)), now_(now) {
    LUOT_ASSERT(desk_ != nullptr);
    addQueue(desk_->only, 1, true);
    for (const auto& served : place.services) {
        const auto queue = hall.queues.find(served.service);
        if (queue != hall.queues.end()) addQueue(queue->second, served.rank, false);
    }
}

void CallOrder::addQueue(const ServiceQueue& queue, int rank, bool sentHere) {
    const auto addLine = [&](const Line& line, std::vector<Candidate>& candidates) {
        if (line.empty()) return;
        lines_.push_back(&line);
        candidates.push_back({hall_.ticket(line.begin()->second), rank, sentHere});
    };
    addLine(queue.priority, priority_);
    addLine(queue.normal, normal_);
}

std::optional<Choice> CallOrder::next() const {
    if (const auto* fair = fairTurn())
        return Choice{fair->ticket, reasonFor(*fair->ticket, ReasonCode::fairTurn)};
    const auto* chosen = best(priority_.empty() ? normal_ : priority_);
    if (!chosen) return std::nullopt;
    return Choice{chosen->ticket, reasonFor(*chosen->ticket, codeFor(*chosen))};
}

Reason CallOrder::byNumber(const Ticket& ticket) const { return reasonFor(ticket, ReasonCode::byNumber); }

bool CallOrder::fairTurnIsDue() const {
    const int cap = hall_.rules.order.priorityCallsInARow;
    return cap > 0 && desk_->priorityCallsInARow >= cap && !priority_.empty();
}

const CallOrder::Candidate* CallOrder::fairTurn() const {
    if (!fairTurnIsDue()) return nullptr;
    const Candidate* first = nullptr;
    for (const auto& candidate : normal_) {
        if (now_ - candidate.ticket->issuedAt <= hall_.rules.order.normalWaitBeforeCap) continue;
        if (!first || goesBefore(candidate, *first)) first = &candidate;
    }
    return first;
}

const CallOrder::Candidate* CallOrder::best(const std::vector<Candidate>& candidates) const {
    const auto found = std::min_element(candidates.begin(), candidates.end(),
                                        [&](const auto& a, const auto& b) { return goesBefore(a, b); });
    return found == candidates.end() ? nullptr : &*found;
}

/// The longest wait less the handicap goes first, which is the earliest issue plus the handicap.
bool CallOrder::goesBefore(const Candidate& one, const Candidate& other) const {
    const auto turn = [&](const Candidate& candidate) {
        return candidate.ticket->issuedAt + (candidate.rank - 1) * hall_.rules.order.rankHandicap;
    };
    return std::pair(turn(one), one.ticket->place) < std::pair(turn(other), other.ticket->place);
}

ReasonCode CallOrder::codeFor(const Candidate& chosen) const {
    if (chosen.sentHere) return ReasonCode::transferred;
    const auto cameEarlier = [&](const auto& other) { return other.ticket->place < chosen.ticket->place; };
    if (chosen.ticket->priority && std::any_of(normal_.begin(), normal_.end(), cameEarlier))
        return ReasonCode::priority;
    const auto& sameClass = chosen.ticket->priority ? priority_ : normal_;
    const auto ranksHigher = [&](const auto& other) { return other.rank < chosen.rank; };
    if (std::any_of(sameClass.begin(), sameClass.end(), ranksHigher)) return ReasonCode::lowerRank;
    return ReasonCode::firstCome;
}

Reason CallOrder::reasonFor(const Ticket& chosen, ReasonCode code) const {
    Reason reason;
    reason.code = code;
    reason.waitedS = std::max(base::Seconds{}, std::chrono::floor<base::Seconds>(now_ - chosen.issuedAt));
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
