#include "server/api/HallProjection.hpp"

#include <algorithm>

#include "protocol/Ahead.hpp"
#include "queue/outlook/Estimate.hpp"
#include "server/api/wire/Centre.hpp"
#include "server/api/wire/Outlook.hpp"
#include "server/api/wire/Words.hpp"

namespace luot::server::api {

namespace {

/// So many who wait are told how long; the estimate of one costs as much as people stand before it.
constexpr std::size_t estimatesAHall = 50;

void putTickets(protocol::Hall& shown, const queue::Hall& hall) {
    for (const auto& [id, ticket] : hall.tickets) {
        switch (ticket.state) {
            case queue::TicketState::waiting:
                shown.waiting.push_back(wireTicket(ticket));
                break;
            case queue::TicketState::called:
                shown.called.push_back(wireTicket(ticket));
                break;
            case queue::TicketState::serving:
                shown.serving.push_back(wireTicket(ticket));
                break;
            case queue::TicketState::held:
                shown.held.push_back(wireTicket(ticket));
                break;
            case queue::TicketState::noShow:
                shown.missed.push_back(wireTicket(ticket));
                break;
            default:
                break;
        }
    }
    const auto byPlace = [](const auto& a, const auto& b) { return a.place < b.place; };
    for (auto* list : {&shown.waiting, &shown.called, &shown.serving, &shown.held, &shown.missed})
        std::sort(list->begin(), list->end(), byPlace);
}

/// Those who come next: all of the first places, whose number bounds the cost.
void putEstimates(std::vector<protocol::Ticket>& waiting, const queue::Hall& hall, base::Instant now) {
    const auto count = std::min(waiting.size(), estimatesAHall);
    for (std::size_t i = 0; i < count; ++i)
        if (const auto* ticket = hall.ticket(waiting[i].id))
            waiting[i].estimate = wire::estimate(queue::estimateFor(hall, *ticket, now));
}

}  // namespace

protocol::Hall wireHall(const hall::Standing& standing, const Surroundings& surroundings) {
    const auto& hall = standing.hall;
    protocol::Hall shown;
    shown.feed = surroundings.feed;
    shown.seq = standing.seq;
    shown.day = hall.day ? base::formatDate(*hall.day) : std::string();
    shown.now = surroundings.now;
    shown.open = hall.open;
    shown.givesTickets = hall.givesTickets(surroundings.now);
    shown.writable = surroundings.writable;
    shown.clockSpeed = surroundings.clockSpeed;
    shown.nextSession = hall.rules.calendar.nextGiving(surroundings.now);
    shown.centre = wire::centre(hall.rules);
    shown.services = wire::services(hall, surroundings.now);
    shown.clerks = wire::clerks(hall.rules);
    for (const auto& [number, desk] : hall.desks) shown.counters.push_back(wireCounter(desk, hall));
    putTickets(shown, hall);
    protocol::putAhead(shown.waiting, shown.centre.headStarts);
    putEstimates(shown.waiting, hall, surroundings.now);
    shown.alerts = wire::alerts(hall, surroundings.now);
    for (const auto& one : standing.board.prepared)
        shown.prepared.push_back({one.numbers, one.counter, one.zone});
    shown.clockFault = wire::clockFault(standing.board);
    if (const auto& restart = standing.board.restart) shown.restart = {restart->waiting, restart->at};
    for (const auto& ticket : standing.board.recent) shown.recent.push_back(wireTicket(ticket));
    shown.served = standing.board.served;
    shown.waitSumS = static_cast<int>(standing.board.waitSumS);
    shown.waitCount = standing.board.waitCount;
    return shown;
}

}  // namespace luot::server::api
