#pragma once

#include <cstdint>
#include <vector>

#include "base/Time.hpp"
#include "protocol/HallView.hpp"

namespace luot::counterclient::hall {

/// Both clocks at one moment: waits are told in the centre's time, which may run faster in training; what
/// concerns the clerk's hand is told by the program's own.
struct Moment {
    std::int64_t local = 0;  ///< monotonic, milliseconds
    base::Instant server{};
};

enum class CounterMode {
    unknown,  ///< no picture of the hall yet, or a hall without this counter
    closed,
    idle,
    calling,
    serving,
    paused,
};

/// What the counter is doing, read out of the hall. Points into the hall: valid until its next change.
struct Situation {
    CounterMode mode = CounterMode::unknown;
    const protocol::Counter* counter = nullptr;
    const protocol::Ticket* ticket = nullptr;  ///< called or serving here
    bool paused = false;                       ///< also while somebody is still being served

    bool hasTicket() const { return ticket != nullptr; }
};

Situation situationOf(const protocol::HallView& view, int counter);

/// Calls of the ticket since it was last put aside; a number that came back is called anew.
int callsNow(const protocol::Ticket& ticket);
/// When they began.
base::Instant callingSince(const protocol::Ticket& ticket);

/// Whole seconds from `since` to `now`, never negative: the two clocks may differ a little.
std::int64_t secondsSince(base::Instant since, base::Instant now);

/// How bad a wait is, by the centre's targets.
enum class WaitGrade { fine, warn, breach, severe };
WaitGrade gradeOf(const protocol::Ticket& ticket, const protocol::Centre& centre, base::Instant now);

/// Numbers that may be taken up again here: held ones, and late comers while they may still return. Held
/// first, each in the order in which they were put aside.
std::vector<const protocol::Ticket*> heldFor(const protocol::HallView& view, int counter, base::Instant now);

}  // namespace luot::counterclient::hall
