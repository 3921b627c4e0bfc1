#pragma once

#include <vector>

#include "protocol/Hall.hpp"

/// How many people go before a waiting ticket, counted from the wire's picture as the server counts it.
namespace luot::protocol {

/// Counts each ticket of the whole list of those who wait, which is in place order, in two passes.
void putAhead(std::vector<Ticket>& waiting, const HeadStarts& headStarts);

/// Of one ticket; 0 unless it waits.
int aheadOf(const Ticket& ticket, const std::vector<Ticket>& waiting, const HeadStarts& headStarts);

}  // namespace luot::protocol
