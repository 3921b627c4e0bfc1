#pragma once

#include <cstddef>
#include <vector>

#include "base/Result.hpp"
#include "queue/Command.hpp"
#include "queue/Event.hpp"
#include "queue/Hall.hpp"
#include "queue/Refusal.hpp"

namespace luot::queue {

/// The only place where rules live: what happens if `command` is given at `now`. Pure; the hall is not
/// changed. No events means that all is as asked for already.
base::Result<std::vector<Event>, Refusal> decide(const Hall& hall, const Command& command, Instant now);

/// An element of a list that came with a command, and one reason why it cannot be taken.
struct WrongElement {
    std::size_t place = 0;  ///< in the list, from 0
    Refusal refusal;
};

/// All that is wrong in the command's list, in its order; decide() names the first. Empty for commands whose
/// elements nobody corrects one by one.
std::vector<WrongElement> wrongElements(const Hall& hall, const Command& command, Instant now);

/// Applies a fact. Cannot fail: a fact that does not fit the hall is a bug or a damaged journal, and
/// asserted. `at` is the moment of the fact.
void evolve(Hall& hall, const Event& event, Instant at);

}  // namespace luot::queue
