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

Decision decide(const Hall&, const RecordToken& command, Instant) {
    SettingsChanged fact;
    fact.token = TokenNote{command.role, command.name};
    return happens(std::move(fact));
}

Decision decide(const Hall&, const RecordClockJump& command, Instant) {
    return happens(ClockJumped{command.jump});
}

}  // namespace luot::queue
