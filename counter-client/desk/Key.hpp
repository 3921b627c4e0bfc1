#pragma once

#include <string>
#include <string_view>

#include "base/Result.hpp"

namespace luot::counterclient::desk {

enum class KeyCode {
    none,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    enter,
    escape,
    tab,
    up,
    down,
    pageUp,
    pageDown,
    backspace,
    undo,       ///< Ctrl+Z
    character,  ///< a digit or a letter
};

/// A key of the clerk's keyboard; a click on a drawn button is the same key.
struct Key {
    KeyCode code = KeyCode::none;
    char character = 0;  ///< '0'-'9' or 'A'-'Z' with KeyCode::character

    bool operator==(const Key&) const = default;
};

constexpr Key characterKey(char c) { return {KeyCode::character, c}; }

/// "F2", "Enter", "Esc", "Ctrl+Z", "PageDown", "7", "a": in any case. invalidInput: names the word.
base::Result<Key> parseKey(std::string_view word);

/// What stands on the key: the cap that is drawn in its button.
std::string capOf(Key key);

}  // namespace luot::counterclient::desk
