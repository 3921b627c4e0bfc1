#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "queue/Counter.hpp"
#include "queue/Event.hpp"
#include "queue/KioskSeries.hpp"
#include "queue/Rules.hpp"
#include "queue/Ticket.hpp"

namespace luot::queue {

/// Who waits in one class of one service: place -> ticket id, first come first.
using Line = std::map<std::int64_t, std::string>;

/// The tickets that wait for one service, a line for each class.
struct ServiceQueue {
    std::array<Line, ticketClasses> lines;

    Line& of(TicketClass line) { return lines[static_cast<std::size_t>(line)]; }
    const Line& of(TicketClass line) const { return lines[static_cast<std::size_t>(line)]; }
    std::size_t size() const;
    bool operator==(const ServiceQueue&) const = default;
};

/// How many calls of one class a counter made one after the other.
struct Run {
    TicketClass ofClass = TicketClass::normal;
    int calls = 0;

    bool operator==(const Run&) const = default;
};

/// The last call at a counter, while it can be undone.
struct LastCall {
    Ticket before;  ///< as it was, so that undo is exact
    Instant at{};
    Run run;  ///< as it was too

    bool operator==(const LastCall&) const = default;
};

/// A counter and what the hall knows of it beyond its own event.
struct CounterDesk {
    Counter counter;
    std::optional<std::string> ticket;  ///< called or serving here
    std::optional<LastCall> lastCall;
    Run run;
    ServiceQueue only;  ///< waiting tickets that were sent to this counter, of whatever service

    bool operator==(const CounterDesk&) const = default;
};

/// A ticket that has left the hall today: enough to answer for it.
struct EndedTicket {
    std::string number;
    TicketState state = TicketState::finished;
    std::optional<std::string> dossierCode;
    std::optional<int> counter;  ///< that served it: a supplement goes back there

    bool operator==(const EndedTicket&) const = default;
};

/// How far apart the places of two tickets issued one after the other are, so that late comers fit between,
/// and a thousand tickets that several kiosks gave alone meanwhile.
constexpr std::int64_t placeGap = 1 << 20;

/// The whole state of one centre's day. Only evolve() changes it.
struct Hall {
    Rules rules;
    std::optional<base::Date> day;  ///< of the last opening
    bool open = false;
    bool openedByCommand = false;
    bool closedByCommand = false;  ///< the calendar does not open this day again
    std::int64_t lastPlace = 0;    ///< of the last issue; a multiple of placeGap
    /// How many late comers were given a place right behind that place; a place is never given twice a day.
    std::unordered_map<std::int64_t, std::int64_t> lateComers;
    std::unordered_map<std::string, Ticket> tickets;  ///< waiting, called, serving, held and today's no-shows
    std::unordered_map<std::string, EndedTicket> ended;
    std::unordered_map<std::string, std::string> idOfNumber;  ///< of tickets and ended ones
    std::unordered_map<std::string, int> nextNumber;          ///< by series; absent: its first
    std::map<std::string, Appointment> appointments;          ///< by id, of today and later
    std::map<std::string, ServiceTimes> serviceTimes;         ///< by service
    /// Today, by session and service: a clock that is set back does not give a session's quota again.
    std::map<std::pair<std::optional<Instant>, std::string>, int> issuedInSession;
    std::vector<PlannedChange> planned;  ///< rules that hold from a later day, in the order they were given
    std::optional<base::Boxed<Rules>> given;          ///< the rules as the centre's file gave them last
    std::map<int, KioskSeries> kiosks;   ///< that may number alone, by digit
    /// That may not, by device: each has a digit, so ten at most.
    std::map<std::string, RefusedKiosk> refusedKiosks;
    std::unordered_map<std::string, ServiceQueue> queues;  ///< by service
    std::set<std::string> held;                            ///< ids of the tickets on hold
    std::map<int, CounterDesk> desks;
    std::map<std::string, PrinterFault> printers;  ///< by device: those with a fault

    const Service* service(std::string_view id) const;
    const CounterPlace* place(int counter) const;
    const CounterDesk* desk(int counter) const;
    const Ticket* ticket(const std::string& id) const;
    std::size_t waiting() const;
    /// Where that ticket waits, or would: at its service, or at the counter it was sent to. None: nobody
    /// waits there.
    const ServiceQueue* queueOf(const Ticket& ticket) const;
    /// How many waiting tickets of the same service and class came before this one, with those of a higher
    /// class. Cost grows with their number, but for the last one of its class.
    int ahead(const Ticket& ticket) const;
    /// Whether tickets are given out at `now`.
    bool givesTickets(Instant now) const;
    /// Whether tickets of that service are; its quota apart.
    bool gives(const Service& service, Instant now) const;
    /// When that service gives tickets next, if it gives none now; within a month.
    std::optional<Instant> givesNext(const Service& service, Instant now) const;
    /// As the centre names him; none: it names him not.
    const Clerk* clerk(std::string_view id) const;
    /// Whether the clerk who is at that counter may serve it: one of his skills, or he has none named.
    bool hasSkill(const CounterPlace& place, std::string_view service) const;
    /// The services that the counter serves with the clerk who is there, by its own rank.
    std::vector<RankedService> servedAt(const CounterPlace& place) const;
    /// Whether a number of that service and session is left.
    bool withinQuota(const Service& service, Instant now) const;
    /// The day that is or would be open at `now`. Never goes back when the clock does: numbers would come
    /// twice.
    base::Date dateAt(Instant now) const;
    /// An open day whose time is over: midnight, or the calendar's end of a day that the calendar opened.
    bool closingIsDue(Instant now) const;
    /// The calendar wants the day open, and nobody closed it by command.
    bool openingIsDue(Instant now) const;

    bool operator==(const Hall&) const = default;
};

/// The next moment at which TimePassed may bring something; none: nothing is due. For the shell's one timer.
std::optional<Instant> nextWakeUp(const Hall& hall, Instant now);

}  // namespace luot::queue
