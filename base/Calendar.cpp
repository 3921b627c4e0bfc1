#include "base/Calendar.hpp"

#include <algorithm>

namespace luot::base {

namespace {

const std::vector<Session> closed;
/// Tết and the weekends around it are ten days without a session; a month is longer than any closing.
constexpr int daysToLookAhead = 31;

/// The part of that day until `moment` that counts as waiting.
Milliseconds workedBefore(const std::vector<Session>& sessions, Date date, Instant moment) {
    if (sessions.empty()) return moment - instantAt(date, TimeOfDay{});
    Milliseconds worked{0};
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const auto begin = instantAt(date, sessions[i].from);
        const bool last = i + 1 == sessions.size();
        const auto end = last ? moment : std::min(moment, instantAt(date, sessions[i].to));
        if (end > begin) worked += end - begin;
    }
    return worked;
}

/// The week that holds on that day.
const std::vector<DayPlan>& weekOn(const Calendar& calendar, Date date) {
    const auto& periods = calendar.periods;
    const auto found = std::find_if(periods.begin(), periods.end(),
                                    [&](const auto& p) { return p.from <= date && date <= p.to; });
    return found == periods.end() ? calendar.week : found->week;
}

}  // namespace

std::size_t weekdayOf(Date date) {
    return std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding() - 1;
}

const std::vector<Session>& Calendar::sessionsOn(Date date) const {
    const auto found =
        std::find_if(overrides.begin(), overrides.end(), [&](const auto& o) { return o.date == date; });
    const auto& usual = weekOn(*this, date);
    if (found == overrides.end()) return usual[weekdayOf(date)].sessions;
    if (!found->open) return closed;
    if (!found->sessions.empty()) return found->sessions;
    return usual[found->useWeekday ? static_cast<std::size_t>(*found->useWeekday) : weekdayOf(date)].sessions;
}

TimeOfDay Calendar::kioskOpens(const std::vector<Session>& sessions, std::size_t session) const {
    const auto before = sessions[session].from - kioskOpensBefore;
    return session == 0 && kioskOpensAt ? std::min(*kioskOpensAt, before) : before;
}

bool Calendar::givesTickets(Instant now, Minutes lastBefore) const {
    const auto time = timeOfDay(now);
    const auto& sessions = sessionsOn(dateOf(now));
    for (std::size_t i = 0; i < sessions.size(); ++i)
        if (kioskOpens(sessions, i) <= time && time < sessions[i].to - lastBefore) return true;
    return false;
}

std::optional<Instant> Calendar::sessionAt(Instant now) const {
    const auto date = dateOf(now);
    for (const auto& session : sessionsOn(date))
        if (now < instantAt(date, session.to)) return instantAt(date, session.from);
    return std::nullopt;
}

Milliseconds Calendar::counted(Instant from, Instant to) const {
    if (to <= from) return Milliseconds{0};
    const auto date = dateOf(from);
    const auto midnight = instantAt(nextDay(date), TimeOfDay{});
    const auto& sessions = sessionsOn(date);
    if (to <= midnight) return workedBefore(sessions, date, to) - workedBefore(sessions, date, from);
    // Over midnight only after a long sleep of the machine: the rest is some other day's.
    return counted(from, midnight) + counted(midnight, std::min(to, midnight + std::chrono::hours(24)));
}

std::optional<Instant> Calendar::whenCounted(Instant from, Milliseconds waiting) const {
    const auto date = dateOf(from);
    const auto& sessions = sessionsOn(date);
    if (sessions.empty()) return from + waiting;
    auto moment = from;
    for (const auto& session : sessions) {
        moment = std::max(moment, instantAt(date, session.from));
        const auto left = instantAt(date, session.to) - moment;
        if (waiting <= left || &session == &sessions.back()) break;
        waiting -= std::max(left, Milliseconds{0});
    }
    const auto closes = instantAt(date, sessions.back().to) + closesAfter;
    return moment + waiting <= closes ? std::optional(moment + waiting) : std::nullopt;
}

bool Calendar::dayIsOn(Instant now) const {
    const auto time = timeOfDay(now);
    const auto& sessions = sessionsOn(dateOf(now));
    return !sessions.empty() && kioskOpens(sessions, 0) <= time && time < sessions.back().to + closesAfter;
}

std::optional<Instant> Calendar::nextChange(Instant now, Minutes lastBefore) const {
    Date date = dateOf(now);
    for (int i = 0; i < daysToLookAhead; ++i, date = nextDay(date)) {
        std::optional<Instant> earliest;
        const auto consider = [&](TimeOfDay time) {
            const auto moment = instantAt(date, time);
            if (moment > now && (!earliest || moment < *earliest)) earliest = moment;
        };
        const auto& sessions = sessionsOn(date);
        for (std::size_t session = 0; session < sessions.size(); ++session) {
            consider(kioskOpens(sessions, session));
            consider(sessions[session].to - lastBefore);
        }
        if (!sessions.empty())
            consider(std::min<TimeOfDay>(sessions.back().to + closesAfter, std::chrono::hours(24)));
        if (earliest) return earliest;
    }
    return std::nullopt;
}

std::optional<Instant> Calendar::nextGiving(Instant now, Minutes lastBefore) const {
    if (givesTickets(now, lastBefore)) return std::nullopt;
    constexpr int changesADay = 8;
    auto change = nextChange(now, lastBefore);
    for (int i = 0; i < daysToLookAhead * changesADay && change;
         ++i, change = nextChange(*change, lastBefore))
        if (givesTickets(*change, lastBefore)) return change;
    return std::nullopt;
}

}  // namespace luot::base
