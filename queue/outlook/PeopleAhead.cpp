#include "queue/outlook/PeopleAhead.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "queue/order/CallOrder.hpp"

namespace luot::queue {

namespace {

std::size_t indexOf(TicketClass ticketClass) { return static_cast<std::size_t>(ticketClass); }

}  // namespace

PeopleAhead::PeopleAhead(const Hall& hall, const Ticket& ticket, Instant now)
    : hall_(hall), ticket_(ticket), now_(now) {
    for (const auto& place : hall.rules.counters) {
        const auto* desk = hall.desk(place.number);
        if (desk && desk->counter.state == CounterState::open)
            places_.emplace_back(&place, hall.servedAt(place));
    }
    const auto* sentTo = ticket.onlyCounter ? hall.desk(*ticket.onlyCounter) : nullptr;
    const bool waitsForOne = sentTo && sentTo->counter.state != CounterState::closed;
    auto own = shared(ticket.service, ticket.line());
    counters_ = std::move(own.counters);
    if (waitsForOne && sentTo->counter.state == CounterState::open) counters_ = {*ticket.onlyCounter};
    if (waitsForOne && sentTo->counter.state != CounterState::open) counters_.clear();
    if (counters_.empty()) return;
    own_ = standing(ticket, waitsForOne ? 1 : own.rank);
    count();
    if (!measured_) return;
    sumUp();
    later_ = base::Milliseconds(std::llround(1000 * seconds_ / static_cast<double>(counters_.size())));
    count();
    if (measured_) sumUp();
}

/// Before its counters are known, all that may take the line are its own.
PeopleAhead::Shared PeopleAhead::shared(const std::string& service, TicketClass line) const {
    Shared result;
    int all = 0;
    for (const auto& [place, served] : places_) {
        const auto ranked = std::find_if(served.begin(), served.end(),
                                         [&](const auto& one) { return one.service == service; });
        if (ranked == served.end() || !takes(hall_.rules, *place, service, line)) continue;
        ++all;
        if (!counters_.empty() && !counters_.contains(place->number)) continue;
        result.rank = result.counters.empty() ? ranked->rank : std::min(result.rank, ranked->rank);
        result.counters.insert(place->number);
    }
    if (all > 0) result.part = static_cast<double>(result.counters.size()) / all;
    return result;
}

PeopleAhead::Standing PeopleAhead::standing(const Ticket& ticket, int rank) const {
    return {standingAt(ticket, hall_.rules.lanes, now_), hall_.rules.calendar.counted(ticket.issuedAt, now_),
            ticket.place, rank};
}

/// Once its turn is near: others reach the ceiling meanwhile.
bool PeopleAhead::goesBefore(const Standing& other) const {
    const auto& order = hall_.rules.order;
    const bool has = order.ceiling.count() > 0;
    const bool theirs = has && other.waited + later_ > order.ceiling,
               mine = has && own_.waited > order.ceiling;
    if (theirs != mine) return theirs;
    const auto score = [&](const Standing& one) {
        return mine ? static_cast<double>(one.waited.count())
                    : order.score(one.as, one.waited + later_, one.rank);
    };
    return std::pair(-score(other), other.place) < std::pair(-score(own_), own_.place);
}

bool PeopleAhead::isPatient(const Standing& other) const {
    return other.as != own_.as && other.waited + later_ > hall_.rules.order.capAfter;
}

void PeopleAhead::count() {
    before_ = patient_ = {};
    mostFairTurns_ = static_cast<double>(counters_.size());
    for (const auto& [service, queue] : hall_.queues)
        mostFairTurns_ += static_cast<double>(queue.of(ticket_.line()).size());
    for (const auto& service : hall_.rules.services) {
        const auto queue = hall_.queues.find(service.id);
        if (queue == hall_.queues.end()) continue;
        for (std::size_t kind = 0; kind < ticketClasses; ++kind) {
            const auto& line = queue->second.lines[kind];
            if (line.empty()) continue;
            const auto theirs = shared(service.id, static_cast<TicketClass>(kind));
            if (theirs.part > 0) countLine(line, theirs.rank, theirs.part);
        }
    }
    for (const int counter : counters_)
        for (const auto& line : hall_.desk(counter)->only.lines) countLine(line, 1, 1);
}

/// The line is in the order of arrival, so that the first who stays behind ends it; of booked ones each has
/// its own time.
void PeopleAhead::countLine(const Line& line, int rank, double part) {
    if (line.empty()) return;
    const auto& last = *hall_.ticket(line.rbegin()->second);
    const bool booked = last.line() == TicketClass::appointment;
    const auto end = standing(last, rank);
    if (!booked && !last.onlyCounter && goesBefore(end))
        return add(last.service, part * static_cast<double>(line.size()), before_[indexOf(end.as)]);
    double patient = 0;
    for (const auto& [place, id] : line) {
        const auto& ticket = *hall_.ticket(id);
        const auto one = standing(ticket, rank);
        if (id == ticket_.id) continue;
        if (goesBefore(one)) {
            add(ticket.service, part, before_[indexOf(one.as)]);
        } else if (isPatient(one) && patient < mostFairTurns_) {
            add(ticket.service, part, patient_[indexOf(one.as)]);
            patient += part;
        } else if (!booked) {
            break;
        }
    }
}

void PeopleAhead::add(const std::string& service, double people, Group& group) {
    const auto times = hall_.serviceTimes.find(service);
    measured_ = measured_ && times != hall_.serviceTimes.end() && times->second.count >= leastMeasured;
    if (!measured_) return;
    group.people += people;
    group.seconds += people * std::chrono::duration<double>(times->second.mean()).count();
}

/// How often its class steps back before it is called.
double PeopleAhead::fairTurns() const {
    const int cap = hall_.rules.order.of(own_.as).callsInARow;
    if (cap == 0) return 0;
    const double each = before_[indexOf(own_.as)].people / static_cast<double>(counters_.size());
    double turns = 0;
    for (const int counter : counters_) {
        const auto& run = hall_.desk(counter)->run;
        turns += std::floor(((run.ofClass == own_.as ? run.calls : 0) + each) / cap);
    }
    return turns;
}

void PeopleAhead::sumUp() {
    const auto& order = hall_.rules.order;
    const auto addUp = [](double sum, const Group& group) { return sum + group.people; };
    const double all = std::accumulate(before_.begin(), before_.end(), 0.0, addUp);
    people_ = seconds_ = 0;
    for (std::size_t i = 0; i < ticketClasses; ++i) {
        const int cap = order.of(static_cast<TicketClass>(i)).callsInARow;
        // Once it has waited so long itself, that class steps back for it and those before it.
        const bool stepsBack = cap > 0 && i != indexOf(own_.as) && own_.waited > order.capAfter;
        const double most = cap * (all - before_[i].people + 1);
        const double share = stepsBack && before_[i].people > most ? most / before_[i].people : 1;
        people_ += share * before_[i].people;
        seconds_ += share * before_[i].seconds;
    }
    const double patient = std::accumulate(patient_.begin(), patient_.end(), 0.0, addUp);
    const double share = patient > 0 ? std::min(1.0, fairTurns() / patient) : 0;
    for (const auto& group : patient_) {
        people_ += share * group.people;
        seconds_ += share * group.seconds;
    }
}

}  // namespace luot::queue
