#pragma once

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
#include "queue/Rules.hpp"
#include "queue/Ticket.hpp"

namespace luot::queue {

/// The tickets that wait for one service, first come first, priority apart from normal.
struct ServiceQueue {
    std::map<std::int64_t, std::string> priority;  ///< place -> ticket id
    std::map<std::int64_t, std::string> normal;

    std::size_t size() const { return priority.size() + normal.size(); }
    bool operator==(const ServiceQueue&) const = default;
};

/// The last call at a counter, while it can be undone.
struct LastCall {
    Ticket before;  ///< as it was, so that undo is exact
    Instant at{};
    int priorityCallsInARow = 0;  ///< as it was too

    bool operator==(const LastCall&) const = default;
};

/// A counter and what the hall knows of it beyond its own event.
struct CounterDesk {
    Counter counter;
    std::optional<std::string> ticket;  ///< called or serving here
    std::optional<LastCall> lastCall;
    int priorityCallsInARow = 0;
    ServiceQueue only;  ///< waiting tickets that were sent to this counter, of whatever service

    bool operator==(const CounterDesk&) const = default;
};

/// A ticket that has left the hall today: enough to answer for it.
struct EndedTicket {
    std::string number;
    TicketState state = TicketState::finished;

    bool operator==(const EndedTicket&) const = default;
};

/// How far apart the places of two tickets issued one after the other are, so that late comers fit between.
constexpr std::int64_t placeGap = 1024;

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
    std::unordered_map<std::string, int> nextNumber;          ///< by service; absent: its first
    std::unordered_map<std::string, ServiceQueue> queues;     ///< by service
    std::map<int, CounterDesk> desks;

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
