#pragma once

#include <filesystem>

#include "hardware/printer/line/Line.hpp"

namespace luot::hardware::printer::line {

/// A printer at USB, such as /dev/usb/lp0 (the kernel's usblp).
class UsbLine final : public Line {
public:
    explicit UsbLine(std::filesystem::path device) : device_(std::move(device)) {}
    base::Result<Handle, LineFault> open(Deadline deadline) override;
    /// What the printer's USB class says: no more than that there is no paper or an error.
    std::optional<PrintFault> ownFault(const Handle& handle) const override;

private:
    std::filesystem::path device_;
};

/// The status byte of a USB printer's class (GET_PORT_STATUS); none: it says nothing.
std::optional<PrintFault> faultOfPort(int status);

/// Opens a device file for reading and writing without waiting; EBUSY is the fault busy.
base::Result<Handle, LineFault> openDevice(const std::filesystem::path& device);

}  // namespace luot::hardware::printer::line
