#pragma once

#include "server/centre/part/WorkingTime.hpp"

namespace luot::server::centre::check {

/// The sessions of one day as a file has them: of a weekday of the usual week or of a period's, or of a
/// single day that has its own.
struct WrittenDay {
    std::vector<std::string> sessions;
    std::size_t weekday = 0;  ///< 0 Monday
    std::string path;         ///< "calendar.periods[0].week.mon"
    std::string name;         ///< in a sentence behind "on": "mon", "mon from 2025-07-24", "2026-02-15"
};

/// The seven days of a week; `suffix` stands behind the name of each.
std::vector<WrittenDay> daysOf(const Week& week, const std::string& path, const std::string& suffix = "");

/// All days of the calendar, the usual week first.
std::vector<WrittenDay> writtenDays(const WorkingTime& calendar);

/// The sessions of that weekday in the week that holds on that date.
const std::vector<std::string>& usualSessions(const WorkingTime& calendar, base::Date date,
                                              std::size_t weekday);

}  // namespace luot::server::centre::check
