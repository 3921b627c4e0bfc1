#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/Time.hpp"
#include "queue/Ticket.hpp"

namespace luot::queue {

/// A display says what it showed and spoke of the call with this sequence number.
struct RecordShown {
    std::string display;
    std::int64_t seq = 0;
    bool screen = false;
    bool spoken = false;
};

struct RecordDeviceLost {
    std::string device;
};

struct RecordDeviceBack {
    std::string device;
};

/// A kiosk says how its printer is; no fault: well.
struct ReportPrinter {
    std::string device;  ///< its token's name
    std::optional<PrinterFault> fault;
};

/// An access token was made beside the running server.
struct RecordToken {
    std::string role;
    std::string name;
};

struct RecordClockJump {
    base::Milliseconds jump{};
};

}  // namespace luot::queue
