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

/// Served people of a service that its time must be measured on; fewer would be a guess.
constexpr int leastMeasured = 5;

/// Of a waiting ticket, or of one that is issued now when it is not in the hall. From the people who go
/// before it, the open counters that may take it and their measured times: with n people before it and s
/// counters that end one service in m each, the wait is Erlang(n + 1, s / m); nothing when somebody is free.
/// None when nobody serves it or a time was not measured. The cost grows with the services and counters, and
/// for a ticket in the middle of its line with those before it.
std::optional<Estimate> estimateFor(const Hall& hall, const Ticket& ticket);

/// The Erlang quantile: the time below which n + 1 services of a joint mean end with probability `share`.
/// `ahead` may be broken: people whom other counters may take as well.
double erlangQuantile(double ahead, double meanBetween, double share);

}  // namespace luot::queue
