#include <fmt/format.h>

#include <algorithm>

#include "server/centre/Sessions.hpp"
#include "server/centre/check/Checks.hpp"
#include "server/centre/check/WrittenDay.hpp"

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

/// The earliest beginning of a day's first session, with the name of that day.
std::optional<std::pair<base::TimeOfDay, std::string>> earliestBegin(const WorkingTime& calendar) {
    std::optional<std::pair<base::TimeOfDay, std::string>> earliest;
    for (const auto& day : writtenDays(calendar)) {
        if (day.sessions.empty()) continue;
        const auto first = parseSession(day.sessions.front());
        if (first && (!earliest || first->from < earliest->first)) earliest = {first->from, day.name};
    }
    return earliest;
}

void checkKioskOpening(const Document& document, const WorkingTime& calendar, Complaints& complaints) {
    if (calendar.kioskOpensAt.empty()) return;
    const std::string path = "calendar.kiosk_opens_at";
    const auto time = base::parseTimeOfDay(calendar.kioskOpensAt);
    if (!time) return complaints.push_back(document.complaint(path, time.error().what));
    const auto begin = earliestBegin(calendar);
    if (begin && *time > begin->first)
        complaints.push_back(document.complaint(
            path, fmt::format("'{}' is later than the first session on {}; make it earlier, or delete it",
                              calendar.kioskOpensAt, begin->second)));
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

void checkWeek(const Document& document, const Week& week, const std::string& path, Complaints& complaints) {
    bool everOpen = false;
    for (const auto& day : daysOf(week, path)) {
        everOpen = everOpen || !day.sessions.empty();
        checkSessions(document, day.sessions, day.path, complaints);
    }
    if (!everOpen)
        complaints.push_back(document.complaint(path, "has no session on any day; add the working hours"));
}

void checkCalendar(const Document& document, const Description& description, Complaints& complaints) {
    checkWeek(document, description.calendar.week, "calendar.week", complaints);
    checkPeriods(document, description.calendar, complaints);
    checkOverrides(document, description.calendar, complaints);
    checkKioskOpening(document, description.calendar, complaints);
    checkLastTickets(document, description, complaints);
    checkCutoff(document, description, complaints);
}

}  // namespace luot::server::centre::check
