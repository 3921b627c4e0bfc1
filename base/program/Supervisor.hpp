#pragma once

#include <chrono>
#include <optional>

namespace luot::base {

/// The service manager that watches over this program (sd_notify of systemd). Without one nothing happens.
class Supervisor {
public:
    Supervisor();

    /// All is open that others wait for.
    void ready() const;
    void stopping() const;
    /// To be called by the loop that must not stand still: without it for `patience` the program is started
    /// anew.
    void alive();
    /// None: nobody waits for alive().
    std::optional<std::chrono::microseconds> patience() const { return patience_; }

private:
    std::optional<std::chrono::microseconds> patience_;
    std::chrono::steady_clock::time_point told_{};
};

}  // namespace luot::base
