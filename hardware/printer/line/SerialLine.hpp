#pragma once

#include <termios.h>

#include <filesystem>
#include <string_view>

#include "hardware/printer/line/Line.hpp"

namespace luot::hardware::printer::line {

/// How bytes go over a serial line; the same must be set at the printer.
struct SerialSettings {
    enum class Parity { none, even, odd };
    enum class Flow { none, xonXoff, rtsCts };

    std::filesystem::path device;
    int baud = 115200;  ///< at least 38400: a ticket of 18 KB takes 19 s at 9600
    Parity parity = Parity::none;
    Flow flow = Flow::xonXoff;

    /// "DEVICE?baud=B&parity=P&flow=F" with any of the three, or "DEVICE,B,P,F" with the first of them.
    /// Error: invalidInput.
    static base::Result<SerialSettings> parse(std::string_view text);
};

/// The line's mode as the settings want it.
termios modeOf(termios line, const SerialSettings& settings);

/// A printer at a serial port; eight bits, one stop bit.
class SerialLine final : public Line {
public:
    explicit SerialLine(SerialSettings settings) : settings_(std::move(settings)) {}
    base::Result<Handle, LineFault> open(Deadline deadline) override;
    /// A byte is ten bits, eleven with parity.
    int bytesPerSecond() const override;
    void abandon(const Handle& handle) const override;

private:
    SerialSettings settings_;
};

}  // namespace luot::hardware::printer::line
