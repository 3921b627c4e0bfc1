#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/Result.hpp"

namespace luot::base {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;

/// A moment, in milliseconds since 1970 UTC.
using Instant = std::chrono::sys_time<Milliseconds>;

/// A day of the calendar in the centre's zone.
using Date = std::chrono::year_month_day;

/// Minutes since local midnight, 0 to 1440.
using TimeOfDay = std::chrono::minutes;

/// Viet Nam has had one zone and no summer time since 1975 (Decision 121-CP of 1967 and 134-CP of 1975).
constexpr std::chrono::hours localOffset{7};

Date dateOf(Instant instant);
TimeOfDay timeOfDay(Instant instant);
Instant instantAt(Date date, TimeOfDay time);
Date nextDay(Date date);

/// "2026-11-23T07:30:00.250+07:00"; the milliseconds are left out when they are 0.
std::string formatInstant(Instant instant);
/// The same, at the end of `text`.
void addInstant(std::string& text, Instant instant);

/// Takes any offset, "Z" included. Error: invalidInput with the text.
Result<Instant> parseInstant(std::string_view text);

/// "2026-11-23"
std::string formatDate(Date date);
Result<Date> parseDate(std::string_view text);

/// "07:30"
std::string formatTimeOfDay(TimeOfDay time);
Result<TimeOfDay> parseTimeOfDay(std::string_view text);

/// "09:42" of the moment in the centre's zone.
std::string formatClock(Instant instant);

}  // namespace luot::base
