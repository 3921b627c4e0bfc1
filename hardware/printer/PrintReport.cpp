#include "hardware/printer/PrintReport.hpp"

namespace luot::hardware::printer {

std::string_view nameOf(PrintState state) {
    switch (state) {
        case PrintState::queued:
            return "queued";
        case PrintState::sending:
            return "sending";
        case PrintState::sent:
            return "sent";
        case PrintState::confirmed:
            return "confirmed";
        case PrintState::failed:
            return "failed";
        case PrintState::unknown:
            break;
    }
    return "unknown";
}

}  // namespace luot::hardware::printer
