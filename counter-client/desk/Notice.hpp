#pragma once

#include <cstdint>

#include "counter-client/desk/Phrase.hpp"

namespace luot::counterclient::desk {

/// How long the foot says what just happened, milliseconds of the program's own clock.
constexpr std::int64_t saidFor = 6000;

enum class Sign { none, undo, done, warn, offline };

/// The one line at the foot of the window.
struct Notice {
    Sign sign = Sign::none;
    Phrase subject;  ///< stands before the text, with a colon; may be empty
    Phrase text;

    bool operator==(const Notice&) const = default;
};

}  // namespace luot::counterclient::desk
