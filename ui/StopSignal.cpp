#include "ui/StopSignal.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>

#include "base/Assert.hpp"

namespace luot::ui {

StopSignal::StopSignal(Waker& waker) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    signals_ = signalfd(-1, &set, SFD_CLOEXEC);
    end_ = eventfd(0, EFD_CLOEXEC);
    LUOT_ASSERT(signals_ >= 0 && end_ >= 0);
    thread_ = std::thread([this, &waker] {
        pollfd ready[] = {{signals_, POLLIN, 0}, {end_, POLLIN, 0}};
        while (poll(ready, 2, -1) < 0) {
        }
        if ((ready[0].revents & POLLIN) != 0) waker.stop();
    });
}

StopSignal::~StopSignal() {
    const std::uint64_t one = 1;
    LUOT_ASSERT(write(end_, &one, sizeof one) == sizeof one);
    thread_.join();
    close(signals_);
    close(end_);
}

}  // namespace luot::ui
