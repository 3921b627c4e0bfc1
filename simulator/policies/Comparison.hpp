#pragma once

#include <string>
#include <vector>

#include "queue/Rules.hpp"
#include "simulator/profile/Profile.hpp"
#include "simulator/twin/Waiting.hpp"

namespace luot::simulator::policies {

/// A centre whose days are to be played.
struct Scene {
    queue::Rules rules;
    profile::Profile profile;
    profile::CentreDemand demand;
    base::Date day{};  ///< a working day of that weekday
};

/// A call order by its name.
struct NamedOrder {
    std::string name;
    queue::OrderRules order;
};

/// What one call order brought over all seeds.
struct Row {
    std::string policy;
    twin::Waiting waiting;
    double longestOfDay = 0;  ///< minutes; mean over the seeds of each day's longest wait
    double overtime = 0;  ///< minutes that the last counter works after the last session; mean over the seeds
};

/// The visitors of one day as they come, with what each needs at the counter. Nobody loses patience, is sent
/// on or put aside, and no clerk pauses; so that all call orders face the same day.
std::vector<twin::Visitor> visitorsOf(const Scene& scene, std::uint64_t seed);

/// Plays the same days, of the seeds 1 to `seeds`, under each order with a clerk at every counter.
std::vector<Row> compare(const Scene& scene, const std::vector<NamedOrder>& orders, int seeds);

}  // namespace luot::simulator::policies
