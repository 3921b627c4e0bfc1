#pragma once

#include <optional>
#include <string>

#include "queue/Appointment.hpp"

/// A hall in virtual time: the real rules, no server, no clock, no disk. It serves the comparison of
/// policies, the runs against exact queueing figures and the question what another staffing would have
/// brought.
namespace luot::simulator::twin {

/// One stay at a counter. Drawn or recorded before the day is played, so that every policy meets the same
/// people.
struct Errand {
    std::string service;
    base::Milliseconds toCounter{};  ///< from the call to the chair
    base::Milliseconds atCounter{};
    base::Milliseconds tidying{};  ///< that the clerk needs before the next call
    bool comes = true;             ///< false: is called and does not come
};

/// How a visitor goes on after the first stay.
enum class Further {
    nothing,
    newNumber,  ///< takes another number for `then`
    sentOn,     ///< is sent to the service of `then` with the same number
};

/// Somebody who comes to the hall.
struct Visitor {
    base::Instant at{};
    bool priority = false;
    std::string lane = "normal";
    int dossiers = 1;
    std::optional<queue::Appointment> appointment;
    std::optional<int> onlyCounter;              ///< of a supplement
    std::optional<base::Milliseconds> patience;  ///< gives the number up after so much waiting; none: never
    Errand first;
    Further further = Further::nothing;
    Errand then;
};

/// A counter is staffed from `from` to `to`; who is there at the end is served to the end.
struct Shift {
    int counter = 0;
    base::Instant from{};
    base::Instant to{};
    bool staysForWaiting = false;  ///< ends only once nobody waits for the counter any more
    /// Whose skills count; none: somebody who may do what the counter may.
    std::optional<std::string> clerk = {};
};

/// What is done by command with a hall whose day does not follow its calendar alone.
struct Hours {
    std::optional<base::Instant> openedAt;
    std::optional<base::Instant> closedAt;
};

/// What became of one number.
struct Outcome {
    std::string service;
    bool priority = false;
    bool called = false;  ///< false: the day ended before, or the number was given up
    base::Instant issuedAt{};
    base::Milliseconds waited{};   ///< to the first call or that end, without the gaps between sessions
    base::Milliseconds inHouse{};  ///< the same with the gaps
    int passedOver = 0;  ///< who came earlier and waited on at the same counter, as the call's reason says
};

}  // namespace luot::simulator::twin
