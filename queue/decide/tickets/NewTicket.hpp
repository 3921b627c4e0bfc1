#pragma once

#include <string>

#include "queue/decide/Decisions.hpp"

/// What all ways into the hall share; their rules are in Issuing.cpp and alone/Merging.cpp.
namespace luot::queue {

/// No ticket may have it: it is empty, or somebody has had it today.
bool idIsTaken(const Hall& hall, const std::string& id);

/// The ticket of that wish, still without a number, behind all others.
Ticket newTicket(const Hall& hall, const IssueTicket& command, Instant now);

}  // namespace luot::queue
