#pragma once

#include <vector>

#include "base/settings/toml/Constraint.hpp"
#include "server/centre/Centre.hpp"

/// What the files of a centre must fulfil: tables of constraints on single values, and checks that compare
/// values.
namespace luot::server::centre::check {

using base::settings::Complaints;
using base::settings::toml::Document;

std::vector<base::settings::toml::Constraint> centreConstraints();
std::vector<base::settings::toml::Constraint> catalogueConstraints();
std::vector<base::settings::toml::Constraint> holidayConstraints();

/// All checks that compare values of the centre's file with each other.
void checkCentre(const Document& document, const Description& description, Complaints& complaints);

/// The procedures whose result is promised for the same day stand in the catalogue.
void checkSameDay(const Document& document, const Centre& centre, Complaints& complaints);

void checkCalendar(const Document& document, const Description& description, Complaints& complaints);
void checkOwnHours(const Document& document, const Description& description, Complaints& complaints);
void checkNumbers(const Document& document, const Description& description, Complaints& complaints);
void checkServed(const Document& document, const Description& description, Complaints& complaints);
void checkCounters(const Document& document, const Description& description, Complaints& complaints);
void checkLanes(const Document& document, const Description& description, Complaints& complaints);
void checkPromises(const Document& document, const Description& description, Complaints& complaints);

/// Parts of checkCalendar: the days that differ from the usual week.
void checkPeriods(const Document& document, const WorkingTime& calendar, Complaints& complaints);
void checkOverrides(const Document& document, const WorkingTime& calendar, Complaints& complaints);

/// The sessions of a week, of which there is one at least.
void checkWeek(const Document& document, const Week& week, const std::string& path, Complaints& complaints);

/// The sessions of one day: well written, in order and apart.
void checkSessions(const Document& document, const std::vector<std::string>& sessions,
                   const std::string& path, Complaints& complaints);

/// Unless the same has been said of that place.
void complainOnce(const Document& document, const std::string& path, std::string what,
                  Complaints& complaints);

}  // namespace luot::server::centre::check
