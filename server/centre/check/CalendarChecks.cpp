#include <fmt/format.h>

#include <algorithm>

#include "server/centre/Sessions.hpp"
#include "server/centre/check/Checks.hpp"

namespace luot::server::centre::check {

namespace {

bool isService(const Description& description, const std::string& id) {
    return std::any_of(description.services.begin(), description.services.end(),
                       [&](const auto& place) { return place.id == id; });
}

void checkLastTickets(const Document& document, const Description& description, Complaints& complaints) {
    for (const auto& [service, minutes] : description.calendar.lastTicketMinutesBeforeSessionEnd) {
        if (isService(description, service) || service == "default") continue;
        complaints.push_back(document.complaint("calendar.last_ticket_minutes_before_session_end." + service,
                                                "is no service of this centre; use its id or 'default'"));
    }
}

void checkWeek(const Document& document, const WorkingTime& calendar, Complaints& complaints) {
    bool everOpen = false;
    for (std::size_t day = 0; day < weekdayKeys.size(); ++day) {
        const auto& sessions = sessionsOf(calendar.week, day);
        everOpen = everOpen || !sessions.empty();
        checkSessions(document, sessions, fmt::format("calendar.week.{}", weekdayKeys[day]), complaints);
    }
    if (!everOpen)
        complaints.push_back(
            document.complaint("calendar.week", "has no session on any day; add the working hours"));
}

/// The earliest beginning of a day's first session, with that day.
std::optional<std::pair<base::TimeOfDay, std::size_t>> earliestBegin(const Week& week) {
    std::optional<std::pair<base::TimeOfDay, std::size_t>> earliest;
    for (std::size_t day = 0; day < weekdayKeys.size(); ++day) {
        const auto& sessions = sessionsOf(week, day);
        if (sessions.empty()) continue;
        const auto first = parseSession(sessions.front());
        if (first && (!earliest || first->from < earliest->first)) earliest = {first->from, day};
    }
    return earliest;
}

void checkKioskOpening(const Document& document, const WorkingTime& calendar, Complaints& complaints) {
    if (calendar.kioskOpensAt.empty()) return;
    const std::string path = "calendar.kiosk_opens_at";
    const auto time = base::parseTimeOfDay(calendar.kioskOpensAt);
    if (!time) return complaints.push_back(document.complaint(path, time.error().what));
    const auto begin = earliestBegin(calendar.week);
    if (begin && *time > begin->first)
        complaints.push_back(document.complaint(
            path, fmt::format("'{}' is later than the first session on {}; make it earlier, or delete it",
                              calendar.kioskOpensAt, weekdayKeys[begin->second])));
}

void checkCutoff(const Document& document, const Description& description, Complaints& complaints) {
    const auto& calendar = description.calendar;
    if (calendar.sameDayCutoff.empty()) return;
    if (const auto time = base::parseTimeOfDay(calendar.sameDayCutoff); !time)
        complaints.push_back(document.complaint("calendar.same_day_cutoff", time.error().what));
    const auto& notice = calendar.sameDayCutoffNotice;
    for (const auto& [language, words] : {std::pair{"vi", &notice.vi}, std::pair{"en", &notice.en}})
        if (words->empty())
            complaints.push_back(
                document.complaint(fmt::format("calendar.same_day_cutoff_notice.{}", language),
                                   "is missing; say what same_day_cutoff means"));
}

}  // namespace

void checkSessions(const Document& document, const std::vector<std::string>& sessions,
                   const std::string& path, Complaints& complaints) {
    base::TimeOfDay last{-1};
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const auto place = fmt::format("{}[{}]", path, i);
        const auto session = parseSession(sessions[i]);
        if (!session) {
            complaints.push_back(document.complaint(place, session.error().what));
            continue;
        }
        if (session->from < last)
            complaints.push_back(document.complaint(
                place,
                fmt::format("'{}' begins before the one before it ends; put the sessions apart and in order",
                            sessions[i])));
        last = session->to;
    }
}

void checkCalendar(const Document& document, const Description& description, Complaints& complaints) {
    checkWeek(document, description.calendar, complaints);
    checkKioskOpening(document, description.calendar, complaints);
    checkLastTickets(document, description, complaints);
    checkCutoff(document, description, complaints);
}

}  // namespace luot::server::centre::check
