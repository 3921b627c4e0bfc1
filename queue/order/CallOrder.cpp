#include "queue/order/CallOrder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/Assert.hpp"

namespace luot::queue {

namespace {

constexpr TicketClass allLines[]{TicketClass::priority, TicketClass::appointment, TicketClass::lateResult,
                                 TicketClass::normal, TicketClass::bulk};

bool names(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// Some counter for bulk serves that service.
bool hasBulkCounter(const Rules& rules, const std::string& service) {
    return std::any_of(rules.counters.begin(), rules.counters.end(), [&](const auto& place) {
        return names(place.lanes, "bulk") &&
               std::any_of(place.services.begin(), place.services.end(),
                           [&](const auto& served) { return served.service == service; });
    });
}

}  // namespace

bool takes(const Rules& rules, const CounterPlace& place, const std::string& service, TicketClass line) {
    if (line == TicketClass::bulk) return names(place.lanes, "bulk") || !hasBulkCounter(rules, service);
    return place.priority != (line == TicketClass::priority ? TakesPriority::no : TakesPriority::only);
}

TicketClass standingAt(const Ticket& ticket, const LaneRules& lanes, Instant now) {
    if (ticket.line() != TicketClass::appointment) return ticket.line();
    const bool isNow =
        *ticket.slot - lanes.appointmentFrom <= now && now <= *ticket.slot + lanes.appointmentTo;
    return isNow ? TicketClass::appointment : TicketClass::normal;
}

CallOrder::CallOrder(const Hall& hall, const CounterPlace& place, Instant now)
    : hall_(hall), place_(place), desk_(hall.desk(place.number)), now_(now) {
    LUOT_ASSERT(desk_ != nullptr);
    addOwn();
    if (candidates_.empty()) addFallback();
    keepBehindPriority();
}

void CallOrder::addOwn() {
    addQueue(desk_->only, 1, true);
    const auto served = hall_.servedAt(place_);
    for (const auto& [service, rank] : served) {
        const auto queue = hall_.queues.find(service);
        if (queue != hall_.queues.end()) addQueue(queue->second, rank, false);
    }
    addSentToClosedCounters(served);
}

/// Nobody waits for the counter's own services: it takes the fallback service in which most people wait whom
/// it may take.
void CallOrder::addFallback() {
    fromFallback_ = true;
    const std::string* busiest = nullptr;
    std::size_t most = 0;
    for (const auto& service : place_.idleFallback) {
        const auto waiting = takable(service);
        if (waiting <= most) continue;
        most = waiting;
        busiest = &service;
    }
    if (busiest) addQueue(hall_.queues.at(*busiest), 1, false);
}

/// How many people wait there whom this counter and its clerk may take.
std::size_t CallOrder::takable(const std::string& service) const {
    const auto queue = hall_.queues.find(service);
    if (queue == hall_.queues.end() || !hall_.hasSkill(place_, service)) return 0;
    std::size_t count = 0;
    for (const auto line : allLines)
        if (mayTake(service, line)) count += queue->second.of(line).size();
    return count;
}

/// Whoever was sent to a counter that has closed since must not wait for ever.
void CallOrder::addSentToClosedCounters(const std::vector<RankedService>& served) {
    for (const auto& [number, desk] : hall_.desks) {
        if (desk.counter.state != CounterState::closed || number == place_.number) continue;
        for (const auto& line : desk.only.lines)
            for (const auto& [place, id] : line) {
                const auto* ticket = hall_.ticket(id);
                const auto ranked = std::find_if(served.begin(), served.end(), [&](const auto& one) {
                    return one.service == ticket->service;
                });
                if (ranked == served.end() || !mayTake(ticket->service, ticket->line())) continue;
                add(*ticket, standingAt(*ticket, hall_.rules.lanes, now_), ranked->rank, false);
                break;
            }
    }
}

void CallOrder::addQueue(const ServiceQueue& queue, int rank, bool sentHere) {
    for (const auto kind : allLines) {
        const auto& line = queue.of(kind);
        if (line.empty()) continue;
        const auto* first = hall_.ticket(line.begin()->second);
        if (!sentHere && !mayTake(first->service, kind)) continue;
        lines_.push_back(&line);
        if (kind == TicketClass::appointment)
            addBooked(line, rank, sentHere);
        else
            add(*first, kind, rank, sentHere);
    }
}

/// The first whose slot is now, and the first of the others as a normal one: it may go although the booked
/// one before it has to let priority go first.
void CallOrder::addBooked(const Line& line, int rank, bool sentHere) {
    std::vector<TicketClass> missing{TicketClass::appointment, TicketClass::normal};
    for (auto one = line.begin(); one != line.end() && !missing.empty(); ++one) {
        const auto& ticket = *hall_.ticket(one->second);
        const auto as = standingAt(ticket, hall_.rules.lanes, now_);
        if (std::erase(missing, as) > 0) add(ticket, as, rank, sentHere);
    }
}

void CallOrder::add(const Ticket& ticket, TicketClass as, int rank, bool sentHere) {
    Candidate candidate{&ticket, as, rank, sentHere, hall_.rules.calendar.counted(ticket.issuedAt, now_)};
    candidate.score = hall_.rules.order.score(as, candidate.waited, rank);
    candidates_.push_back(candidate);
}

/// Booked tickets and late results go ahead of normal ones and behind priority, also under a policy that
/// gives priority less than them.
void CallOrder::keepBehindPriority() {
    const auto& order = hall_.rules.order;
    const auto* first = highest([](const auto& one) { return one.as == TicketClass::priority; });
    if (!first) return;
    const double limit = std::nextafter(first->score, -std::numeric_limits<double>::infinity());
    for (auto& candidate : candidates_)
        if (order.of(candidate.as).headStart > order.priority.headStart)
            candidate.score = std::min(candidate.score, limit);
}

/// A window that has nobody of its own helps others out with their normal tickets too.
bool CallOrder::mayTake(const std::string& service, TicketClass line) const {
    const bool helps = fromFallback_ && place_.priority == TakesPriority::only;
    return (helps && line != TicketClass::bulk) || takes(hall_.rules, place_, service, line);
}

std::optional<Choice> CallOrder::next() const {
    if (const auto* longest = longestBeyondCeiling())
        return Choice{
            longest->ticket, longest->as,
            reasonFor(*longest->ticket, longest == best() ? codeFor(*longest) : ReasonCode::longWait)};
    const auto* chosen = best();
    if (!chosen) return std::nullopt;
    return Choice{chosen->ticket, chosen->as, reasonFor(*chosen->ticket, codeFor(*chosen))};
}

const CallOrder::Candidate* CallOrder::longestBeyondCeiling() const {
    const auto ceiling = hall_.rules.order.ceiling;
    if (ceiling.count() == 0) return nullptr;
    const Candidate* longest = nullptr;
    for (const auto& candidate : candidates_) {
        if (candidate.waited <= ceiling) continue;
        const auto turn = [](const Candidate& one) { return std::pair(-one.waited, one.ticket->place); };
        if (!longest || turn(candidate) < turn(*longest)) longest = &candidate;
    }
    return longest;
}

/// A class that was called often enough in a row steps back while somebody of another one has waited long.
bool CallOrder::mayGo(const Candidate& candidate) const {
    const int cap = hall_.rules.order.of(candidate.as).callsInARow;
    if (cap == 0 || desk_->run.ofClass != candidate.as || desk_->run.calls < cap) return true;
    return std::none_of(candidates_.begin(), candidates_.end(), [&](const auto& other) {
        return other.as != candidate.as && other.waited > hall_.rules.order.capAfter;
    });
}

/// The turn of a class that steps back goes to whoever has waited long, of any other class.
const CallOrder::Candidate* CallOrder::best() const {
    const auto* first = highest([](const auto&) { return true; });
    if (!first || mayGo(*first)) return first;
    return highest([&](const Candidate& other) {
        return other.as != first->as && other.waited > hall_.rules.order.capAfter;
    });
}

/// Equal scores are frequent: nobody's waiting counts before the first session.
bool CallOrder::goesBefore(const Candidate& one, const Candidate& other) {
    return std::pair(-one.score, one.ticket->place) < std::pair(-other.score, other.ticket->place);
}

template <class Eligible>
const CallOrder::Candidate* CallOrder::highest(Eligible eligible) const {
    const Candidate* first = nullptr;
    for (const auto& candidate : candidates_) {
        if (eligible(candidate) && (!first || goesBefore(candidate, *first))) first = &candidate;
    }
    return first;
}

}  // namespace luot::queue
