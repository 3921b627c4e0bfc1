#include "server/hall/Visits.hpp"

#include "base/json/Json.hpp"
#include "queue/event/EventCodec.hpp"

namespace luot::server::hall {

namespace {

bool leavesHall(queue::TicketState state) {
    using enum queue::TicketState;
    return state == finished || state == noShow || state == cancelled || state == expired;
}

}  // namespace

journal::Visit visitOf(const queue::Ticket& ticket, base::Instant endedAt) {
    journal::Visit visit;
    visit.ticket = ticket.id;
    visit.day = base::dateOf(ticket.issuedAt);
    visit.number = ticket.number;
    visit.service = ticket.service;
    visit.state = base::json::snakeCase(boost::describe::enum_to_string(ticket.state, ""));
    visit.priority = ticket.priority;
    visit.counter = ticket.counter;
    visit.clerk = ticket.clerk.value_or("");
    visit.outcome = ticket.outcome.value_or("");
    visit.issuedAt = ticket.issuedAt;
    visit.calledAt = ticket.calledAt;
    // Of a service that the end of the day cut off nobody knows how long it took.
    if (ticket.endedAt) visit.startedAt = ticket.startedAt;
    visit.endedAt = ticket.endedAt.value_or(endedAt);
    if (ticket.waitedS) visit.waitedS = static_cast<int>(ticket.waitedS->count());
    return visit;
}

journal::VisitChange visitChange(const queue::Event& event, base::Instant at) {
    const auto* ticket = queue::ticketOf(event);
    if (!ticket) return {};
    if (leavesHall(ticket->state)) return {visitOf(*ticket, at), std::nullopt};
    return {std::nullopt, ticket->id};
}

journal::Projector visitProjector() {
    return [](const journal::Row& row) -> base::Result<journal::VisitChange> {
        auto data = base::json::parse(row.fact.data);
        if (!data) return tl::unexpected(data.error());
        auto event = queue::decodeEvent(row.fact.name, *data);
        if (!event) return tl::unexpected(event.error());
        return visitChange(*event, row.fact.at);
    };
}

}  // namespace luot::server::hall
