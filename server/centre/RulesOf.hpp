#pragma once

#include "server/centre/Centre.hpp"

namespace luot::server::centre {

/// The rules of the hall out of files that were found good.
queue::Rules rulesOf(const Description& description, const Holidays& holidays);

/// The working hours: the centre's own overrides win over the country's holidays.
base::Calendar calendarOf(const WorkingTime& time, const Holidays& holidays);

}  // namespace luot::server::centre
