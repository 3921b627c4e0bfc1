#include <algorithm>

#include "base/Assert.hpp"
#include "server/centre/RulesOf.hpp"
#include "server/centre/Sessions.hpp"

namespace luot::server::centre {

namespace {

using base::DayPlan;
using Sessions = std::vector<base::Session>;

Sessions parsed(const std::vector<std::string>& texts) {
    Sessions sessions;
    for (const auto& text : texts) {
        const auto session = parseSession(text);
        LUOT_ASSERT(session.has_value());
        sessions.push_back(*session);
    }
    return sessions;
}

std::vector<DayPlan> planOf(const Week& week) {
    std::vector<DayPlan> plan;
    for (std::size_t day = 0; day < weekdayKeys.size(); ++day)
        plan.push_back({parsed(sessionsOf(week, day))});
    return plan;
}

/// The time that belongs to a session of both.
Sessions common(const Sessions& own, const Sessions& centre) {
    Sessions sessions;
    for (const auto& one : own)
        for (const auto& other : centre) {
            const base::Session both{std::max(one.from, other.from), std::min(one.to, other.to)};
            if (both.from < both.to) sessions.push_back(both);
        }
    return sessions;
}

std::vector<DayPlan> common(const std::vector<DayPlan>& own, const std::vector<DayPlan>& centre) {
    std::vector<DayPlan> week;
    for (std::size_t day = 0; day < own.size(); ++day)
        week.push_back({common(own[day].sessions, centre[day].sessions)});
    return week;
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

base::Calendar calendarOf(base::Calendar centre, const Week& own) {
    const auto week = planOf(own);
    for (auto& day : centre.overrides) {
        if (day.sessions.empty()) continue;
        day.sessions = common(week[base::weekdayOf(day.date)].sessions, day.sessions);
        day.open = !day.sessions.empty();
    }
    for (auto& period : centre.periods) period.week = common(week, period.week);
    centre.week = common(week, centre.week);
    return centre;
}

base::Calendar calendarOf(const WorkingTime& time, const Holidays& holidays) {
    base::Calendar calendar;
    calendar.week = planOf(time.week);
    for (const auto& period : time.periods)
        calendar.periods.push_back(
            {period.from, period.to, planOf(period.week), period.reason, period.decision});
    for (const auto& day : time.overrides)
        addUnlessThere(calendar.overrides, {day.date, day.open, weekdayIn(day.useDay), day.reason,
                                            parsed(day.sessions.value_or(std::vector<std::string>{}))});
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
