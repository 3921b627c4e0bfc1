#include "server/api/HallProjection.hpp"
#include "server/api/wire/Words.hpp"

/// A ticket on the wire.
namespace luot::server::api {

protocol::Ticket wireTicket(const queue::Ticket& ticket) {
    protocol::Ticket shown;
    shown.id = ticket.id;
    shown.number = ticket.number;
    shown.service = ticket.service;
    shown.procedure = ticket.procedure;
    if (const auto& name = ticket.procedureName) {
        shown.procedureVi = name->vi;
        shown.procedureEn = name->en;
    }
    shown.state = wire::word(ticket.state);
    shown.priority = ticket.priority;
    shown.lane = ticket.lane;
    shown.language = ticket.language;
    shown.dossiers = ticket.dossiers;
    shown.dossierCode = ticket.dossierCode;
    shown.issuedAt = ticket.issuedAt;
    shown.place = ticket.place;
    shown.appointment = ticket.appointment;
    shown.slot = ticket.slot;
    shown.paper = ticket.paper;
    shown.nextDay = ticket.nextDay;
    shown.calledAt = ticket.calledAt;
    if (ticket.waitedS) shown.waitedS = static_cast<int>(ticket.waitedS->count());
    shown.callingSince = ticket.callingSince;
    shown.lastCalledAt = ticket.lastCalledAt;
    shown.startedAt = ticket.startedAt;
    shown.endedAt = ticket.endedAt;
    shown.counter = ticket.counter;
    shown.onlyCounter = ticket.onlyCounter;
    shown.calls = ticket.calls;
    shown.callsBefore = ticket.callsBefore;
    shown.heldAt = ticket.heldAt;
    shown.outcome = ticket.outcome;
    if (ticket.printed) shown.printed = wire::word(*ticket.printed);
    if (const auto& offline = ticket.offline)
        shown.offline =
            protocol::OfflineNumber{offline->kiosk, base::formatDate(offline->day), offline->sequence};
    return shown;
}

protocol::Ticket wireTicket(const queue::Ticket& ticket, const queue::Hall& hall, base::Instant now) {
    auto shown = wireTicket(ticket);
    const bool waits = ticket.state == queue::TicketState::waiting;
    shown.ahead = waits ? hall.ahead(ticket) : 0;
    if (waits) shown.estimate = wire::estimate(queue::estimateFor(hall, ticket, now));
    return shown;
}

}  // namespace luot::server::api
