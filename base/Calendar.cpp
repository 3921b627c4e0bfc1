#include "base/Calendar.hpp"

#include <algorithm>

namespace luot::base {

namespace {

const std::vector<Session> closed;
constexpr int daysToLookAhead = 8;

std::size_t weekdayOf(Date date) {
    return std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding() - 1;
}

}  // namespace

const std::vector<Session>& Calendar::sessionsOn(Date date) const {
    const auto found =
        std::find_if(overrides.begin(), overrides.end(), [&](const auto& o) { return o.date == date; });
    if (found == overrides.end()) return week[weekdayOf(date)].sessions;
    if (!found->open) return closed;
    return week[found->useWeekday ? static_cast<std::size_t>(*found->useWeekday) : weekdayOf(date)].sessions;
}

bool Calendar::givesTickets(Instant now) const {
    const auto time = timeOfDay(now);
    const auto& sessions = sessionsOn(dateOf(now));
    return std::any_of(sessions.begin(), sessions.end(),
                       [&](const auto& s) { return s.from - kioskOpensBefore <= time && time < s.to; });
}

bool Calendar::dayIsOn(Instant now) const {
    const auto time = timeOfDay(now);
    const auto& sessions = sessionsOn(dateOf(now));
    return !sessions.empty() && sessions.front().from - kioskOpensBefore <= time &&
           time < sessions.back().to + closesAfter;
}

std::optional<Instant> Calendar::nextChange(Instant now) const {
    Date date = dateOf(now);
    for (int i = 0; i < daysToLookAhead; ++i, date = nextDay(date)) {
        std::optional<Instant> earliest;
        const auto consider = [&](TimeOfDay time) {
            const auto moment = instantAt(date, time);
            if (moment > now && (!earliest || moment < *earliest)) earliest = moment;
        };
        const auto& sessions = sessionsOn(date);
        for (const auto& session : sessions) {
            consider(session.from - kioskOpensBefore);
            consider(session.to);
        }
        if (!sessions.empty())
            consider(std::min<TimeOfDay>(sessions.back().to + closesAfter, std::chrono::hours(24)));
        if (earliest) return earliest;
    }
    return std::nullopt;
}

std::optional<Instant> Calendar::nextGiving(Instant now) const {
    if (givesTickets(now)) return std::nullopt;
    constexpr int changesADay = 8;
    auto change = nextChange(now);
    for (int i = 0; i < daysToLookAhead * changesADay && change; ++i, change = nextChange(*change))
        if (givesTickets(*change)) return change;
    return std::nullopt;
}

}  // namespace luot::base
