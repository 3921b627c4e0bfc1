#pragma once

#include <optional>

#include "server/centre/part/Words.hpp"

namespace luot::server::centre {

struct TicketPrint {
    int paperMm = 80;
    std::string encoding = "raster";
    int copies = 1;
    bool logo = true;
    std::string qr = "tracking";
    Words valid;
};
BOOST_DESCRIBE_STRUCT(TicketPrint, (), (paperMm, encoding, copies, logo, qr, valid))

struct Ticketing {
    InForce inForce;
    int firstNumber = 1;
    std::optional<int> lastNumber;
    int digits = 3;
    std::string reset = "daily";
    std::string series = "per_service";
    int reprintAllowedMinutes = 5;
    std::optional<int> ticketsPerPersonServiceDay;
    int bulkFromDossiers = 5;
    TicketPrint print;
};
BOOST_DESCRIBE_STRUCT(Ticketing, (),
                      (inForce, firstNumber, lastNumber, digits, reset, series, reprintAllowedMinutes,
                       ticketsPerPersonServiceDay, bulkFromDossiers, print))

struct Calling {
    InForce inForce;
    int rankHandicapMinutes = 5;
    int undoSeconds = 10;
    int recallMax = 3;
    int recallMinGapSeconds = 20;
    int noShowAfterCalls = 3;
    int noShowAfterSeconds = 120;
    int lateReturnMinutes = 30;
    int lateReturnBehindTickets = 3;
    int holdMaxMinutes = 30;
    bool autoCall = false;
    std::string transferPosition = "issue_time";
    bool transferKeepsNumber = true;
    int announcementRepeat = 2;
};
BOOST_DESCRIBE_STRUCT(Calling, (),
                      (inForce, rankHandicapMinutes, undoSeconds, recallMax, recallMinGapSeconds,
                       noShowAfterCalls, noShowAfterSeconds, lateReturnMinutes, lateReturnBehindTickets,
                       holdMaxMinutes, autoCall, transferPosition, transferKeepsNumber, announcementRepeat))

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

struct PriorityClass {
    std::string id;
    Words label;
    std::vector<std::string> groups;
};
BOOST_DESCRIBE_STRUCT(PriorityClass, (), (id, label, groups))

struct PriorityGroup {
    std::string id;
    Words label;
    std::optional<int> minAge;
};
BOOST_DESCRIBE_STRUCT(PriorityGroup, (), (id, label, minAge))

/// A queue beside the normal one: appointments, supplements, bulk.
struct Lane {
    std::string id;
    Words label;
    std::string rule;
    std::optional<int> fromMinutesBefore;  ///< of an appointment: called from so long before its time
    std::optional<int> toMinutesAfter;
};
BOOST_DESCRIBE_STRUCT(Lane, (), (id, label, rule, fromMinutesBefore, toMinutesAfter))

struct Priority {
    InForce inForce;
    std::string mode = "priority_first_with_cap";
    int maxConsecutivePriorityPerCounter = 2;
    int capAppliesWhenNormalWaitExceedsMinutes = 15;
    std::string withinClass = "issue_time";
    bool askedAtKiosk = true;
    bool staffMayChange = true;
    bool storeReason = false;
    std::vector<PriorityClass> classes;
    std::vector<PriorityGroup> groups;
    std::vector<Lane> lanes;
};
BOOST_DESCRIBE_STRUCT(Priority, (),
                      (inForce, mode, maxConsecutivePriorityPerCounter,
                       capAppliesWhenNormalWaitExceedsMinutes, withinClass, askedAtKiosk, staffMayChange,
                       storeReason, classes, groups, lanes))

}  // namespace luot::server::centre
