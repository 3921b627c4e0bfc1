#pragma once

#include <optional>
#include <vector>

#include "queue/Hall.hpp"

namespace luot::queue {

/// The ticket that a counter shall call, and why.
struct Choice {
    const Ticket* ticket = nullptr;  ///< in the hall
    TicketClass calledAs = TicketClass::normal;
    Reason reason;
};

/// Whether the counter takes tickets of that service and class at all: a window priority ones alone, some
/// counters none of them, and bulk only where it has no counters of its own.
bool takes(const Rules& rules, const CounterPlace& place, const std::string& service, TicketClass line);

/// The class in which a waiting ticket stands at that moment: around its slot a booked one goes ahead, before
/// and later it is a normal one by its time of arrival.
TicketClass standingAt(const Ticket& ticket, const LaneRules& lanes, Instant now);

/// Chooses the next ticket for one counter at one moment by the formula of rules/Order.hpp. Only the first
/// ticket of each class of each service is looked at, so the cost does not depend on how many wait; of booked
/// ones those that come before the first whose slot is now.
class CallOrder {
public:
    CallOrder(const Hall& hall, const CounterPlace& place, Instant now);

    std::optional<Choice> next() const;

    /// Why the clerk's own choice is what it is: by number, over those who came earlier.
    Reason byNumber(const Ticket& ticket) const;

private:
    struct Candidate {
        const Ticket* ticket = nullptr;
        TicketClass as = TicketClass::normal;
        int rank = 1;
        bool sentHere = false;
        base::Milliseconds waited{};
        double score = 0;  ///< milliseconds
    };

    void addOwn();
    void addFallback();
    void addSentToClosedCounters(const std::vector<RankedService>& served);
    void addQueue(const ServiceQueue& queue, int rank, bool sentHere);
    void addBooked(const Line& line, int rank, bool sentHere);
    void add(const Ticket& ticket, TicketClass as, int rank, bool sentHere);
    void keepBehindPriority();
    bool mayTake(const std::string& service, TicketClass line) const;
    std::size_t takable(const std::string& service) const;

    static bool goesBefore(const Candidate& one, const Candidate& other);
    bool mayGo(const Candidate& candidate) const;
    const Candidate* longestBeyondCeiling() const;
    const Candidate* best() const;
    template <class Eligible>
    const Candidate* highest(Eligible eligible) const;
    ReasonCode codeFor(const Candidate& chosen) const;
    Reason reasonFor(const Ticket& chosen, ReasonCode code) const;

    const Hall& hall_;
    const CounterPlace& place_;
    const CounterDesk* desk_;
    Instant now_;
    bool fromFallback_ = false;
    std::vector<const Line*> lines_;  ///< all in which somebody waits for this counter
    std::vector<Candidate> candidates_;
};

}  // namespace luot::queue
