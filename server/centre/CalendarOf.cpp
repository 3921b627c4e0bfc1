#include <algorithm>

#include "base/Assert.hpp"
#include "server/centre/RulesOf.hpp"
#include "server/centre/Sessions.hpp"

namespace luot::server::centre {

namespace {

base::DayPlan planOf(const std::vector<std::string>& sessions) {
    base::DayPlan plan;
    for (const auto& text : sessions) {
        const auto session = parseSession(text);
        LUOT_ASSERT(session.has_value());
        plan.sessions.push_back(*session);
    }
    return plan;
}

void addUnlessThere(std::vector<base::DayOverride>& overrides, base::DayOverride day) {
    const bool there =
        std::any_of(overrides.begin(), overrides.end(), [&](const auto& o) { return o.date == day.date; });
    if (!there) overrides.push_back(std::move(day));
}

std::optional<int> weekdayIn(const std::optional<std::string>& key) {
    return key ? std::optional(weekdayOf(*key)) : std::nullopt;
}

}  // namespace

base::Calendar calendarOf(base::Calendar centre, const Week& week) {
    for (std::size_t day = 0; day < weekdayKeys.size(); ++day)
        centre.week[day] = planOf(sessionsOf(week, day));
    return centre;
}

base::Calendar calendarOf(const WorkingTime& time, const Holidays& holidays) {
    auto calendar = calendarOf(base::Calendar{}, time.week);
    for (const auto& day : time.overrides)
        addUnlessThere(calendar.overrides, {day.date, day.open, weekdayIn(day.useDay), day.reason});
    for (const auto& day : holidays.days)
        addUnlessThere(calendar.overrides, {day.date, false, std::nullopt, day.name.vi});
    for (const auto& day : holidays.workedDays)
        addUnlessThere(calendar.overrides, {day.date, true, weekdayOf(day.useDay), day.reason});
    calendar.kioskOpensBefore = base::Minutes(time.kioskOpensMinutesBeforeSession);
    if (!time.kioskOpensAt.empty()) calendar.kioskOpensAt = *base::parseTimeOfDay(time.kioskOpensAt);
    calendar.closesAfter = base::Minutes(time.dayClosesMinutesAfterLastSession);
    return calendar;
}

}  // namespace luot::server::centre
