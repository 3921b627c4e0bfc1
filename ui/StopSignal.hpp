#pragma once

#include <thread>

#include "ui/Waker.hpp"

namespace luot::ui {

/// Turns SIGTERM and SIGINT into Waker::stop while it lives. Make it before any other thread: they inherit
/// that the signals are blocked.
class StopSignal {
public:
    explicit StopSignal(Waker& waker);
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

private:
    int signals_ = -1;
    int end_ = -1;
    std::thread thread_;
};

}  // namespace luot::ui
