#include "counter-client/Keyboard.hpp"

#include <string_view>

namespace luot::counterclient {

namespace {

using desk::KeyCode;

bool mayRepeat(KeyCode code) {
    switch (code) {
        case KeyCode::up:
        case KeyCode::down:
        case KeyCode::pageUp:
        case KeyCode::pageDown:
        case KeyCode::backspace:
            return true;
        default:
            return false;
    }
}

/// SDL's name of a key in the words of the clerk's keys: the keypad counts like the rest.
std::string_view plainName(std::string_view name) {
    constexpr std::string_view keypad = "Keypad ";
    if (name.starts_with(keypad)) name.remove_prefix(keypad.size());
    if (name == "Return") return "Enter";
    if (name == "Escape") return "Esc";
    return name;
}

}  // namespace

desk::Key keyOf(const ui::KeyDown& input) {
    if (input.alt) return {};
    if (input.control) return input.key == "Z" && !input.repeat ? desk::Key{KeyCode::undo, 0} : desk::Key{};
    const auto key = desk::parseKey(plainName(input.key));
    if (!key || (input.repeat && !mayRepeat(key->code))) return {};
    return *key;
}

}  // namespace luot::counterclient
