#include "queue/outlook/Estimate.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "queue/outlook/PeopleAhead.hpp"

namespace luot::queue {

namespace {

/// None: the day's queue ends before.
std::optional<Instant> afterWaiting(const Hall& hall, Instant now, double seconds) {
    const base::Milliseconds waiting(std::llround(seconds * 1000));
    if (hall.openedByCommand) return now + waiting;
    return hall.rules.calendar.whenCounted(now, waiting);
}

std::optional<Estimate> onTheClock(const Hall& hall, Instant now, double p50, double p90) {
    const auto half = afterWaiting(hall, now, p50), mostly = afterWaiting(hall, now, p90);
    if (!half || !mostly) return std::nullopt;
    return Estimate{std::chrono::round<base::Seconds>(*half - now),
                    std::chrono::round<base::Seconds>(*mostly - now)};
}

}  // namespace

double erlangQuantile(double ahead, double meanBetween, double share) {
    return boost::math::gamma_p_inv(ahead + 1, share) * meanBetween;
}

std::optional<Estimate> estimateFor(const Hall& hall, const Ticket& ticket, Instant now) {
    const auto own = hall.serviceTimes.find(ticket.service);
    if (own == hall.serviceTimes.end() || own->second.count < leastMeasured) return std::nullopt;
    const PeopleAhead ahead(hall, ticket, now);
    const auto& counters = ahead.counters();
    if (counters.empty() || !ahead.measured()) return std::nullopt;
    const bool somebodyIsFree = std::any_of(counters.begin(), counters.end(),
                                            [&](int counter) { return !hall.desk(counter)->ticket; });
    if (somebodyIsFree && ahead.people() < 1) return onTheClock(hall, now, 0, 0);
    const double ownMean = std::chrono::duration<double>(own->second.mean()).count();
    const double mean = (ahead.seconds() + ownMean) / (ahead.people() + 1);
    const double between = mean / static_cast<double>(counters.size());
    return onTheClock(hall, now, erlangQuantile(ahead.people(), between, 0.5),
                      erlangQuantile(ahead.people(), between, 0.9));
}

}  // namespace luot::queue
