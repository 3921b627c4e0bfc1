#include "ui/Window.hpp"

#include <SDL2/SDL.h>

namespace luot::ui {
namespace {

std::uint32_t flagsOf(const WindowLook& look) {
    std::uint32_t flags = SDL_WINDOW_ALLOW_HIGHDPI;
    if (look.fullscreen) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    if (look.borderless) flags |= SDL_WINDOW_BORDERLESS;
    if (look.alwaysOnTop) flags |= SDL_WINDOW_ALWAYS_ON_TOP;
    if (look.resizable) flags |= SDL_WINDOW_RESIZABLE;
    return flags;
}

base::Error noScreen(const char* what) {
    return {base::Fault::unavailable, std::string("cannot open a window: ") + what + ": " + SDL_GetError()};
}

KeyDown keyOf(const SDL_KeyboardEvent& event) {
    const auto mod = event.keysym.mod;
    return {SDL_GetKeyName(event.keysym.sym), (mod & KMOD_SHIFT) != 0, (mod & KMOD_CTRL) != 0,
            (mod & KMOD_ALT) != 0, event.repeat != 0};
}

}  // namespace

base::Result<std::unique_ptr<Window>> Window::open(const WindowLook& look) {
    // With a software picture, going through the graphics driver costs ten times the time (platform figures).
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return tl::unexpected(noScreen("SDL does not start"));
    SDL_Window* window =
        SDL_CreateWindow(look.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         static_cast<int>(look.size.w), static_cast<int>(look.size.h), flagsOf(look));
    if (window == nullptr) {
        const auto error = noScreen("SDL makes none");
        SDL_Quit();
        return tl::unexpected(error);
    }
    SDL_ShowCursor(look.cursor ? SDL_ENABLE : SDL_DISABLE);
    return std::unique_ptr<Window>(new Window(window));
}

Window::~Window() {
    SDL_DestroyWindow(window_);
    SDL_Quit();
}

draw::Size Window::pixels() const {
    int w = 0;
    int h = 0;
    SDL_GetWindowSizeInPixels(window_, &w, &h);
    return {static_cast<double>(w), static_cast<double>(h)};
}

void Window::show(const draw::Canvas& canvas) {
    SDL_Surface* screen = SDL_GetWindowSurface(window_);
    if (screen == nullptr) return;  // between two sizes; the next frame finds it
    SDL_Surface* source = SDL_CreateRGBSurfaceWithFormatFrom(const_cast<std::uint8_t*>(canvas.pixels()),
                                                             canvas.width(), canvas.height(), 32,
                                                             canvas.strideBytes(), SDL_PIXELFORMAT_ARGB8888);
    SDL_SetSurfaceBlendMode(source, SDL_BLENDMODE_NONE);
    SDL_BlitSurface(source, nullptr, screen, nullptr);
    SDL_FreeSurface(source);
    SDL_UpdateWindowSurface(window_);
}

void Window::setAlwaysOnTop(bool on) { SDL_SetWindowAlwaysOnTop(window_, on ? SDL_TRUE : SDL_FALSE); }

void Window::resize(draw::Size pixels) {
    SDL_SetWindowSize(window_, static_cast<int>(pixels.w), static_cast<int>(pixels.h));
}

void Window::setTitle(const std::string& title) { SDL_SetWindowTitle(window_, title.c_str()); }

/// From window coordinates, which differ from pixels on dense screens.
draw::Point Window::place(double x, double y, draw::Size design) const {
    int w = 1;
    int h = 1;
    SDL_GetWindowSize(window_, &w, &h);
    const draw::Size size = pixels();
    return draw::Scale::fit(design, size).toDesign({x * size.w / w, y * size.h / h});
}

std::optional<Input> Window::translate(const SDL_Event& event, draw::Size design) const {
    const auto finger = [&] {
        int w = 1;
        int h = 1;
        SDL_GetWindowSize(window_, &w, &h);
        return place(event.tfinger.x * w, event.tfinger.y * h, design);
    };
    switch (event.type) {
        case SDL_QUIT:
            return Quit{};
        case SDL_MOUSEBUTTONDOWN:
            if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
            return PointerDown{place(event.button.x, event.button.y, design)};
        case SDL_MOUSEBUTTONUP:
            if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
            return PointerUp{place(event.button.x, event.button.y, design)};
        case SDL_MOUSEMOTION:
            return PointerMove{place(event.motion.x, event.motion.y, design)};
        case SDL_FINGERDOWN:
            return PointerDown{finger()};
        case SDL_FINGERUP:
            return PointerUp{finger()};
        case SDL_FINGERMOTION:
            return PointerMove{finger()};
        case SDL_KEYDOWN:
            return keyOf(event.key);
        case SDL_TEXTINPUT:
            return TextTyped{event.text.text};
        default:
            return std::nullopt;
    }
}

}  // namespace luot::ui
