#include "ui/Waker.hpp"

#include <SDL2/SDL_events.h>

#include <chrono>

namespace luot::ui {

void Waker::wake() noexcept {
    if (pending_.exchange(true)) return;
    if (eventType_ != 0) {
        SDL_Event event{};
        event.type = eventType_;
        SDL_PushEvent(&event);  // safe on every thread; when SDL's queue is full the loop is awake anyway
    }
    const std::lock_guard lock(mutex_);
    changed_.notify_one();
}

bool Waker::waitFor(std::int64_t milliseconds) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return pending_.load(); });
    return take();
}

}  // namespace luot::ui
