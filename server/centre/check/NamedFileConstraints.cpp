#include "server/centre/check/Checks.hpp"

/// The files that a centre's file names.
namespace luot::server::centre::check {

using base::settings::toml::Constraint;
using base::settings::toml::known;
using base::settings::toml::oneOf;
using base::settings::toml::required;
using base::settings::toml::unique;
using base::settings::toml::within;

namespace {

constexpr int day = 24 * 60;  // minutes

}  // namespace

std::vector<Constraint> catalogueConstraints() {
    return {
        required("services"),
        required("services[].id"),
        required("services[].name.vi"),
        unique("services[].id"),
        required("procedures[].id"),
        required("procedures[].service"),
        required("procedures[].name.vi"),
        unique("procedures[].id"),
        unique("procedures[].code"),
        known("procedures[].service", "services[].id"),
        oneOf("procedures[].kind", "procedure|counter-service"),
        oneOf("procedures[].volume", "low|mid|high"),
        oneOf("procedures[].levels[]", "commune|province"),
        within("procedures[].counter_minutes.typical", 0, day),
    };
}

std::vector<Constraint> holidayConstraints() {
    return {
        required("days[].date"),
        required("days[].name.vi"),
        unique("days[].date"),
        required("worked_days[].date"),
        unique("worked_days[].date"),
        required("worked_days[].use_day"),
        oneOf("worked_days[].use_day", "mon|tue|wed|thu|fri|sat|sun"),
    };
}

}  // namespace luot::server::centre::check
