#include <algorithm>

#include "queue/decide/Decisions.hpp"
#include "queue/decide/calling/LateReturn.hpp"
#include "queue/decide/tickets/NewTicket.hpp"
#include "queue/decide/tickets/Numbers.hpp"

/// How a ticket comes into the hall.
namespace luot::queue {

namespace {

constexpr std::string_view lanes[]{"normal", "appointment", "supplement", "results", "late_result", "bulk"};
/// Numbers of one roll that are typed in at once.
constexpr std::size_t mostSlips = 500;

Refusal wrong(std::string name, std::string value = {}) {
    return Refusal{RefusalCode::badArgument, std::move(name), std::move(value)};
}

std::optional<Refusal> wrongArgument(const Hall& hall, const IssueTicket& command) {
    if (idIsTaken(hall, command.id)) return wrong("id", command.id);
    if (std::find(std::begin(lanes), std::end(lanes), command.lane) == std::end(lanes))
        return wrong("lane", command.lane);
    if (command.lane == "appointment" && !command.appointment) return wrong("appointment");
    if (command.language != "vi" && command.language != "en") return wrong("language", command.language);
    if (command.dossiers < 1 || command.dossiers > mostDossiers)
        return wrong("dossiers", std::to_string(command.dossiers));
    if (command.counter && command.lane != "supplement") return wrong("counter");
    if (command.counter && !hall.place(*command.counter))
        return Refusal{RefusalCode::unknownCounter, std::to_string(*command.counter), {}};
    return std::nullopt;
}

/// Refused: unknownAppointment, appointmentUsed, badArgument when it is for another service or day.
Checked<const Appointment*> bookedFor(const Hall& hall, const IssueTicket& command, Instant now) {
    const auto found = hall.appointments.find(*command.appointment);
    if (found == hall.appointments.end())
        return refuse(RefusalCode::unknownAppointment, *command.appointment);
    const auto& appointment = found->second;
    if (appointment.ticket) return refuse(RefusalCode::appointmentUsed, appointment.id);
    if (appointment.service != command.service) return tl::unexpected(wrong("service", appointment.service));
    if (base::dateOf(appointment.slot) != hall.dateAt(now))
        return tl::unexpected(wrong("appointment", base::formatInstant(appointment.slot)));
    return &appointment;
}

/// Refused: dayClosed, serviceClosed with the moment at which it gives again, quotaReached.
std::optional<Refusal> givesNone(const Hall& hall, const Service& service, Instant now) {
    if (!hall.gives(service, now)) {
        const bool hallGives = hall.givesTickets(now);
        const auto next = hall.givesNext(service, now);
        return Refusal{hallGives ? RefusalCode::serviceClosed : RefusalCode::dayClosed, service.id,
                       next ? base::formatInstant(*next) : std::string()};
    }
    if (!hall.withinQuota(service, now))
        return Refusal{RefusalCode::quotaReached, service.id, std::to_string(*service.quota)};
    return std::nullopt;
}

bool resultIsForNextDay(const Rules& rules, const IssueTicket& command, Instant now) {
    const auto& sameDay = rules.sameDay;
    if (!sameDay.cutoff || base::timeOfDay(now) < *sameDay.cutoff) return false;
    const auto& list = command.procedure ? sameDay.procedures : sameDay.services;
    return std::find(list.begin(), list.end(), command.procedure.value_or(command.service)) != list.end();
}

std::optional<Words> nameOf(const Rules& rules, const std::optional<std::string>& procedure) {
    const auto& known = rules.procedures;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.id == procedure; });
    return found == known.end() ? std::nullopt : std::optional(found->label);
}

/// The counter that served the same dossier earlier today.
std::optional<int> counterOfDossier(const Hall& hall, const std::string& code) {
    std::optional<int> counter;
    for (const auto& [id, ended] : hall.ended)
        if (ended.dossierCode == code && ended.counter)
            counter = std::max(counter.value_or(0), *ended.counter);
    return counter;
}

/// The lane that the wish comes to: many dossiers make a bulk ticket, a booked time an appointment.
std::string laneOf(const Rules& rules, const IssueTicket& command) {
    const int bulkFrom = rules.lanes.bulkFrom;
    if (command.appointment) return "appointment";
    if (command.lane == "normal" && bulkFrom > 0 && command.dossiers >= bulkFrom) return "bulk";
    return command.lane;
}

}  // namespace

bool idIsTaken(const Hall& hall, const std::string& id) {
    return id.empty() || hall.tickets.contains(id) || hall.ended.contains(id);
}

Ticket newTicket(const Hall& hall, const IssueTicket& command, Instant now) {
    Ticket ticket;
    ticket.id = command.id;
    ticket.service = command.service;
    ticket.procedure = command.procedure;
    ticket.procedureName = nameOf(hall.rules, command.procedure);
    ticket.priority = command.priority;
    ticket.lane = laneOf(hall.rules, command);
    ticket.language = command.language;
    ticket.dossiers = command.dossiers;
    ticket.dossierCode = command.dossierCode;
    ticket.nextDay = resultIsForNextDay(hall.rules, command, now);
    if (ticket.lane == "supplement") {
        ticket.onlyCounter = command.counter;
        if (!command.counter && command.dossierCode)
            ticket.onlyCounter = counterOfDossier(hall, *command.dossierCode);
    }
    ticket.issuedAt = now;
    ticket.place = hall.lastPlace + placeGap;
    return ticket;
}

Decision decide(const Hall& hall, const IssueTicket& command, Instant now) {
    if (auto refusal = wrongArgument(hall, command)) return tl::unexpected(std::move(*refusal));
    const auto* service = hall.service(command.service);
    if (!service) return refuse(RefusalCode::unknownService, command.service);
    if (auto refusal = givesNone(hall, *service, now)) return tl::unexpected(std::move(*refusal));
    TicketIssued fact;
    fact.ticket = newTicket(hall, command, now);
    if (command.appointment) {
        const auto appointment = bookedFor(hall, command, now);
        if (!appointment) return tl::unexpected(appointment.error());
        fact.ticket.appointment = (*appointment)->id;
        fact.ticket.slot = (*appointment)->slot;
    }
    auto number = nextNumber(hall, seriesFor(hall.rules, *service, fact.ticket.lane));
    if (!number) return tl::unexpected(std::move(number.error()));
    fact.ticket.number = std::move(number->text);
    fact.series = std::move(number->series);
    fact.count = number->count;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const AddPaperTickets& command, Instant now) {
    const auto* service = hall.service(command.service);
    if (!service) return refuse(RefusalCode::unknownService, command.service);
    if (!hall.open) return refuse(RefusalCode::dayClosed);
    if (command.slips.empty() || command.slips.size() > mostSlips) return tl::unexpected(wrong("numbers"));
    std::vector<Event> events;
    Hall after = hall;
    for (const auto& slip : command.slips) {
        if (idIsTaken(after, slip.id)) return tl::unexpected(wrong("id", slip.id));
        if (slip.number.empty() || looksOffline(slip.number))
            return tl::unexpected(wrong("numbers", slip.number));
        if (after.idOfNumber.contains(slip.number)) return refuse(RefusalCode::numberTaken, slip.number);
        if (slip.issuedAt > now || base::dateOf(slip.issuedAt) != *hall.day)
            return tl::unexpected(wrong("issued_at", base::formatInstant(slip.issuedAt)));
        IssueTicket wish;
        wish.id = slip.id;
        wish.service = command.service;
        TicketIssued fact{newTicket(after, wish, slip.issuedAt), {}, 0};
        fact.ticket.number = slip.number;
        fact.ticket.paper = true;
        fact.ticket.place = placeByTime(after, slip.issuedAt);
        evolve(after, fact, now);
        events.emplace_back(std::move(fact));
    }
    return events;
}

}  // namespace luot::queue
