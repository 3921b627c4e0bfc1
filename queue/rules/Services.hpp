#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/Calendar.hpp"

/// What tickets are taken for, and how their numbers run.
namespace luot::queue {

/// Where numbers come from. Services whose series have the same id share it.
struct NumberSeries {
    std::string id;      ///< empty: the service's own
    std::string prefix;  ///< letters, or digits where letters are hard to hear
    int first = 1;
    std::optional<int> last;  ///< none: the series has no end
    int digits = 3;           ///< at least; the series goes on to more
    bool wraps = false;       ///< after the last comes the first again, unless somebody has it today
    bool daily = true;        ///< each day begins with the first

    bool operator==(const NumberSeries&) const = default;
};
BOOST_DESCRIBE_STRUCT(NumberSeries, (), (id, prefix, first, last, digits, wraps, daily))

/// What tickets are taken for (lĩnh vực).
struct Service {
    std::string id;
    NumberSeries numbers;
    std::string labelVi;
    std::string labelEn;
    int kioskOrder = 0;
    std::optional<base::Calendar> hours;  ///< its own working time; none: the centre's
    base::Minutes lastTicketBefore{0};    ///< the last number is given so long before a session ends
    std::optional<int> quota;             ///< numbers a session; none: no limit

    bool operator==(const Service&) const = default;
};
BOOST_DESCRIBE_STRUCT(Service, (),
                      (id, numbers, labelVi, labelEn, kioskOrder, hours, lastTicketBefore, quota))

}  // namespace luot::queue
