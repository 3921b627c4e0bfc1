#include "base/program/Supervisor.hpp"

#include <systemd/sd-daemon.h>

namespace luot::base {

Supervisor::Supervisor() {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) > 0) patience_ = std::chrono::microseconds(microseconds);
}

void Supervisor::ready() const { sd_notify(0, "READY=1"); }

void Supervisor::stopping() const { sd_notify(0, "STOPPING=1"); }

void Supervisor::alive() {
    const auto now = std::chrono::steady_clock::now();
    if (!patience_ || now - told_ < *patience_ / 4) return;
    told_ = now;
    sd_notify(0, "WATCHDOG=1");
}

}  // namespace luot::base
