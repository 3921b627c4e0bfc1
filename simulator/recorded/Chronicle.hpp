#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "queue/Event.hpp"
#include "simulator/recorded/DayRecord.hpp"

namespace luot::simulator::recorded {

/// Gathers from a day's events who came, how long everybody was at a counter and when counters were staffed.
/// Several stays of one number (put aside, called once more after a no-show) count as one whose times are
/// added up; one that was sent on has two.
class Chronicle {
public:
    explicit Chronicle(base::Date day) { record_.day = day; }

    void see(const queue::Event& event, base::Instant at);

    /// Once, after the day's last event. Who never sat at a counter is given the median of those who did.
    DayRecord finished(const queue::Rules& rules);

    bool givesNumbers() const { return !stories_.empty(); }

private:
    struct Story {
        queue::Ticket ticket;  ///< as it stood last
        twin::Visitor visitor;
        bool sentOn = false;
        std::optional<base::Instant> servingSince;

        twin::Errand& errand() { return sentOn ? visitor.then : visitor.first; }
    };
    struct Watch {
        std::optional<base::Instant> staffedSince;
        std::optional<std::string> clerk;
        std::string left;  ///< the number that left it last, while the clerk has stayed
        base::Instant leftAt{};
    };

    template <class Fact>
    void follow(const Fact& fact, base::Instant at);
    void on(const queue::TicketIssued& fact, base::Instant at);
    void on(const queue::TicketCalled& fact, base::Instant at);
    void on(const queue::ServiceStarted& fact, base::Instant at);
    void on(const queue::TicketFinished& fact, base::Instant at);
    void on(const queue::TicketMissed& fact, base::Instant at);
    void on(const queue::TicketHeld& fact, base::Instant at);
    void on(const queue::TicketTransferred& fact, base::Instant at);
    void on(const queue::TicketCancelled& fact, base::Instant at);
    void on(const queue::CounterOpened& fact, base::Instant at) { staffed(fact.counter, at); }
    void on(const queue::CounterResumed& fact, base::Instant at) { staffed(fact.counter, at); }
    void on(const queue::CounterPaused& fact, base::Instant at) { left(fact.counter.number, at); }
    void on(const queue::CounterClosed& fact, base::Instant at) { left(fact.counter.number, at); }
    void on(const queue::DayOpened& fact, base::Instant at);
    void on(const queue::DayClosed& fact, base::Instant at);
    template <class Fact>
    void on(const Fact&, base::Instant) {}

    void staffed(const queue::Counter& counter, base::Instant at);
    void left(int counter, base::Instant at);
    void endStay(Story& story, base::Instant at);
    void endAllShifts();

    DayRecord record_;
    std::map<std::string, Story> stories_;  ///< by ticket
    std::vector<std::string> inOrder_;      ///< tickets as they were issued
    std::map<int, Watch> watches_;          ///< by counter
    base::Instant last_{};
};

}  // namespace luot::simulator::recorded
