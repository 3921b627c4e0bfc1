#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/Calendar.hpp"
#include "base/Time.hpp"

/// What a centre decides about its hall. It comes from the centre's file and enters the journal as
/// settings_changed, so that a replay never depends on a file.
namespace luot::queue {

/// What tickets are taken for (lĩnh vực).
struct Service {
    std::string id;
    std::string prefix;
    std::string labelVi;
    std::string labelEn;
    int kioskOrder = 0;
    int firstNumber = 1;
    int digits = 3;                 ///< at least; the series goes on to more
    std::optional<int> lastNumber;  ///< none: the series has no end

    bool operator==(const Service&) const = default;
};
BOOST_DESCRIBE_STRUCT(Service, (),
                      (id, prefix, labelVi, labelEn, kioskOrder, firstNumber, digits, lastNumber))

/// A service that a counter serves. Rank 1 is its main one; each further rank is a handicap, never a bar.
struct RankedService {
    std::string service;
    int rank = 1;

    bool operator==(const RankedService&) const = default;
};
BOOST_DESCRIBE_STRUCT(RankedService, (), (service, rank))

struct CounterPlace {
    int number = 0;
    std::string labelVi;
    std::string labelEn;
    std::string zone;
    std::vector<RankedService> services;
    /// With a keypad alone: calling the next means that the called one was served.
    bool callingServes = false;

    bool operator==(const CounterPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(CounterPlace, (), (number, labelVi, labelEn, zone, services, callingServes))

/// Who goes first; see CallOrder.
struct OrderRules {
    int priorityCallsInARow = 2;            ///< 0: no cap
    base::Minutes normalWaitBeforeCap{15};  ///< the cap holds once a normal ticket has waited longer
    base::Minutes rankHandicap{5};          ///< per rank after the first

    bool operator==(const OrderRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(OrderRules, (), (priorityCallsInARow, normalWaitBeforeCap, rankHandicap))

struct CallingRules {
    base::Seconds undoWithin{10};
    base::Minutes lateReturnWithin{30};
    int lateReturnBehind = 3;  ///< tickets that go before a late comer

    bool operator==(const CallingRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallingRules, (), (undoWithin, lateReturnWithin, lateReturnBehind))

struct WaitTargets {
    base::Minutes target{15};
    base::Minutes warn{10};
    base::Minutes breach{20};
    base::Minutes severe{30};

    bool operator==(const WaitTargets&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitTargets, (), (target, warn, breach, severe))

/// Names and texts that screens and paper show for the centre.
struct CentreTexts {
    std::string id;
    std::string nameVi;
    std::string nameEn;
    std::string authorityVi;
    std::string authorityEn;
    std::string hotline;
    std::vector<std::string> noticesVi;
    std::vector<std::string> noticesEn;
    std::vector<std::string> languages{"vi", "en"};
    bool asksPriority = true;  ///< the kiosk asks who is entitled
    std::vector<std::string> priorityGroupsVi;
    std::vector<std::string> priorityGroupsEn;

    bool operator==(const CentreTexts&) const = default;
};
BOOST_DESCRIBE_STRUCT(CentreTexts, (),
                      (id, nameVi, nameEn, authorityVi, authorityEn, hotline, noticesVi, noticesEn, languages,
                       asksPriority, priorityGroupsVi, priorityGroupsEn))

/// All rules of one centre.
struct Rules {
    CentreTexts centre;
    base::Calendar calendar;
    std::vector<Service> services;
    std::vector<CounterPlace> counters;
    OrderRules order;
    CallingRules calling;
    WaitTargets targets;

    bool operator==(const Rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rules, (), (centre, calendar, services, counters, order, calling, targets))

}  // namespace luot::queue
