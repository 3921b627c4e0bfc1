#pragma once

#include <unistd.h>

#include <utility>

namespace luot::hardware::emulator::link {

/// A file descriptor that is closed with its owner.
class Handle {
public:
    Handle() = default;
    explicit Handle(int number) : number_(number) {}
    Handle(Handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Handle() { reset(); }

    void reset() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }
    /// -1: none; poll() passes over such.
    int get() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

private:
    int number_ = -1;
};

}  // namespace luot::hardware::emulator::link
