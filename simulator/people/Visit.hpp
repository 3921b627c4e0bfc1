#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/Time.hpp"
#include "simulator/people/Dice.hpp"
#include "simulator/profile/Profile.hpp"

namespace luot::simulator::people {

/// What a clerk knows of the ticket that he has called.
struct CalledTicket {
    std::string id;
    std::string service;
    int dossiers = 1;
    base::Milliseconds waited{};

    bool operator==(const CalledTicket&) const = default;
};

enum class VisitEnd { finish, hold, transfer };

/// How one call goes on, drawn when the ticket is called.
struct Visit {
    bool comes = true;
    int recalls = 0;
    base::Milliseconds callToSit{};
    base::Milliseconds atCounter{};
    VisitEnd end = VisitEnd::finish;
    std::string outcome;     ///< of a finish
    std::string transferTo;  ///< service
    base::Milliseconds heldFor{};
};

/// `transferTo`: services that another counter takes; none: nobody is sent on.
Visit drawVisit(const profile::Profile& profile, const CalledTicket& ticket,
                const std::vector<std::string>& transferTo, Dice& dice);

/// The time that these dossiers take.
base::Milliseconds drawAtCounter(const profile::Profile& profile, const std::string& service, int dossiers,
                                 Dice& dice);
base::Milliseconds drawCallToSit(const profile::Profile& profile, Dice& dice);
/// Seconds that a clerk needs between two tickets.
base::Milliseconds drawTidying(const profile::Profile& profile, Dice& dice);
base::Milliseconds drawPause(const profile::Profile& profile, Dice& dice);
/// When a clerk would like a pause that day, in order.
std::vector<base::Instant> drawPauses(const profile::Profile& profile, base::Date date, Dice& dice);

}  // namespace luot::simulator::people
