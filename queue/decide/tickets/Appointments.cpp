#include <algorithm>
#include <set>
#include <string_view>

#include "queue/decide/Decisions.hpp"

/// How booked times come from outside.
namespace luot::queue {

namespace {

/// The rules that hold on that day, as far as they are known today. A map changes no hours.
const Rules& rulesOn(const Hall& hall, base::Date day) {
    const PlannedChange* last = nullptr;
    for (const auto& change : hall.planned)
        if (change.rules && change.from <= day && (!last || change.from >= last->from)) last = &change;
    return last ? **last->rules : hall.rules;
}

/// The slot lies in a session of the service: in its own hours, or in the centre's when it has none.
bool liesInSession(const Hall& hall, const Appointment& appointment) {
    const auto day = base::dateOf(appointment.slot);
    const auto& rules = rulesOn(hall, day);
    const auto service = std::find_if(rules.services.begin(), rules.services.end(),
                                      [&](const auto& one) { return one.id == appointment.service; });
    const bool hasOwn = service != rules.services.end() && service->hours;
    const auto& sessions = (hasOwn ? *service->hours : rules.calendar).sessionsOn(day);
    const auto time = base::timeOfDay(appointment.slot);
    return std::any_of(sessions.begin(), sessions.end(),
                       [&](const auto& session) { return session.from <= time && time < session.to; });
}

/// Refused: badArgument, unknownService, slotPassed, slotClosed, appointmentUsed.
std::optional<Refusal> notTaken(const Hall& hall, const Appointment& appointment, Instant now) {
    if (appointment.id.empty()) return Refusal{RefusalCode::badArgument, "id", {}};
    if (!hall.service(appointment.service))
        return Refusal{RefusalCode::unknownService, appointment.service, appointment.id};
    const auto slot = base::formatInstant(appointment.slot);
    if (appointment.slot < now) return Refusal{RefusalCode::slotPassed, appointment.id, slot};
    if (!liesInSession(hall, appointment)) return Refusal{RefusalCode::slotClosed, appointment.id, slot};
    const auto known = hall.appointments.find(appointment.id);
    if (known != hall.appointments.end() && known->second.ticket)
        return Refusal{RefusalCode::appointmentUsed, appointment.id, {}};
    return std::nullopt;
}

}  // namespace

std::vector<WrongElement> wrongElements(const Hall& hall, const ImportAppointments& command, Instant now) {
    std::vector<WrongElement> wrong;
    std::set<std::string_view> ids;
    for (std::size_t place = 0; place < command.appointments.size(); ++place) {
        const auto& appointment = command.appointments[place];
        if (!appointment.id.empty() && !ids.insert(appointment.id).second)
            wrong.push_back({place, {RefusalCode::namedTwice, appointment.id, {}}});
        if (auto refusal = notTaken(hall, appointment, now)) wrong.push_back({place, std::move(*refusal)});
    }
    return wrong;
}

Decision decide(const Hall& hall, const ImportAppointments& command, Instant now) {
    auto wrong = wrongElements(hall, command, now);
    if (!wrong.empty()) return tl::unexpected(std::move(wrong.front().refusal));
    if (command.appointments.empty()) return nothingHappens();
    AppointmentsImported fact{command.appointments};
    for (auto& appointment : fact.appointments) appointment.ticket.reset();
    return happens(std::move(fact));
}

}  // namespace luot::queue
