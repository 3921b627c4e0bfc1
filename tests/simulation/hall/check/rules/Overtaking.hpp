#pragma once

#include <map>

#include "tests/simulation/hall/check/Checker.hpp"
#include "tests/simulation/hall/check/rules/Turns.hpp"

namespace luot::simulation {

/// Nobody is passed over beyond what the centre's order allows. Reckons anew, from the record alone and
/// without queue::CallOrder, who may go before whom when a counter calls its next:
/// - inside a class of one service nobody goes before whoever came first;
/// - nobody goes before one who has waited beyond the ceiling but who has waited longer still;
/// - otherwise a ticket is passed over by a higher score alone, that is by at most the difference of head
///   starts and handicaps in waiting time;
/// - unless its class has had its calls in a row while another one waited long, and then it must step back;
/// - a booked ticket counts as one around its slot alone, many dossiers wait for the counters that are for
/// them,
///   a counter takes what its priority setting allows, and others' services only when nobody waits for its
///   own.
class NobodyIsOvertakenBeyondTheBound final : public Checker {
public:
    void written(const Entry& entry) override;

private:
    struct Runs {
        queue::Run now;
        queue::Run before;  ///< the last call
    };
    struct Where {
        int counter = 0;
        const queue::OrderRules& order;
    };
    void judge(const Entry& entry, const queue::TicketCalled& call);
    void compare(const Waiter& chosen, const std::vector<Waiter>& waiters,
                 const std::vector<Waiter>& everybody, const Where& where);
    void count(const queue::Event& event, const queue::Hall& before);

    std::map<int, Runs> runs_;  ///< by counter, of the day
};

}  // namespace luot::simulation
