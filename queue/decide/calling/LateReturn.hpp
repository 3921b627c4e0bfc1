#pragma once

#include <cstdint>

#include "queue/Hall.hpp"

/// What a no-show who comes after all may still have.
namespace luot::queue {

/// A no-show whose time to come back is over. False for every other ticket.
bool isTooLate(const Hall& hall, const Ticket& ticket, Instant now);

/// Where a late comer waits now: behind `lateReturnBehind` tickets of its line and the late comers already
/// there, never before its own old place. No other ticket of the day has, had or will have that place.
std::int64_t lateComersPlace(const Hall& hall, const Ticket& ticket);

/// A place that nobody has had, behind that one and before the next issue.
std::int64_t placeBehind(const Hall& hall, std::int64_t place);

}  // namespace luot::queue
