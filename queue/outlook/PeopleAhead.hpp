#pragma once

#include <array>
#include <set>
#include <utility>
#include <vector>

#include "queue/Hall.hpp"

namespace luot::queue {

/// Served people of a service that its time must be measured on; fewer would be a guess.
constexpr int leastMeasured = 5;

/// The people who go before a ticket, and the time that they take. By the formula of rules/Order.hpp with
/// ceiling and cap, at the counters that serve now and may take the ticket; whoever may go elsewhere as well
/// counts in part. Nobody is looked at one by one who goes before it with all of his line.
class PeopleAhead {
public:
    /// Of a waiting ticket, or of one that is issued now when it is not in the hall.
    PeopleAhead(const Hall& hall, const Ticket& ticket, Instant now);

    /// The counters that serve now and may take the ticket.
    const std::set<int>& counters() const { return counters_; }
    double people() const { return people_; }
    double seconds() const { return seconds_; }
    /// False: the time of somebody's service was not measured.
    bool measured() const { return measured_; }

private:
    using Places = std::vector<std::pair<const CounterPlace*, std::vector<RankedService>>>;

    /// A waiting ticket as the formula sees it.
    struct Standing {
        TicketClass as = TicketClass::normal;
        base::Milliseconds waited{};
        std::int64_t place = 0;
        int rank = 1;
    };
    struct Group {
        double people = 0;
        double seconds = 0;
    };
    using Groups = std::array<Group, ticketClasses>;  ///< by class

    /// Which of the ticket's counters may take a line, among all that may.
    struct Shared {
        std::set<int> counters;
        double part = 0;
        int rank = 1;  ///< of the service, at the counter where it is best
    };

    Shared shared(const std::string& service, TicketClass line) const;
    Standing standing(const Ticket& ticket, int rank) const;
    bool goesBefore(const Standing& other) const;
    bool isPatient(const Standing& other) const;
    void count();
    void countLine(const Line& line, int rank, double part);
    void add(const std::string& service, double people, Group& group);
    void sumUp();
    double fairTurns() const;

    const Hall& hall_;
    const Ticket& ticket_;
    const Instant now_;
    Places places_;  ///< that serve now, with what they serve
    std::set<int> counters_;
    Standing own_;
    base::Milliseconds later_{};  ///< from now until about its turn
    double mostFairTurns_ = 0;
    Groups before_{};
    Groups patient_{};  ///< behind it, and waiting so long that the cap of its class lets them go first
    double people_ = 0;
    double seconds_ = 0;
    bool measured_ = true;
};

}  // namespace luot::queue
