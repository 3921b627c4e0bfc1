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

/// The people who go before a ticket at its counters, and the time that they take there.
class Ahead {
public:
    Ahead(const Hall& hall, const Ticket& ticket, const std::set<int>& counters)
        : hall_(hall), ticket_(ticket), counters_(counters) {
        for (const auto& service : hall.rules.services)
            for (std::size_t line = 0; line < ticketClasses; ++line)
                add(service, static_cast<TicketClass>(line));
    }

    double people() const { return people_; }
    double seconds() const { return seconds_; }
    /// False: the time of somebody's service was not measured.
    bool measured() const { return measured_; }

private:
    /// How many of that line go before the ticket.
    double before(const Line& waiting, TicketClass line) const {
        const auto& order = hall_.rules.order;
        const auto theirs = order.of(line).headStart, own = order.of(ticket_.line()).headStart;
        if (theirs < own || waiting.empty()) return 0;
        const bool all = theirs > own || waiting.rbegin()->first < ticket_.place;
        if (all) return static_cast<double>(waiting.size());
        return static_cast<double>(std::distance(waiting.begin(), waiting.lower_bound(ticket_.place)));
    }

    void add(const Service& service, TicketClass line) {
        const auto queue = hall_.queues.find(service.id);
        const double people = queue == hall_.queues.end() ? 0 : before(queue->second.of(line), line);
        if (people == 0) return;
        const auto theirs = countersFor(hall_, service.id, line);
        const auto shared = std::count_if(theirs.begin(), theirs.end(),
                                          [&](int counter) { return counters_.contains(counter); });
        if (shared == 0) return;
        const auto times = hall_.serviceTimes.find(service.id);
        measured_ = measured_ && times != hall_.serviceTimes.end() && times->second.count >= leastMeasured;
        if (!measured_) return;
        // Whom other counters may take as well is here with that part alone.
        const double part = people * static_cast<double>(shared) / static_cast<double>(theirs.size());
        people_ += part;
        seconds_ += part * std::chrono::duration<double>(times->second.mean()).count();
    }

    const Hall& hall_;
    const Ticket& ticket_;
    const std::set<int>& counters_;
    double people_ = 0;
    double seconds_ = 0;
    bool measured_ = true;
};

}  // namespace

double erlangQuantile(double ahead, double meanBetween, double share) {
    return boost::math::gamma_p_inv(ahead + 1, share) * meanBetween;
}

std::optional<Estimate> estimateFor(const Hall& hall, const Ticket& ticket) {
    const auto counters = countersFor(hall, ticket.service, ticket.line());
    const auto own = hall.serviceTimes.find(ticket.service);
    if (counters.empty() || own == hall.serviceTimes.end() || own->second.count < leastMeasured)
        return std::nullopt;
    const Ahead ahead(hall, ticket, counters);
    if (!ahead.measured()) return std::nullopt;
    const bool somebodyIsFree = std::any_of(counters.begin(), counters.end(),
                                            [&](int counter) { return !hall.desk(counter)->ticket; });
    if (somebodyIsFree && ahead.people() < 1) return Estimate{};
    const double ownMean = std::chrono::duration<double>(own->second.mean()).count();
    const double mean = (ahead.seconds() + ownMean) / (ahead.people() + 1);
    const double between = mean / static_cast<double>(counters.size());
    const auto whole = [](double seconds) { return base::Seconds(std::llround(seconds)); };
    return Estimate{whole(erlangQuantile(ahead.people(), between, 0.5)),
                    whole(erlangQuantile(ahead.people(), between, 0.9))};
}

}  // namespace luot::queue
