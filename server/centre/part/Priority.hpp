#pragma once

#include <optional>

#include "server/centre/part/Words.hpp"

namespace luot::server::centre {

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

/// A queue beside the normal one: appointments, supplements, results, bulk.
struct Lane {
    std::string id;
    Words label;
    std::string rule;                      ///< for people
    std::optional<int> fromMinutesBefore;  ///< of an appointment: called from so long before its time
    std::optional<int> toMinutesAfter;
    std::optional<int> headStartMinutes;  ///< of appointments and late results
    std::optional<int> fromDossiers;      ///< of bulk
    std::string prefix;                   ///< of bulk: its own numbers
};
BOOST_DESCRIBE_STRUCT(Lane, (),
                      (id, label, rule, fromMinutesBefore, toMinutesAfter, headStartMinutes, fromDossiers,
                       prefix))

/// What is left out is as in the call order that `mode` names.
struct Priority {
    InForce inForce;
    std::string mode = "default";
    std::optional<double> rate;
    std::optional<int> headStartMinutes;
    std::optional<int> maxConsecutivePriorityPerCounter;
    std::optional<int> capAppliesWhenNormalWaitExceedsMinutes;
    std::optional<int> ceilingMinutes;
    std::string withinClass = "issue_time";
    bool askedAtKiosk = true;
    bool staffMayChange = true;
    bool storeReason = false;
    std::vector<PriorityClass> classes;
    std::vector<PriorityGroup> groups;
    std::vector<Lane> lanes;
};
BOOST_DESCRIBE_STRUCT(Priority, (),
                      (inForce, mode, rate, headStartMinutes, maxConsecutivePriorityPerCounter,
                       capAppliesWhenNormalWaitExceedsMinutes, ceilingMinutes, withinClass, askedAtKiosk,
                       staffMayChange, storeReason, classes, groups, lanes))

}  // namespace luot::server::centre
