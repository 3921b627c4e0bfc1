#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "queue/Hall.hpp"

namespace luot::queue {

/// The ticket that a counter shall call, and why.
struct Choice {
    const Ticket* ticket = nullptr;  ///< in the hall
    Reason reason;
};

/// Chooses the next ticket for one counter at one moment. Priority before normal, but after a run of priority
/// calls a normal ticket that has waited long; first come first served inside a class of one service; between
/// services the longest wait less a handicap for each rank. Only the first ticket of each class of each
/// service is looked at, so the cost does not depend on how many wait.
class CallOrder {
public:
    CallOrder(const Hall& hall, const CounterPlace& place, Instant now);

    std::optional<Choice> next() const;

    /// Why the clerk's own choice is what it is: by number, over those who came earlier.
    Reason byNumber(const Ticket& ticket) const;

private:
    using Line = std::map<std::int64_t, std::string>;
    struct Candidate {
        const Ticket* ticket = nullptr;
        int rank = 1;
        bool sentHere = false;
    };

    void addQueue(const ServiceQueue& queue, int rank, bool sentHere);
    bool fairTurnIsDue() const;
    const Candidate* fairTurn() const;
    const Candidate* best(const std::vector<Candidate>& candidates) const;
    bool goesBefore(const Candidate& one, const Candidate& other) const;
    ReasonCode codeFor(const Candidate& chosen) const;
    Reason reasonFor(const Ticket& chosen, ReasonCode code) const;

    const Hall& hall_;
    const CounterDesk* desk_;
    Instant now_;
    std::vector<const Line*> lines_;  ///< all in which somebody waits for this counter
    std::vector<Candidate> priority_;
    std::vector<Candidate> normal_;
};

}  // namespace luot::queue
