#pragma once

#include "counter-client/desk/Key.hpp"
#include "ui/Input.hpp"

namespace luot::counterclient {

/// The clerk's key for what the window got; KeyCode::none when it means nothing here. A key held down repeats
/// only where that is harmless: arrows and Backspace.
desk::Key keyOf(const ui::KeyDown& input);

}  // namespace luot::counterclient
