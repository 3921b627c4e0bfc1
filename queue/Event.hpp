#pragma once

#include <variant>

#include "queue/event/Counters.hpp"
#include "queue/event/Day.hpp"
#include "queue/event/Tickets.hpp"

namespace luot::queue {

/// Whatever happened in a hall. Past tense; the name on the wire and in the journal is the type's in
/// snake_case.
using Event =
    std::variant<DayOpened, DayClosed, SettingsChanged, CounterOpened, CounterPaused, CounterResumed,
                 CounterClosed, TicketIssued, TicketCalled, TicketRecalled, ServiceStarted, TicketFinished,
                 TicketMissed, TicketHeld, TicketReturned, TicketTransferred, TicketCancelled, TicketExpired,
                 PriorityChanged, TicketPrinted, CallUndone, CallShown, DeviceLost, DeviceBack, ClockJumped>;

}  // namespace luot::queue
