#include "counter-client/desk/Key.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace luot::counterclient::desk {

namespace {

struct NamedKey {
    std::string_view cap;
    KeyCode code;
};

constexpr std::array namedKeys{
    NamedKey{"F2", KeyCode::f2},
    NamedKey{"F3", KeyCode::f3},
    NamedKey{"F4", KeyCode::f4},
    NamedKey{"F5", KeyCode::f5},
    NamedKey{"F6", KeyCode::f6},
    NamedKey{"F7", KeyCode::f7},
    NamedKey{"F8", KeyCode::f8},
    NamedKey{"F9", KeyCode::f9},
    NamedKey{"F10", KeyCode::f10},
    NamedKey{"Enter", KeyCode::enter},
    NamedKey{"Esc", KeyCode::escape},
    NamedKey{"Tab", KeyCode::tab},
    NamedKey{"Up", KeyCode::up},
    NamedKey{"Down", KeyCode::down},
    NamedKey{"PageUp", KeyCode::pageUp},
    NamedKey{"PageDown", KeyCode::pageDown},
    NamedKey{"Backspace", KeyCode::backspace},
    NamedKey{"Ctrl+Z", KeyCode::undo},
};

bool sameWord(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

}  // namespace

base::Result<Key> parseKey(std::string_view word) {
    for (const auto& named : namedKeys)
        if (sameWord(word, named.cap)) return Key{named.code, 0};
    const auto c = word.size() == 1 ? static_cast<unsigned char>(word[0]) : 0;
    if (c < 0x80 && std::isalnum(c)) return characterKey(static_cast<char>(std::toupper(c)));
    return base::fail(base::Fault::invalidInput, "no such key: '" + std::string(word) +
                                                     "'; use F2 to F10, Enter, Esc, Tab, Up, Down, PageUp, "
                                                     "PageDown, Backspace, Ctrl+Z, a digit or a letter");
}

std::string capOf(Key key) {
    if (key.code == KeyCode::character) return std::string(1, key.character);
    for (const auto& named : namedKeys)
        if (named.code == key.code) return std::string(named.cap);
    return {};
}

}  // namespace luot::counterclient::desk
