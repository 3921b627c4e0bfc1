#include <fmt/format.h>

#include <algorithm>

#include "server/centre/Sessions.hpp"
#include "server/centre/check/Checks.hpp"
#include "server/centre/check/WrittenDay.hpp"

/// The days and hours of single services.
namespace luot::server::centre::check {

namespace {

bool isInside(const base::Session& own, const WrittenDay& centre) {
    return std::any_of(centre.sessions.begin(), centre.sessions.end(), [&](const auto& text) {
        const auto session = parseSession(text);
        return !session || (session->from <= own.from && own.to <= session->to);
    });
}

std::string listed(const std::vector<std::string>& sessions) {
    return sessions.empty() ? std::string("closed") : fmt::format("{}", fmt::join(sessions, ", "));
}

/// Each session lies inside the centre's of that weekday, as they are usually, in a period or on a single
/// day: it counts where the centre is open.
void checkInside(const Document& document, const WrittenDay& own, const WorkingTime& calendar,
                 Complaints& complaints) {
    checkSessions(document, own.sessions, own.path, complaints);
    const auto centre = writtenDays(calendar);
    for (std::size_t i = 0; i < own.sessions.size(); ++i) {
        const auto session = parseSession(own.sessions[i]);
        const auto isOpen = [&](const auto& day) {
            return day.weekday == own.weekday && isInside(*session, day);
        };
        if (!session || std::any_of(centre.begin(), centre.end(), isOpen)) continue;
        complaints.push_back(document.complaint(
            fmt::format("{}[{}]", own.path, i),
            fmt::format("'{}' is outside the centre's own hours that day ({}); keep inside them, or change "
                        "calendar.week",
                        own.sessions[i], listed(sessionsOf(calendar.week, own.weekday)))));
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
    for (const auto& day : place.week ? daysOf(*place.week, "week") : writtenDays(description.calendar))
        for (const auto& text : day.sessions) {
            const auto session = parseSession(text);
            if (!session || session->to - session->from > base::Minutes(before)) continue;
            const std::string key = minutes.contains(place.id) ? place.id : "default";
            return complainOnce(
                document, "calendar.last_ticket_minutes_before_session_end." + key,
                fmt::format("{} minutes leave no number for the session {} on {}; make them fewer", before,
                            text, day.name),
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
        for (const auto& own : daysOf(*place.week, fmt::format("services[{}].week", i))) {
            everOpen = everOpen || !own.sessions.empty();
            checkInside(document, own, description.calendar, complaints);
        }
        if (!everOpen)
            complaints.push_back(document.complaint(
                fmt::format("services[{}].week", i),
                "has no session on any day; add its hours, or delete it for the centre's"));
    }
}

}  // namespace luot::server::centre::check
