#include "queue/decide/Decisions.hpp"

namespace luot::queue {

Decision decide(const Hall&, const RecordShown& command, Instant) {
    return happens(CallShown{command.display, command.seq, command.screen, command.spoken});
}

Decision decide(const Hall&, const RecordDeviceLost& command, Instant) {
    return happens(DeviceLost{command.device});
}

Decision decide(const Hall&, const RecordDeviceBack& command, Instant) {
    return happens(DeviceBack{command.device});
}

/// A kiosk says it anew whenever it comes back: only news are an event.
Decision decide(const Hall& hall, const ReportPrinter& command, Instant) {
    const auto known = hall.printers.find(command.device);
    const bool same = known == hall.printers.end() ? !command.fault : known->second == command.fault;
    if (same) return nothingHappens();
    return happens(PrinterReported{command.device, command.fault});
}

Decision decide(const Hall&, const RecordToken& command, Instant) {
    SettingsChanged fact;
    fact.token = TokenNote{command.role, command.name};
    return happens(std::move(fact));
}

Decision decide(const Hall&, const RecordClockJump& command, Instant) {
    return happens(ClockJumped{command.jump});
}

}  // namespace luot::queue
