#include <fmt/format.h>

#include <algorithm>

#include "server/centre/Sessions.hpp"
#include "server/centre/check/Checks.hpp"

/// The days and hours of single services.
namespace luot::server::centre::check {

namespace {

bool isInside(const base::Session& own, const std::vector<std::string>& centre) {
    return std::any_of(centre.begin(), centre.end(), [&](const auto& text) {
        const auto session = parseSession(text);
        return !session || (session->from <= own.from && own.to <= session->to);
    });
}

std::string listed(const std::vector<std::string>& sessions) {
    return sessions.empty() ? std::string("closed") : fmt::format("{}", fmt::join(sessions, ", "));
}

/// A weekday of a service beside that of the centre.
struct OwnDay {
    const std::vector<std::string>& sessions;
    const std::vector<std::string>& centre;
    std::string path;
};

void checkInside(const Document& document, const OwnDay& day, Complaints& complaints) {
    checkSessions(document, day.sessions, day.path, complaints);
    for (std::size_t i = 0; i < day.sessions.size(); ++i) {
        const auto session = parseSession(day.sessions[i]);
        if (!session || isInside(*session, day.centre)) continue;
        complaints.push_back(document.complaint(
            fmt::format("{}[{}]", day.path, i),
            fmt::format("'{}' is outside the centre's own hours that day ({}); keep inside them, or change "
                        "calendar.week",
                        day.sessions[i], listed(day.centre))));
    }
}

int lastTicketBefore(const WorkingTime& time, const std::string& service) {
    const auto& minutes = time.lastTicketMinutesBeforeSessionEnd;
    const auto own = minutes.find(service);
    const auto found = own == minutes.end() ? minutes.find("default") : own;
    return found == minutes.end() ? 0 : found->second;
}

/// A session so short that its last number would come before it begins.
void checkLastTicket(const Document& document, const Description& description, const ServicePlace& place,
                     Complaints& complaints) {
    const auto& minutes = description.calendar.lastTicketMinutesBeforeSessionEnd;
    const int before = lastTicketBefore(description.calendar, place.id);
    const auto& week = place.week ? *place.week : description.calendar.week;
    for (std::size_t day = 0; day < weekdayKeys.size(); ++day)
        for (const auto& text : sessionsOf(week, day)) {
            const auto session = parseSession(text);
            if (!session || session->to - session->from > base::Minutes(before)) continue;
            const std::string key = minutes.contains(place.id) ? place.id : "default";
            return complainOnce(
                document, "calendar.last_ticket_minutes_before_session_end." + key,
                fmt::format("{} minutes leave no number for the session {} on {}; make them fewer", before,
                            text, weekdayKeys[day]),
                complaints);
        }
}

}  // namespace

void checkOwnHours(const Document& document, const Description& description, Complaints& complaints) {
    for (std::size_t i = 0; i < description.services.size(); ++i) {
        const auto& place = description.services[i];
        checkLastTicket(document, description, place, complaints);
        if (!place.week) continue;
        bool everOpen = false;
        for (std::size_t day = 0; day < weekdayKeys.size(); ++day) {
            const auto& own = sessionsOf(*place.week, day);
            everOpen = everOpen || !own.empty();
            checkInside(document,
                        {own, sessionsOf(description.calendar.week, day),
                         fmt::format("services[{}].week.{}", i, weekdayKeys[day])},
                        complaints);
        }
        if (!everOpen)
            complaints.push_back(document.complaint(
                fmt::format("services[{}].week", i),
                "has no session on any day; add its hours, or delete it for the centre's"));
    }
}

}  // namespace luot::server::centre::check
