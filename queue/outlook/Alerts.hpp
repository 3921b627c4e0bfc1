#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "queue/Hall.hpp"

namespace luot::queue {

enum class AlertCode {
    heldTooLong,      ///< a ticket is on hold beyond the limit
    serviceUnserved,  ///< people wait for a service that no open counter serves
    printerFault,     ///< a kiosk's printer needs somebody
    seriesRefused,    ///< a kiosk cannot give numbers alone and needs a new token
};
BOOST_DESCRIBE_ENUM(AlertCode, heldTooLong, serviceUnserved, printerFault, seriesRefused)

/// Something that the head should see now. Follows from the hall and the time; no event of its own.
struct Alert {
    AlertCode code = AlertCode::heldTooLong;
    std::optional<std::string> ticket;  ///< its number
    std::optional<std::string> service;
    std::optional<int> counter;
    std::optional<std::string> device = std::nullopt;
    std::optional<PrinterFault> fault = std::nullopt;

    bool operator==(const Alert&) const = default;
};
BOOST_DESCRIBE_STRUCT(Alert, (), (code, ticket, service, counter, device, fault))

/// Kiosks first, open or not: paper is put in before the day begins. Then in the order of numbers and
/// services.
std::vector<Alert> alertsOf(const Hall& hall, Instant now);

/// When the next alert of itself will come; none: not by the passing of time.
std::optional<Instant> nextAlert(const Hall& hall, Instant now);

}  // namespace luot::queue
