#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/Time.hpp"
#include "queue/KioskSeries.hpp"
#include "queue/rules/Centre.hpp"
#include "queue/rules/Order.hpp"

namespace luot::queue {

using base::Instant;

/// A ticket is in exactly one of these; the last four are ends, though a no-show may still return for a
/// while.
enum class TicketState { waiting, called, serving, held, finished, noShow, cancelled, expired };
BOOST_DESCRIBE_ENUM(TicketState, waiting, called, serving, held, finished, noShow, cancelled, expired)

enum class PrintOutcome { confirmed, failed, unknown };
BOOST_DESCRIBE_ENUM(PrintOutcome, confirmed, failed, unknown)

/// What is wrong with a printer of tickets, as its kiosk says it.
enum class PrinterFault {
    paperNearEnd,  ///< a warning: it still prints
    paperEnd,
    coverOpen,
    cutter,
    overheated,
    mechanical,
    unreachable,
    busy,
    swallowed,  ///< took a ticket and never said that it is on paper, though it can
};
BOOST_DESCRIBE_ENUM(PrinterFault, paperNearEnd, paperEnd, coverOpen, cutter, overheated, mechanical,
                    unreachable, busy, swallowed)

/// What a citizen holds in the hand: a number in the queue of one service. Holds no personal data.
struct Ticket {
    std::string id;
    std::string number;
    std::string service;
    std::optional<std::string> procedure;
    std::optional<Words> procedureName;  ///< when it was taken; none: the centre does not know the procedure
    TicketState state = TicketState::waiting;
    bool priority = false;
    std::string lane = "normal";
    std::string language = "vi";
    int dossiers = 1;
    std::optional<std::string> dossierCode;
    Instant issuedAt{};
    std::int64_t place = 0;  ///< orders the day's tickets by first issue; a late comer gets a later one
    std::optional<std::string> appointment;  ///< its id, where the ticket was booked
    std::optional<Instant> slot;             ///< of the appointment
    bool paper = false;                      ///< a number from a printed roll, typed in later
    bool nextDay = false;                    ///< taken after the hour for results on the same day
    std::optional<Instant> calledAt;         ///< the first call: ends the waiting time
    std::optional<base::Seconds> waitedS;    ///< until then, without the gaps between sessions
    std::optional<Instant> callingSince;     ///< first of the calls that go on now, or went on last
    std::optional<Instant> lastCalledAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::optional<int> counter;      ///< that has it, or had it last
    std::optional<int> onlyCounter;  ///< a transfer to a counter: nobody else may take it
    std::optional<std::string> clerk;
    int calls = 0;
    int callsBefore = 0;  ///< of them, those before `callingSince`
    std::optional<Instant> heldAt;
    std::optional<std::string> outcome;
    std::optional<PrintOutcome> printed;
    std::optional<OfflineNumber> offline;  ///< given by a kiosk alone

    /// The class in which it waits. An appointment counts as one around its slot alone; see CallOrder.
    TicketClass line() const;
    bool operator==(const Ticket&) const = default;
    /// Members added after the first release: an older journal lacks them.
    static bool mayMiss(std::string_view) { return false; }
};
BOOST_DESCRIBE_STRUCT(Ticket, (),
                      (id, number, service, procedure, procedureName, state, priority, lane, language,
                       dossiers, dossierCode, issuedAt, place, appointment, slot, paper, nextDay, calledAt,
                       waitedS, callingSince, lastCalledAt, startedAt, endedAt, counter, onlyCounter, clerk,
                       calls, callsBefore, heldAt, outcome, printed, offline))

}  // namespace luot::queue
