#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "journal/Journal.hpp"

namespace luot::server::report {

/// Something about the machines that was or is out of order.
struct Fault {
    std::string code;  ///< device_lost, printer, clock_set, server_down, storage, backup, series_refused
    std::optional<std::string> device;
    std::optional<std::string>
        detail;  ///< a printer's fault, seconds that the clock was set by, a digit, a sentence
    base::Instant beganAt{};
    std::optional<base::Instant> endedAt;  ///< none: not cured
    std::optional<std::int64_t> lastedS;   ///< from the beginning to the cure

    bool operator==(const Fault&) const = default;
};
BOOST_DESCRIBE_STRUCT(Fault, (), (code, device, detail, beganAt, endedAt, lastedS))

/// A fault may have begun so long before the days that are looked at.
constexpr std::chrono::days longestFault{31};

/// What the rows of Journal::incidents() tell, in the order of beginning. A row that cannot be read is left
/// out.
std::vector<Fault> faultsIn(const std::vector<journal::Row>& incidents);

/// Those that were there at some time of the two days or between them.
std::vector<Fault> within(std::vector<Fault> faults, base::Date from, base::Date to);

}  // namespace luot::server::report
