#include "server/centre/check/WrittenDay.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/centre/Sessions.hpp"

namespace luot::server::centre::check {

std::vector<WrittenDay> daysOf(const Week& week, const std::string& path, const std::string& suffix) {
    std::vector<WrittenDay> days;
    for (std::size_t day = 0; day < weekdayKeys.size(); ++day)
        days.push_back({sessionsOf(week, day), day, fmt::format("{}.{}", path, weekdayKeys[day]),
                        std::string(weekdayKeys[day]) + suffix});
    return days;
}

std::vector<WrittenDay> writtenDays(const WorkingTime& calendar) {
    auto days = daysOf(calendar.week, "calendar.week");
    for (std::size_t i = 0; i < calendar.periods.size(); ++i) {
        const auto& period = calendar.periods[i];
        for (auto& day : daysOf(period.week, fmt::format("calendar.periods[{}].week", i),
                                " from " + base::formatDate(period.from)))
            days.push_back(std::move(day));
    }
    for (std::size_t i = 0; i < calendar.overrides.size(); ++i) {
        const auto& day = calendar.overrides[i];
        if (!day.sessions || !day.date.ok()) continue;
        days.push_back({*day.sessions, base::weekdayOf(day.date),
                        fmt::format("calendar.overrides[{}].sessions", i), base::formatDate(day.date)});
    }
    return days;
}

const std::vector<std::string>& usualSessions(const WorkingTime& calendar, base::Date date,
                                              std::size_t weekday) {
    const auto& periods = calendar.periods;
    const auto found = std::find_if(periods.begin(), periods.end(),
                                    [&](const auto& p) { return p.from <= date && date <= p.to; });
    return sessionsOf(found == periods.end() ? calendar.week : found->week, weekday);
}

}  // namespace luot::server::centre::check
