#include "server/api/HallProjection.hpp"

#include <algorithm>

#include "base/json/Json.hpp"

namespace luot::server::api {

namespace {

/// A ticket is under 600 bytes on the wire, so that a part of so many stays well under the frame's 64 KiB.
constexpr std::size_t ticketsAPart = 80;

template <class Enum>
std::string word(Enum value) {
    return base::json::snakeCase(boost::describe::enum_to_string(value, ""));
}

std::vector<protocol::Service> wireServices(const queue::Hall& hall) {
    std::vector<protocol::Service> services;
    for (const auto& service : hall.rules.services) {
        protocol::Service wire{
            service.id, service.numbers.prefix, service.labelVi, service.labelEn, service.kioskOrder, 0, {}};
        if (const auto queue = hall.queues.find(service.id); queue != hall.queues.end())
            wire.waiting = static_cast<int>(queue->second.size());
        for (const auto& place : hall.rules.counters)
            for (const auto& ranked : place.services)
                if (ranked.service == service.id) wire.counters.push_back(place.number);
        services.push_back(std::move(wire));
    }
    return services;
}

protocol::Centre wireCentre(const queue::Rules& rules) {
    const auto& texts = rules.centre;
    protocol::Centre wire;
    wire.id = texts.id;
    wire.nameVi = texts.nameVi;
    wire.nameEn = texts.nameEn;
    wire.authorityVi = texts.authorityVi;
    wire.authorityEn = texts.authorityEn;
    wire.hotline = texts.hotline;
    wire.noticesVi = texts.noticesVi;
    wire.noticesEn = texts.noticesEn;
    wire.languages = texts.languages;
    wire.asksPriority = texts.asksPriority;
    wire.priorityGroupsVi = texts.priorityGroupsVi;
    wire.priorityGroupsEn = texts.priorityGroupsEn;
    const auto seconds = [](auto duration) { return static_cast<int>(base::Seconds(duration).count()); };
    wire.targetWaitS = seconds(rules.targets.target);
    wire.warnWaitS = seconds(rules.targets.warn);
    wire.breachWaitS = seconds(rules.targets.breach);
    wire.severeWaitS = seconds(rules.targets.severe);
    wire.undoWithinS = seconds(rules.calling.undoWithin);
    wire.lateReturnWithinS = seconds(rules.calling.lateReturnWithin);
    return wire;
}

void putTickets(protocol::Hall& wire, const queue::Hall& hall) {
    for (const auto& [id, ticket] : hall.tickets) {
        switch (ticket.state) {
            case queue::TicketState::waiting:
                wire.waiting.push_back(wireTicket(ticket));
                break;
            case queue::TicketState::called:
                wire.called.push_back(wireTicket(ticket));
                break;
            case queue::TicketState::serving:
                wire.serving.push_back(wireTicket(ticket));
                break;
            case queue::TicketState::held:
                wire.held.push_back(wireTicket(ticket));
                break;
            case queue::TicketState::noShow:
                wire.missed.push_back(wireTicket(ticket));
                break;
            default:
                break;
        }
    }
    const auto byPlace = [](const auto& a, const auto& b) { return a.place < b.place; };
    for (auto* list : {&wire.waiting, &wire.called, &wire.serving, &wire.held, &wire.missed})
        std::sort(list->begin(), list->end(), byPlace);
}

/// People ahead of each waiting ticket of the whole list in one pass: those of its queue who go before it.
void putAhead(std::vector<protocol::Ticket>& waiting) {
    const auto queueOf = [](const auto& t) {
        return t.onlyCounter ? std::to_string(*t.onlyCounter) : t.service;
    };
    std::unordered_map<std::string, int> priority, normal;
    for (auto& ticket : waiting)
        if (ticket.priority) ticket.ahead = priority[queueOf(ticket)]++;
    for (auto& ticket : waiting)
        if (!ticket.priority) ticket.ahead = priority[queueOf(ticket)] + normal[queueOf(ticket)]++;
}

}  // namespace

protocol::Ticket wireTicket(const queue::Ticket& ticket) {
    protocol::Ticket wire;
    wire.id = ticket.id;
    wire.number = ticket.number;
    wire.service = ticket.service;
    wire.procedure = ticket.procedure;
    wire.state = word(ticket.state);
    wire.priority = ticket.priority;
    wire.lane = ticket.lane;
    wire.language = ticket.language;
    wire.dossiers = ticket.dossiers;
    wire.dossierCode = ticket.dossierCode;
    wire.issuedAt = ticket.issuedAt;
    wire.place = ticket.place;
    wire.calledAt = ticket.calledAt;
    wire.lastCalledAt = ticket.lastCalledAt;
    wire.startedAt = ticket.startedAt;
    wire.endedAt = ticket.endedAt;
    wire.counter = ticket.counter;
    wire.onlyCounter = ticket.onlyCounter;
    wire.calls = ticket.calls;
    wire.outcome = ticket.outcome;
    if (ticket.printed) wire.printed = word(*ticket.printed);
    return wire;
}

protocol::Ticket wireTicket(const queue::Ticket& ticket, const queue::Hall& hall) {
    auto wire = wireTicket(ticket);
    wire.ahead = ticket.state == queue::TicketState::waiting ? hall.ahead(ticket) : 0;
    return wire;
}

protocol::Counter wireCounter(const queue::CounterDesk& desk, const queue::Hall& hall) {
    protocol::Counter wire;
    wire.number = desk.counter.number;
    wire.state = word(desk.counter.state);
    wire.clerk = desk.counter.clerk;
    wire.ticket = desk.ticket;
    wire.pauseReason = desk.counter.pauseReason;
    if (const auto* place = hall.place(desk.counter.number)) {
        wire.label = place->labelVi;
        wire.labelEn = place->labelEn;
        wire.zone = place->zone;
        auto ranked = place->services;
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const auto& a, const auto& b) { return a.rank < b.rank; });
        for (auto& service : ranked) wire.services.push_back(std::move(service.service));
    }
    return wire;
}

protocol::Hall wireHall(const hall::Standing& standing, const Surroundings& surroundings) {
    const auto& hall = standing.hall;
    protocol::Hall wire;
    wire.feed = surroundings.feed;
    wire.seq = standing.seq;
    wire.day = hall.day ? base::formatDate(*hall.day) : std::string();
    wire.now = surroundings.now;
    wire.open = hall.open;
    wire.givesTickets = hall.givesTickets(surroundings.now);
    wire.writable = surroundings.writable;
    wire.clockSpeed = surroundings.clockSpeed;
    wire.nextSession = hall.rules.calendar.nextGiving(surroundings.now);
    wire.centre = wireCentre(hall.rules);
    wire.services = wireServices(hall);
    for (const auto& [number, desk] : hall.desks) wire.counters.push_back(wireCounter(desk, hall));
    putTickets(wire, hall);
    putAhead(wire.waiting);
    for (const auto& ticket : standing.board.recent) wire.recent.push_back(wireTicket(ticket));
    wire.served = standing.board.served;
    wire.waitSumS = static_cast<int>(standing.board.waitSumS);
    wire.waitCount = standing.board.waitCount;
    return wire;
}

std::vector<protocol::Hall> inParts(protocol::Hall whole) {
    std::vector<protocol::Ticket> waiting, missed;
    waiting.swap(whole.waiting);
    missed.swap(whole.missed);
    std::vector<protocol::Hall> parts{whole};
    whole.called.clear();
    whole.serving.clear();
    whole.held.clear();
    whole.recent.clear();
    std::size_t inLast = 0;
    const auto put = [&](std::vector<protocol::Ticket>& tickets,
                         std::vector<protocol::Ticket> protocol::Hall::*list) {
        for (auto& ticket : tickets) {
            if (++inLast > ticketsAPart) {
                parts.push_back(whole);
                inLast = 1;
            }
            (parts.back().*list).push_back(std::move(ticket));
        }
    };
    put(waiting, &protocol::Hall::waiting);
    put(missed, &protocol::Hall::missed);
    return parts;
}

}  // namespace luot::server::api
