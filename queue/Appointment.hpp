#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "base/Time.hpp"

namespace luot::queue {

/// A booked time. Holds no personal data: whoever booked knows the id.
struct Appointment {
    std::string id;
    std::string service;
    base::Instant slot{};
    std::string source;                 ///< where it was booked
    std::optional<std::string> ticket;  ///< taken with it

    bool operator==(const Appointment&) const = default;
    static bool mayMiss(std::string_view member) { return member == "source"; }
};
BOOST_DESCRIBE_STRUCT(Appointment, (), (id, service, slot, source, ticket))

}  // namespace luot::queue
