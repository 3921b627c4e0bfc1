#pragma once

#include <string>

#include "queue/Rules.hpp"
#include "simulator/twin/Visitor.hpp"

namespace luot::simulator::twin {

/// A visitor with a number in the hand.
struct Guest {
    Visitor visitor;
    bool onFirst = true;  ///< errand

    const Errand& errand() const { return onFirst ? visitor.first : visitor.then; }
};

/// A counter of a played day and its clerk.
struct Desk {
    const queue::CounterPlace* place = nullptr;  ///< in the hall's rules
    bool staffed = false;
    bool free = false;     ///< the clerk waits for the next
    bool leaving = false;  ///< the shift is over ...
    bool stays = false;    ///< ... but somebody may wait still
    std::string ticket;    ///< called or served here; empty: nobody
    base::Milliseconds tidying{};
    base::Instant freeSince{};

    /// The service's rank at this counter; none of its own: behind all ranks.
    int rankOf(const std::string& service) const {
        constexpr int foreign = 1'000;
        for (const auto& served : place->services)
            if (served.service == service) return served.rank;
        return foreign;
    }
};

}  // namespace luot::simulator::twin
