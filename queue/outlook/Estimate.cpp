#include "queue/outlook/Estimate.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "queue/outlook/PeopleAhead.hpp"

namespace luot::queue {

namespace {

/// When so much waiting will have counted (see base::Calendar::counted): what is left behind the end of a
/// session goes on in the next. None: the day's queue ends before.
std::optional<Instant> afterCounted(const Hall& hall, Instant now, base::Milliseconds waiting) {
    const auto date = base::dateOf(now);
    const auto& sessions = hall.rules.calendar.sessionsOn(date);
    if (sessions.empty() || hall.openedByCommand) return now + waiting;
    auto moment = now;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        moment = std::max(moment, base::instantAt(date, sessions[i].from));
        const auto left = base::instantAt(date, sessions[i].to) - moment;
        if (waiting <= left || i + 1 == sessions.size()) break;
        waiting -= std::max(left, base::Milliseconds{0});
    }
    const auto closes = base::instantAt(date, sessions.back().to) + hall.rules.calendar.closesAfter;
    return moment + waiting <= closes ? std::optional(moment + waiting) : std::nullopt;
}

std::optional<Estimate> onTheClock(const Hall& hall, Instant now, double p50, double p90) {
    const auto at = [&](double seconds) {
        return afterCounted(hall, now, base::Milliseconds(std::llround(seconds * 1000)));
    };
    const auto half = at(p50), mostly = at(p90);
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
