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
};

/// The last call at a counter, while it can be undone.
struct LastCall {
    Ticket before;  ///< as it was, so that undo is exact
    Instant at{};
};

/// A counter and what the hall knows of it beyond its own event.
struct CounterDesk {
    Counter counter;
    std::optional<std::string> ticket;  ///< called or serving here
    std::optional<LastCall> lastCall;
    int priorityCallsInARow = 0;
    std::map<std::int64_t, std::string> only;  ///< waiting tickets that were sent to this counter, by place
};

/// A ticket that has left the hall today: enough to answer for it.
struct EndedTicket {
    std::string number;
    TicketState state = TicketState::finished;
};

/// The whole state of one centre's day. Only evolve() changes it.
struct Hall {
    Rules rules;
    std::optional<base::Date> day;  ///< of the last opening
    bool open = false;
    bool openedByCommand = false;
    std::int64_t lastPlace = 0;
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
    /// How many waiting tickets of the same service and class came before this one, with those of a higher class.
    /// Cost grows with their number.
    int ahead(const Ticket& ticket) const;
    /// Whether tickets are given out at `now`.
    bool givesTickets(Instant now) const;
};

/// The next moment at which TimePassed may bring something; none: nothing is due. For the shell's one timer.
std::optional<Instant> nextWakeUp(const Hall& hall, Instant now);

}  // namespace luot::queue
