#pragma once

#include "queue/Hall.hpp"

/// What a day's opening does to the hall, for Evolve.cpp alone.
namespace luot::queue {

/// Nobody of the day before is left, and what it carried holds.
void startNewDay(Hall& hall, const Carried& carried);

/// A restore says which numbers a lost journal may have given today.
void passOver(Hall& hall, const std::map<std::string, int>& nextNumber);

}  // namespace luot::queue
