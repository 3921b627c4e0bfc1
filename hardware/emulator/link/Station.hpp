#pragma once

#include <array>
#include <chrono>

#include <poll.h>

#include "hardware/emulator/link/Cable.hpp"
#include "hardware/emulator/link/Control.hpp"
#include "hardware/emulator/link/Folder.hpp"
#include "hardware/emulator/machine/Machine.hpp"

namespace luot::hardware::emulator::link {

/// Where and how a printer stands.
struct Place {
    Cable cable;
    Control control;
    Folder folder;
};

/// A printer at its place: carries bytes, time and orders to it and brings away what comes out. One thread.
class Station {
public:
    /// The machine must outlive it.
    Station(machine::Machine& machine, Place place);

    /// Until SIGTERM or SIGINT, which must be blocked before.
    void run();
    /// An order by name. Error: invalidInput.
    base::Result<> obey(const std::string& line);

private:
    using Clock = std::chrono::steady_clock;
    using Waits = std::array<pollfd, 5>;
    Waits waits() const;
    void carry(const Waits& ready);
    void letMachineWork();
    void bringAway();
    void obeyLines();

    machine::Machine& machine_;
    Place place_;
    Handle signals_;
    Clock::time_point workedUntil_ = Clock::now();
};

}  // namespace luot::hardware::emulator::link
