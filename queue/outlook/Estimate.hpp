#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "queue/Hall.hpp"

namespace luot::queue {

/// How long a ticket will probably still wait: half of such waits are shorter than `p50`, nine of ten than
/// `p90`.
struct Estimate {
    base::Seconds p50S{};
    base::Seconds p90S{};

    bool operator==(const Estimate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (p50S, p90S))

/// Of a waiting ticket, or of one that is issued now when it is not in the hall. From the people who go
/// before it (PeopleAhead), the open counters that may take it and their measured times: with n people before
/// it and s counters that end one service in m each, the wait is Erlang(n + 1, s / m); nothing when somebody
/// is free. Breaks between sessions are added. None when nobody serves it, a time was not measured or the
/// day's queue ends before. The cost grows with the services and counters, and for a ticket in the middle of
/// its line with those before it.
std::optional<Estimate> estimateFor(const Hall& hall, const Ticket& ticket, Instant now);

/// The Erlang quantile: the time below which n + 1 services of a joint mean end with probability `share`.
/// `ahead` may be broken: people whom other counters may take as well.
double erlangQuantile(double ahead, double meanBetween, double share);

}  // namespace luot::queue
