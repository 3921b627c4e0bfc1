#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "base/Result.hpp"
#include "ui/Screen.hpp"
#include "ui/Waker.hpp"
#include "ui/Window.hpp"

namespace luot::ui {

/// A picture of the screen in place of a window: no SDL, no display needed.
struct Screenshot {
    std::filesystem::path file;  ///< PNG
    std::chrono::milliseconds after{0};
};

struct LoopOptions {
    WindowLook look;
    std::optional<Screenshot> screenshot{};
    std::function<void()> ready = [] {};  ///< called once, when there is a window or a picture to paint on
};

/// Shows the screen until it is finished, its window is closed or the waker is stopped. Paints only when the
/// view changed. Errors: unavailable when no window can be opened, storage when the screenshot cannot be
/// written.
base::Result<> runScreen(Screen& screen, Waker& waker, const LoopOptions& options);

}  // namespace luot::ui
