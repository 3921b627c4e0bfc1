#pragma once

#include <optional>

#include "server/centre/part/Words.hpp"

namespace luot::server::centre {

/// Something that a clerk chooses from a list.
struct Choice {
    std::string id;
    Words label;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (id, label))

struct Calling {
    InForce inForce;
    std::optional<int> rankHandicapMinutes;  ///< none: as in the call order of [priority]
    int undoSeconds = 10;
    int recallMax = 3;
    int recallMinGapSeconds = 20;
    int noShowAfterCalls = 3;
    int noShowAfterSeconds = 120;
    int lateReturnMinutes = 30;
    int lateReturnBehindTickets = 3;
    int holdMaxMinutes = 30;
    bool autoCall = false;
    std::vector<Choice> outcomes;
    std::vector<Choice> pauseReasons;
    std::string transferPosition = "issue_time";
    bool transferKeepsNumber = true;
    int announcementRepeat = 2;
};
BOOST_DESCRIBE_STRUCT(Calling, (),
                      (inForce, rankHandicapMinutes, undoSeconds, recallMax, recallMinGapSeconds,
                       noShowAfterCalls, noShowAfterSeconds, lateReturnMinutes, lateReturnBehindTickets,
                       holdMaxMinutes, autoCall, outcomes, pauseReasons, transferPosition,
                       transferKeepsNumber, announcementRepeat))

struct Targets {
    InForce inForce;
    int warnWaitMinutes = 10;
    int targetWaitMinutes = 15;
    int breachWaitMinutes = 20;
    int severeWaitMinutes = 30;
    int percentile = 90;
    std::string basis;
};
BOOST_DESCRIBE_STRUCT(Targets, (),
                      (inForce, warnWaitMinutes, targetWaitMinutes, breachWaitMinutes, severeWaitMinutes,
                       percentile, basis))

}  // namespace luot::server::centre
