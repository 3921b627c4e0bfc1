#pragma once

#include <boost/describe/class.hpp>
#include <vector>

#include "queue/rules/Centre.hpp"
#include "queue/rules/Services.hpp"

/// Limits of what clerks do with a ticket, and of the lanes beside the normal one. Durations leave out the
/// gaps between sessions, except where somebody stands at the counter.
namespace luot::queue {

struct CallingRules {
    base::Seconds undoWithin{10};
    int recallMax = 3;               ///< recalls of one call
    base::Seconds recallGap{20};     ///< between two calls of the same ticket
    int noShowAfterCalls = 3;        ///< so many calls come before a no-show ...
    base::Seconds noShowAfter{120};  ///< ... and so much time since the first of them
    base::Minutes lateReturnWithin{30};
    int lateReturnBehind = 3;             ///< tickets that go before a late comer
    base::Minutes holdMax{30};            ///< a longer hold raises an alert
    bool autoCall = false;                ///< finishing calls the next ticket
    std::vector<Choosable> outcomes;      ///< none: any word will do
    std::vector<Choosable> pauseReasons;  ///< offered; any text will do

    bool operator==(const CallingRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallingRules, (),
                      (undoWithin, recallMax, recallGap, noShowAfterCalls, noShowAfter, lateReturnWithin,
                       lateReturnBehind, holdMax, autoCall, outcomes, pauseReasons))

/// The lanes beside the normal one.
struct LaneRules {
    base::Minutes appointmentFrom{5};  ///< ahead of normal from so long before its slot ...
    base::Minutes appointmentTo{10};   ///< ... to so long after it; a normal ticket before and later
    int bulkFrom = 5;                  ///< dossiers that make a ticket a bulk one; 0: no such lane
    NumberSeries bulkNumbers;          ///< without prefix: bulk tickets have their service's numbers

    bool operator==(const LaneRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(LaneRules, (), (appointmentFrom, appointmentTo, bulkFrom, bulkNumbers))

}  // namespace luot::queue
