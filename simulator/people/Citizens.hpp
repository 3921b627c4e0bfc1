#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/Time.hpp"
#include "simulator/people/Dice.hpp"
#include "simulator/profile/Profile.hpp"

namespace luot::simulator::people {

/// One visitor who takes a number.
struct Citizen {
    base::Instant at{};
    std::string service;
    bool priority = false;
    int dossiers = 1;
    base::Milliseconds patience{};           ///< goes away when told to wait longer
    std::optional<std::string> thenService;  ///< takes another number afterwards

    bool operator==(const Citizen&) const = default;
};

/// What one day brings.
struct Demand {
    base::Date date{};
    base::Instant from{};               ///< who would have come before is left out
    double typicalTickets = 0;          ///< of a typical day
    std::map<std::string, double> mix;  ///< weight of each service
    std::optional<int> exactly;         ///< so many come, whatever the day; nobody takes a second number
};

/// Draws the visitors of a day: an inhomogeneous Poisson process, constant within each slot of the profile,
/// whose total is the typical day by the weekday's factor and a gamma variate for the day.
class Citizens {
public:
    /// `profile` must outlive it.
    Citizens(const profile::Profile& profile, Demand demand, std::uint64_t seed);

    /// In order of their coming. The same seed gives the same day.
    std::vector<Citizen> day();

private:
    /// A stretch of time in which visitors come evenly.
    struct Stretch {
        base::Instant begin{};
        base::Milliseconds length{};
        double share = 0;
    };
    std::vector<Stretch> stretches() const;
    double expected();
    base::Instant momentIn(const Stretch& stretch);
    Citizen citizenAt(base::Instant at);
    int dossiersFor(const std::string& service);

    const profile::Profile& profile_;
    Demand demand_;
    Dice arrivals_;
    Dice traits_;
};

/// The factor of that weekday; 1 on a day on which nobody would come: a day that is played is a working day.
double weekdayFactor(const profile::WeekdayFactor& factors, base::Date date);

}  // namespace luot::simulator::people
