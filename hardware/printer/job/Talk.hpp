#pragma once

#include <chrono>
#include <cstdint>
#include <span>

/// What is said to a printer and what its answers mean, without any I/O.
namespace luot::hardware::printer::job {

using Time = std::chrono::steady_clock::time_point;
using Bytes = std::span<const std::uint8_t>;

/// A conversation as the one who does the I/O sees it: writes what it wants written, tells it what was heard.
class Talk {
public:
    virtual ~Talk() = default;
    /// Nothing: it listens. Valid until anything else is called.
    virtual Bytes toWrite() const = 0;
    virtual void wrote(std::size_t bytes, Time now) = 0;
    virtual void heard(Bytes bytes, Time now) = 0;
    /// The deadline has passed.
    virtual void passed(Time now) = 0;
    /// The line is broken.
    virtual void lost() = 0;
    virtual Time deadline() const = 0;
    virtual bool over() const = 0;
};

}  // namespace luot::hardware::printer::job
