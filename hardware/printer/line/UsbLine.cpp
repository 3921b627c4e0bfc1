#include "hardware/printer/line/UsbLine.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>

#include <cerrno>
#include <cstring>

namespace luot::hardware::printer::line {

namespace {

constexpr unsigned long getStatus =
    0x060B;  ///< LPGETSTATUS of linux/lp.h, which is not in every system's headers
constexpr int paperOut = 0x20;
constexpr int selected = 0x10;
constexpr int noError = 0x08;

}  // namespace

base::Result<Handle, LineFault> openDevice(const std::filesystem::path& device) {
    const int descriptor = ::open(device.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor >= 0) return Handle(descriptor, Handle::Kind::device);
    const auto* cure = errno == EACCES ? "; its user must be in the group of the device, lp or dialout" : "";
    return tl::unexpected(
        LineFault{errno == EBUSY ? PrintFault::busy : PrintFault::unreachable,
                  fmt::format("printer {}: {}{}", device.string(), std::strerror(errno), cure)});
}

base::Result<Handle, LineFault> UsbLine::open(Deadline) { return openDevice(device_); }

std::optional<PrintFault> UsbLine::ownFault(const Handle& handle) const {
    int status = 0;
    if (::ioctl(handle.descriptor(), getStatus, &status) != 0) return std::nullopt;
    return faultOfPort(status);
}

/// Cheap printers answer with a byte in which nothing is set.
std::optional<PrintFault> faultOfPort(int status) {
    if ((status & paperOut) != 0) return PrintFault::paperEnd;
    if ((status & (selected | noError)) == 0) return std::nullopt;
    return (status & noError) == 0 ? PrintFault::mechanical : PrintFault::none;
}

}  // namespace luot::hardware::printer::line
