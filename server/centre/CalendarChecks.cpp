#include <fmt/format.h>

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

}  // namespace

void checkCalendar(const Document& document, const WorkingTime& calendar, Complaints& complaints) {
    bool everOpen = false;
    for (std::size_t day = 0; day < weekdayKeys.size(); ++day) {
        const auto& sessions = sessionsOf(calendar.week, day);
        everOpen = everOpen || !sessions.empty();
        checkDay(document, sessions, fmt::format("calendar.week.{}", weekdayKeys[day]), complaints);
    }
    if (!everOpen)
        complaints.push_back(
            document.complaint("calendar.week", "has no session on any day; add the working hours"));
    if (calendar.sameDayCutoff.empty()) return;
    if (const auto time = base::parseTimeOfDay(calendar.sameDayCutoff); !time)
        complaints.push_back(document.complaint("calendar.same_day_cutoff", time.error().what));
}

}  // namespace luot::server::centre
