#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "hardware/printer/PrintFault.hpp"
#include "hardware/printer/line/Handle.hpp"

namespace luot::hardware::printer::line {

/// Why a line could not be had.
struct LineFault {
    PrintFault fault = PrintFault::unreachable;
    std::string what;
};

/// Port of a way to a printer. It is opened for one job and closed after it: most printers serve one
/// connection at a time.
class Line {
public:
    virtual ~Line() = default;
    /// One attempt.
    virtual base::Result<Handle, LineFault> open(Deadline deadline) = 0;
    /// The line's own word on the printer, which counts for one that answers no question; none: it has none.
    virtual std::optional<PrintFault> ownFault(const Handle&) const { return std::nullopt; }
    /// What goes over it at most; 0: more than any printer takes.
    virtual int bytesPerSecond() const { return 0; }
    /// A job has failed: what has not left yet must not come out later.
    virtual void abandon(const Handle&) const {}
};

/// The line of a printer's setting that talks back: tcp, usb or serial. invalidInput for anything else.
base::Result<std::unique_ptr<Line>> openLine(std::string_view setting);

/// How long to wait between attempts: a little at first, then twice as long each time.
class Backoff {
public:
    using Time = std::chrono::milliseconds;
    Backoff(Time first, Time most) : first_(first), most_(most), next_(first) {}
    Time next() {
        const auto now = next_;
        next_ = std::min(most_, 2 * next_);
        return now;
    }
    void reset() { next_ = first_; }

private:
    Time first_;
    Time most_;
    Time next_;
};

}  // namespace luot::hardware::printer::line
