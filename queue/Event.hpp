#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "queue/event/Counters.hpp"
#include "queue/event/Day.hpp"
#include "queue/event/Tickets.hpp"
#include "queue/event/Upkeep.hpp"

namespace luot::queue {

/// Whatever happened in a hall. Past tense; the name on the wire and in the journal is the type's in
/// snake_case.
using Event =
    std::variant<DayOpened, DayClosed, SettingsChanged, CounterOpened, CounterPaused, CounterResumed,
                 CounterClosed, TicketIssued, TicketCalled, TicketRecalled, ServiceStarted, TicketFinished,
                 TicketMissed, TicketHeld, TicketReturned, TicketTransferred, TicketCancelled, TicketExpired,
                 PriorityChanged, TicketPrinted, DossiersChanged, TicketsPrepared, CallUndone,
                 AppointmentsImported, CallShown, DeviceLost, DeviceBack, PrinterReported, ClockJumped,
                 ServerRestarted, StorageRecovered, BackupMade, BackupFailed, SeriesBegun, TicketSettled,
                 SeriesRefused>;

/// The event's name on the wire and in the journal: "ticket_called".
std::string eventName(const Event& event);
/// The place of the name in the variant; none: no event has it.
std::optional<std::size_t> eventNamed(std::string_view name);

/// The ticket that the event is about, as it stands afterwards; null when it is about none.
const Ticket* ticketOf(const Event& event);

}  // namespace luot::queue
