#include <algorithm>

#include "queue/decide/calling/LateReturn.hpp"
#include "queue/decide/calling/Station.hpp"
#include "queue/order/CallOrder.hpp"

namespace luot::queue {

namespace {

/// Whoever is here is finished first. Refused: counterBusy while that one is still on the way.
Decision clearedFor(const Station& station, Instant now) {
    std::vector<Event> events;
    if (!station.ticket) return events;
    if (!station.mayFinish()) return refuse(RefusalCode::counterBusy, station.name(), station.ticket->number);
    events.reserve(2);
    events.emplace_back(TicketFinished{finished(*station.ticket, now)});
    return events;
}

/// Whether that ticket is for this counter: sent to it, of its services, or the one that it put aside itself.
bool isFor(const Hall& hall, const Station& station, const Ticket& ticket) {
    const auto number = station.place->number;
    const auto serves = [&](const auto& served) { return served.service == ticket.service; };
    if (ticket.onlyCounter && ticket.onlyCounter != number) {
        const auto* sentTo = hall.desk(*ticket.onlyCounter);
        if (sentTo && sentTo->counter.state != CounterState::closed) return false;
    }
    const bool putAsideHere = ticket.state != TicketState::waiting && ticket.counter == number;
    if (putAsideHere || ticket.onlyCounter == number) return true;
    const auto served = hall.servedAt(*station.place);
    if (std::any_of(served.begin(), served.end(), serves)) return true;
    const auto& fallback = station.place->idleFallback;
    return std::find(fallback.begin(), fallback.end(), ticket.service) != fallback.end() &&
           hall.hasSkill(*station.place, ticket.service);
}

Checked<const Ticket*> ticketByNumber(const Hall& hall, const std::string& number) {
    const auto id = hall.idOfNumber.find(number);
    if (id == hall.idOfNumber.end()) return refuse(RefusalCode::unknownTicket, number);
    return livingTicket(hall, id->second);
}

/// The next ticket for the station after `events`, which made it free.
void callNext(const Hall& hall, const Station& station, Instant now, std::vector<Event>& events) {
    if (auto choice = CallOrder(hall, *station.place, now).next())
        events.emplace_back(called(hall, station, *choice, now));
}

}  // namespace

Decision decide(const Hall& hall, const CallNext& command, Instant now) {
    const auto station = callingStation(hall, command.counter);
    if (!station) return tl::unexpected(station.error());
    auto events = clearedFor(*station, now);
    if (!events) return events;
    callNext(hall, *station, now, *events);
    if (events->empty()) return refuse(RefusalCode::nobodyWaiting, station->name());
    return events;
}

Decision decide(const Hall& hall, const CallNumber& command, Instant now) {
    const auto station = callingStation(hall, command.counter);
    if (!station) return tl::unexpected(station.error());
    const auto found = ticketByNumber(hall, command.number);
    if (!found) return tl::unexpected(found.error());
    const auto& ticket = **found;
    if (ticket.state == TicketState::called || ticket.state == TicketState::serving)
        return refuse(RefusalCode::alreadyCalled, ticket.number, std::to_string(*ticket.counter));
    if (!isFor(hall, *station, ticket))
        return refuse(RefusalCode::notServedHere, ticket.number, station->name());
    if (isTooLate(hall, ticket, now)) return refuse(RefusalCode::tooLate, ticket.number, word(ticket.state));
    auto events = clearedFor(*station, now);
    if (!events) return events;
    Choice choice{&ticket, ticket.line(), CallOrder(hall, *station->place, now).byNumber(ticket)};
    events->emplace_back(called(hall, *station, choice, now));
    return events;
}

Decision decide(const Hall& hall, const FinishTicket& command, Instant now) {
    const auto station = stationFor(hall, command.counter);
    const bool called = station && station->place->callingServes && station->ticket;
    const auto here = called ? station : stationWith(hall, command.counter, TicketState::serving);
    if (!here) return tl::unexpected(here.error());
    const auto& outcomes = hall.rules.calling.outcomes;
    const auto isIt = [&](const auto& outcome) { return outcome.id == command.outcome; };
    if (command.outcome && !outcomes.empty() && std::none_of(outcomes.begin(), outcomes.end(), isIt))
        return refuse(RefusalCode::badArgument, "outcome", *command.outcome);
    TicketFinished fact{finished(*here->ticket, now)};
    fact.ticket.outcome = command.outcome;
    auto events = happens(std::move(fact));
    if (hall.rules.calling.autoCall && hall.open && here->desk->counter.state == CounterState::open)
        callNext(hall, *here, now, *events);
    return events;
}

}  // namespace luot::queue
