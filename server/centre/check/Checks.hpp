#pragma once

#include <vector>

#include "base/settings/toml/Constraint.hpp"
#include "server/centre/Centre.hpp"

/// What the files of a centre must fulfil: tables of constraints on single values, and checks that compare
/// values.
namespace luot::server::centre {

using base::settings::Complaints;
using base::settings::toml::Document;

std::vector<base::settings::toml::Constraint> centreConstraints();
std::vector<base::settings::toml::Constraint> catalogueConstraints();
std::vector<base::settings::toml::Constraint> holidayConstraints();

/// All checks that compare values of the centre's file with each other.
void checkCentre(const Document& document, const Description& description, Complaints& complaints);

void checkCalendar(const Document& document, const Description& description, Complaints& complaints);
void checkServices(const Document& document, const Description& description, Complaints& complaints);
void checkCounters(const Document& document, const Description& description, Complaints& complaints);
void checkTargets(const Document& document, const Targets& targets, Complaints& complaints);
void checkRating(const Document& document, const Rating& rating, Complaints& complaints);
void checkDemand(const Document& document, const Expectation& demand, Complaints& complaints);

}  // namespace luot::server::centre
