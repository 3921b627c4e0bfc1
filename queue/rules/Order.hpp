#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "base/Time.hpp"

namespace luot::queue {

/// What a ticket counts as when the next one is chosen. Inside a class of one service the first come goes
/// first.
enum class TicketClass { normal, priority, appointment, lateResult, bulk };
BOOST_DESCRIBE_ENUM(TicketClass, normal, priority, appointment, lateResult, bulk)
constexpr std::size_t ticketClasses = 5;

/// score = rate x waiting time + head start - (rank - 1) x handicap; the highest score goes first.
struct ClassRules {
    double rate = 1;             ///< how fast its waiting counts; that of a normal ticket is 1
    base::Minutes headStart{0};  ///< counts as having come so much earlier; a day's is strict precedence
    int callsInARow = 0;         ///< at most so many at one counter while others wait long; 0: no cap

    bool operator==(const ClassRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClassRules, (), (rate, headStart, callsInARow))

/// Nobody waits longer than this, so that such a head start always wins.
constexpr base::Minutes strictHeadStart{24 * 60};

/// Who goes first; see CallOrder and docs/policies.md. Bulk counts like normal.
struct OrderRules {
    ClassRules priority{1, strictHeadStart, 2};
    ClassRules appointment{1, strictHeadStart / 2, 0};
    ClassRules lateResult{1, strictHeadStart / 4, 0};
    base::Minutes capAfter{15};  ///< a cap holds once a ticket of another class has waited longer
    base::Minutes ceiling{45};   ///< whoever has waited longer goes first of all; 0: no ceiling
    base::Minutes rankHandicap{5};

    const ClassRules& of(TicketClass ticketClass) const;
    /// Of a ticket in that class whose service has that rank at the counter, 1 the first; in milliseconds.
    double score(TicketClass ticketClass, base::Milliseconds waited, int rank) const;
    bool operator==(const OrderRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(OrderRules, (), (priority, appointment, lateResult, capAfter, ceiling, rankHandicap))

/// The order that has this name: "first_come", "head_start", "strict", "accumulating", "default", and
/// "strict_rank", which shows why a rank must not be a bar. None: nobody knows it.
std::optional<OrderRules> policyNamed(std::string_view name);
const std::vector<std::string_view>& policyNames();

}  // namespace luot::queue
