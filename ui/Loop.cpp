#include "ui/Loop.hpp"

#include <SDL2/SDL_events.h>

#include "base/program/Supervisor.hpp"
#include "draw/Painter.hpp"

namespace luot::ui {
namespace {

/// Nothing sleeps longer, so that a lost wake-up or a clock that jumps costs at most so many milliseconds.
constexpr Ticks longestWait = 1000;

/// The view that was painted last and its pixels.
class Picture {
public:
    /// True if the pixels changed.
    bool update(Screen& screen, draw::Size pixels) {
        draw::DrawList list = screen.view({ticksNow(), pixels});
        const bool sameSize = canvas_ && canvas_->width() == static_cast<int>(pixels.w) &&
                              canvas_->height() == static_cast<int>(pixels.h);
        if (sameSize && theme_ == &screen.theme() && list == list_) return false;
        if (!sameSize) canvas_.emplace(static_cast<int>(pixels.w), static_cast<int>(pixels.h));
        theme_ = &screen.theme();
        list_ = std::move(list);
        draw::paint(list_, *theme_, *canvas_);
        return true;
    }
    const draw::Canvas& canvas() const { return *canvas_; }
    draw::Size design() const { return list_.design; }

private:
    std::optional<draw::Canvas> canvas_;
    const draw::Theme* theme_ = nullptr;
    draw::DrawList list_;
};

Ticks untilNextChange(Screen& screen, Ticks now) {
    const auto next = screen.nextChange(now);
    return next ? std::clamp<Ticks>(*next - now, 0, longestWait) : longestWait;
}

base::Result<> runOffScreen(Screen& screen, Waker& waker, const LoopOptions& options) {
    Picture picture;
    options.ready();
    const Ticks end = ticksNow() + options.screenshot->after.count();
    screen.handle(Wake{}, ticksNow());
    while (!screen.finished() && !waker.stopped()) {
        if (picture.update(screen, options.look.size)) screen.painted(ticksNow());
        const Ticks now = ticksNow();
        if (now >= end) break;
        if (waker.waitFor(std::min(end - now, untilNextChange(screen, now))))
            screen.handle(Wake{}, ticksNow());
    }
    picture.update(screen, options.look.size);
    return picture.canvas().writePng(options.screenshot->file);
}

/// Waits in SDL and hands over everything that has come. False: the window was closed.
bool takeInputs(Screen& screen, Waker& waker, const Window& window, draw::Size design) {
    SDL_Event event;
    const Ticks wait = untilNextChange(screen, ticksNow());
    bool more = SDL_WaitEventTimeout(&event, static_cast<int>(wait)) != 0;
    for (; more; more = SDL_PollEvent(&event) != 0) {
        const auto input = window.translate(event, design);
        if (input) screen.handle(*input, ticksNow());
        if (input && std::holds_alternative<Quit>(*input)) return false;
    }
    if (waker.take()) screen.handle(Wake{}, ticksNow());
    return true;
}

base::Result<> runInWindow(Screen& screen, Waker& waker, const LoopOptions& options) {
    auto window = Window::open(options.look);
    if (!window) return tl::unexpected(window.error());
    waker.useSdl(SDL_RegisterEvents(1));
    screen.handle(Wake{}, ticksNow());
    Picture picture;
    base::Supervisor supervisor;
    options.ready();
    supervisor.ready();
    while (!screen.finished() && !waker.stopped()) {
        supervisor.alive();
        const bool changed = picture.update(screen, (*window)->pixels());
        (*window)->show(picture.canvas());
        if (changed) screen.painted(ticksNow());
        if (!takeInputs(screen, waker, **window, picture.design())) break;
    }
    supervisor.stopping();
    waker.useSdl(0);
    return {};
}

}  // namespace

Ticks ticksNow() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

base::Result<> runScreen(Screen& screen, Waker& waker, const LoopOptions& options) {
    return options.screenshot ? runOffScreen(screen, waker, options) : runInWindow(screen, waker, options);
}

}  // namespace luot::ui
