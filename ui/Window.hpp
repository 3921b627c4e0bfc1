#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/Result.hpp"
#include "draw/Canvas.hpp"
#include "ui/Input.hpp"

struct SDL_Window;
union SDL_Event;

namespace luot::ui {

/// How a window stands on the desktop.
struct WindowLook {
    std::string title;
    draw::Size size{1920, 1080};  ///< pixels
    bool fullscreen = false;
    bool borderless = false;
    bool alwaysOnTop = false;
    bool resizable = true;
    bool cursor = true;  ///< kiosks and displays hide the mouse pointer
};

/// An SDL window that shows finished pixels. SDL starts with it and ends with it; main thread only.
class Window {
public:
    /// Error: unavailable when there is no screen to open a window on.
    static base::Result<std::unique_ptr<Window>> open(const WindowLook& look);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    draw::Size pixels() const;
    /// Copies the canvas, which must have the window's size; it may be wrong for one frame after a resize.
    void show(const draw::Canvas& canvas);
    void setAlwaysOnTop(bool on);
    void resize(draw::Size pixels);
    void setTitle(const std::string& title);

    /// The event as an input; none if it means nothing to a screen. `design` is of the view on screen.
    std::optional<Input> translate(const SDL_Event& event, draw::Size design) const;

private:
    explicit Window(SDL_Window* window) : window_(window) {}
    draw::Point place(double x, double y, draw::Size design) const;

    SDL_Window* window_;
};

}  // namespace luot::ui
