#pragma once

#include "queue/decide/Decisions.hpp"
#include "queue/order/CallOrder.hpp"

/// A counter that somebody works at, for the commands of calling and serving.
namespace luot::queue {

/// A counter and the ticket that is there.
struct Station {
    const CounterPlace* place = nullptr;
    const CounterDesk* desk = nullptr;
    const Ticket* ticket = nullptr;  ///< null: nobody

    std::string name() const { return std::to_string(place->number); }
    /// The ticket there is served, or needs no start to count as served.
    bool mayFinish() const { return ticket->state == TicketState::serving || place->callingServes; }
};

/// Refused: unknownCounter.
Checked<Station> stationFor(const Hall& hall, int counter);
/// One that may call. Refused: dayClosed, counterClosed.
Checked<Station> callingStation(const Hall& hall, int counter);
/// With a ticket in `state`. Refused: counterClosed, wrongState.
Checked<Station> stationWith(const Hall& hall, int counter, TicketState state);

Ticket finished(const Ticket& ticket, Instant now);

/// The call of that ticket at the station.
TicketCalled called(const Hall& hall, const Station& station, const Choice& choice, Instant now);

}  // namespace luot::queue
