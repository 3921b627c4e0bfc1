#pragma once

#include "server/centre/Centre.hpp"

namespace luot::server::centre {

/// The rules of the hall out of files that were found good.
queue::Rules rulesOf(const Description& description, const Holidays& holidays, const Catalogue& catalogue);

// Parts of them, which the checks look at too; these take any file.

/// Where the numbers of that service come from: its own, or the series that it or the whole centre shares.
queue::NumberSeries numbersOf(const ServicePlace& place, const Description& description);

/// The numbers of the bulk lane; without prefix when it has none of its own.
queue::NumberSeries bulkNumbersOf(const Description& description);

/// How many dossiers make a ticket a bulk one: the lane says, else [ticketing].
int bulkFrom(const Description& description);

/// The counter with what it serves: a priority window serves its priority_services too, all with rank 1.
queue::CounterPlace counterOf(const CounterDesk& desk, const std::vector<ServicePlace>& services);

/// The procedures of this centre's services and level.
std::vector<const Procedure*> proceduresHere(const Description& description, const Catalogue& catalogue);
/// Those of them whose papers say when the result comes.
std::vector<const Procedure*> sameDayProcedures(const Description& description, const Catalogue& catalogue);

/// The working hours: the centre's own overrides win over the country's holidays.
base::Calendar calendarOf(const WorkingTime& time, const Holidays& holidays);

/// The hours of a service with a week of its own: it keeps them in periods and on overrides too, as far as
/// the centre is open then.
base::Calendar calendarOf(base::Calendar centre, const Week& own);

/// The call order that the file names, with what it changes in it.
queue::OrderRules orderOf(const Description& description);

/// The decisions on which the tables of the file rest, as far as they are dated.
std::vector<queue::Basis> basisOf(const Description& description);

/// The newest day from which any of it holds.
std::optional<base::Date> validFrom(const std::vector<queue::Basis>& basis);

}  // namespace luot::server::centre
