#include <fmt/format.h>

#include <algorithm>

#include "server/centre/Checks.hpp"
#include "server/centre/Sessions.hpp"

namespace luot::server::centre {

namespace {

void checkDay(const Document& document, const std::vector<std::string>& sessions, const std::string& path,
              Complaints& complaints) {
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

void checkLastTickets(const Document& document, const Description& description, Complaints& complaints) {
    for (const auto& [service, minutes] : description.calendar.lastTicketMinutesBeforeSessionEnd) {
        const bool known = std::any_of(description.services.begin(), description.services.end(),
                                       [&id = service](const auto& place) { return place.id == id; });
        if (!known && service != "default")
            complaints.push_back(
                document.complaint("calendar.last_ticket_minutes_before_session_end." + service,
                                   "is no service of this centre; use its id or 'default'"));
    }
}

void checkWeek(const Document& document, const WorkingTime& calendar, Complaints& complaints) {
    bool everOpen = false;
    for (std::size_t day = 0; day < weekdayKeys.size(); ++day) {
        const auto& sessions = sessionsOf(calendar.week, day);
        everOpen = everOpen || !sessions.empty();
        checkDay(document, sessions, fmt::format("calendar.week.{}", weekdayKeys[day]), complaints);
    }
    if (!everOpen)
        complaints.push_back(
            document.complaint("calendar.week", "has no session on any day; add the working hours"));
}

}  // namespace

void checkCalendar(const Document& document, const Description& description, Complaints& complaints) {
    const auto& calendar = description.calendar;
    checkWeek(document, calendar, complaints);
    checkLastTickets(document, description, complaints);
    if (calendar.sameDayCutoff.empty()) return;
    if (const auto time = base::parseTimeOfDay(calendar.sameDayCutoff); !time)
        complaints.push_back(document.complaint("calendar.same_day_cutoff", time.error().what));
}

}  // namespace luot::server::centre
