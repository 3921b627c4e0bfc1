#include <fmt/format.h>

#include "server/centre/Sessions.hpp"
#include "server/centre/check/Checks.hpp"
#include "server/centre/check/WrittenDay.hpp"

/// Days that differ from the usual week: periods and single days.
namespace luot::server::centre::check {

namespace {

std::string periodPath(std::size_t index) { return fmt::format("calendar.periods[{}]", index); }

bool isInOrder(const SpecialPeriod& period) {
    return period.from.ok() && period.to.ok() && period.from <= period.to;
}

/// Of two periods with a day in common the later one in the file is named.
void checkApart(const Document& document, const std::vector<SpecialPeriod>& periods, std::size_t index,
                Complaints& complaints) {
    const auto& period = periods[index];
    for (std::size_t before = 0; before < index; ++before) {
        const auto& other = periods[before];
        if (!isInOrder(other) || other.to < period.from || period.to < other.from) continue;
        complaints.push_back(document.complaint(
            periodPath(index) + ".from",
            fmt::format("has days in common with the period {} to {} in line {}; put the periods apart",
                        base::formatDate(other.from), base::formatDate(other.to),
                        document.lineOf(periodPath(before)))));
    }
}

/// An open day that has neither sessions nor a weekday with some.
void checkStaysClosed(const Document& document, const WorkingTime& calendar, std::size_t index,
                      Complaints& complaints) {
    const auto& day = calendar.overrides[index];
    if (!day.open || !day.date.ok()) return;
    const int weekday = day.useDay ? weekdayOf(*day.useDay) : static_cast<int>(base::weekdayOf(day.date));
    if (weekday < 0) return;  // no weekday: Constraint has said so
    const auto at = static_cast<std::size_t>(weekday);
    if (!usualSessions(calendar, day.date, at).empty()) return;
    complaints.push_back(document.complaint(
        fmt::format("calendar.overrides[{}].{}", index, day.useDay ? "use_day" : "open"),
        fmt::format("the day stays closed: {} has no session then; {}", weekdayKeys[at],
                    day.useDay ? "name another day, or add sessions" : "add sessions or use_day")));
}

void checkOwnSessions(const Document& document, const SpecialDay& day, const std::string& path,
                      Complaints& complaints) {
    const auto complain = [&](std::string what) {
        complaints.push_back(document.complaint(path, std::move(what)));
    };
    if (day.useDay) complain("stands beside use_day; delete one of the two");
    if (!day.open)
        complain("counts only with open = true; add that, or delete the sessions");
    else if (day.sessions->empty())
        complain("has no session; fill it in, or write open = false");
    checkSessions(document, *day.sessions, path, complaints);
}

}  // namespace

void checkPeriods(const Document& document, const WorkingTime& calendar, Complaints& complaints) {
    for (std::size_t i = 0; i < calendar.periods.size(); ++i) {
        const auto& period = calendar.periods[i];
        checkWeek(document, period.week, periodPath(i) + ".week", complaints);
        if (isInOrder(period))
            checkApart(document, calendar.periods, i, complaints);
        else if (period.from.ok() && period.to.ok())
            complaints.push_back(
                document.complaint(periodPath(i) + ".to",
                                   fmt::format("'{}' is before from '{}'; turn them round",
                                               base::formatDate(period.to), base::formatDate(period.from))));
    }
}

void checkOverrides(const Document& document, const WorkingTime& calendar, Complaints& complaints) {
    for (std::size_t i = 0; i < calendar.overrides.size(); ++i) {
        const auto& day = calendar.overrides[i];
        if (day.sessions)
            checkOwnSessions(document, day, fmt::format("calendar.overrides[{}].sessions", i), complaints);
        else
            checkStaysClosed(document, calendar, i, complaints);
    }
}

}  // namespace luot::server::centre::check
