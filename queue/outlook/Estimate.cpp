#include "queue/outlook/Estimate.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <map>
#include <set>

namespace luot::queue {

namespace {

/// The counters that serve now and may take tickets of `service` and that class.
std::set<int> countersFor(const Hall& hall, const std::string& service, TicketClass line) {
    std::set<int> counters;
    for (const auto& place : hall.rules.counters) {
        const auto* desk = hall.desk(place.number);
        if (!desk || desk->counter.state != CounterState::open) continue;
        if (line == TicketClass::priority ? place.priority == TakesPriority::no
                                          : place.priority == TakesPriority::only)
            continue;
        const auto served = hall.servedAt(place);
        if (std::any_of(served.begin(), served.end(),
                        [&](const auto& one) { return one.service == service; }))
            counters.insert(place.number);
    }
    return counters;
}

/// How many of that line go before the ticket.
double before(const Hall& hall, const ServiceQueue& queue, TicketClass line, const Ticket& ticket) {
    const auto& order = hall.rules.order;
    const auto& waiting = queue.of(line);
    const auto theirs = order.of(line).headStart, own = order.of(ticket.line()).headStart;
    if (theirs > own) return static_cast<double>(waiting.size());
    if (theirs < own) return 0;
    if (!waiting.empty() && waiting.rbegin()->first < ticket.place)
        return static_cast<double>(waiting.size());
    return static_cast<double>(std::distance(waiting.begin(), waiting.lower_bound(ticket.place)));
}

/// People who go before the ticket at its counters, and the time that they take there.
struct Ahead {
    double people = 0;
    double work = 0;  ///< seconds
    bool measured = true;
};

void addLine(const Hall& hall, const Service& service, TicketClass line, const Ticket& ticket,
             const std::set<int>& counters, Ahead& ahead) {
    const auto queue = hall.queues.find(service.id);
    if (queue == hall.queues.end()) return;
    const double people = before(hall, queue->second, line, ticket);
    if (people == 0) return;
    const auto theirs = countersFor(hall, service.id, line);
    const auto shared =
        std::count_if(theirs.begin(), theirs.end(), [&](int counter) { return counters.contains(counter); });
    if (shared == 0) return;
    const auto times = hall.serviceTimes.find(service.id);
    if (times == hall.serviceTimes.end() || times->second.count < leastMeasured) {
        ahead.measured = false;
        return;
    }
    // Whom other counters may take as well is here with that part alone.
    const double part = people * static_cast<double>(shared) / static_cast<double>(theirs.size());
    ahead.people += part;
    ahead.work += part * std::chrono::duration<double>(times->second.mean()).count();
}

}  // namespace

double erlangQuantile(double ahead, double meanBetween, double share) {
    return boost::math::gamma_p_inv(ahead + 1, share) * meanBetween;
}

std::optional<Estimate> estimateFor(const Hall& hall, const Ticket& ticket) {
    const auto counters = countersFor(hall, ticket.service, ticket.line());
    const auto own = hall.serviceTimes.find(ticket.service);
    if (counters.empty() || own == hall.serviceTimes.end() || own->second.count < leastMeasured)
        return std::nullopt;
    Ahead ahead;
    for (const auto& service : hall.rules.services)
        for (std::size_t line = 0; line < ticketClasses; ++line)
            addLine(hall, service, static_cast<TicketClass>(line), ticket, counters, ahead);
    if (!ahead.measured) return std::nullopt;
    const bool somebodyIsFree = std::any_of(counters.begin(), counters.end(),
                                            [&](int counter) { return !hall.desk(counter)->ticket; });
    if (somebodyIsFree && ahead.people < 1) return Estimate{};
    const double ownMean = std::chrono::duration<double>(own->second.mean()).count();
    const double mean = (ahead.work + ownMean) / (ahead.people + 1);
    const double between = mean / static_cast<double>(counters.size());
    const auto whole = [](double seconds) { return base::Seconds(std::llround(seconds)); };
    return Estimate{whole(erlangQuantile(ahead.people, between, 0.5)),
                    whole(erlangQuantile(ahead.people, between, 0.9))};
}

}  // namespace luot::queue
