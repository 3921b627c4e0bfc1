#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "net/wire/Socket.hpp"

namespace luot::net::wire {

/// Calls `late` when a conversation takes too long. Moving the moment is nearly free: the timer is set anew
/// only when it must ring earlier, and looks again when it rings too early.
class Deadline {
public:
    Deadline(Executor executor, std::function<void()> late);
    ~Deadline();
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    void within(std::chrono::steady_clock::duration duration);
    void clear();
    bool passed() const;

private:
    struct Alarm;
    std::shared_ptr<Alarm> alarm_;
};

}  // namespace luot::net::wire
