#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <utility>

#include "base/Result.hpp"

/// Ways to a printer that talks back: network, USB, serial.
namespace luot::hardware::printer::line {

using Deadline = std::chrono::steady_clock::time_point;

/// An open, non-blocking file descriptor of a printer; closed with the object.
class Handle {
public:
    enum class Kind { socket, device };

    explicit Handle(int descriptor, Kind kind) : descriptor_(descriptor), kind_(kind) {}
    ~Handle();
    Handle(Handle&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), kind_(other.kind_) {}
    Handle& operator=(Handle&& other) noexcept;

    int descriptor() const { return descriptor_; }

    struct Ready {
        bool toRead = false;  ///< also when the other side is gone
        bool toWrite = false;
    };
    /// Waits until bytes have come or, if `writing`, some can go; neither when the time is over.
    Ready wait(bool writing, Deadline deadline) const;
    /// How many bytes went, possibly 0. Error: closedByPeer.
    base::Result<std::size_t> write(std::span<const std::uint8_t> bytes);
    /// How many bytes came, possibly 0. Error: closedByPeer.
    base::Result<std::size_t> read(std::span<std::uint8_t> into);
    /// Waits until all that was written has left this machine; false: some of it had not when the time was
    /// over. Where the system cannot tell (usblp), all has.
    bool drained(Deadline deadline) const;
    /// Throws away what came before anything was asked, at most 64 KiB.
    void discardInput();

private:
    bool hungUp() const;

    int descriptor_ = -1;
    Kind kind_ = Kind::device;
};

}  // namespace luot::hardware::printer::line
