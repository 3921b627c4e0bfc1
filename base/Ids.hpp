#pragma once

#include <string>

namespace luot::base {

/// 25 characters of Crockford's base 32: 45 bits of milliseconds since 1970 and 80 random bits. It cannot be
/// guessed and never meets its like; ids made one after the other lie side by side in an index.
std::string newId();

/// A secret of 250 random bits in the same alphabet, for access tokens and keys.
std::string newSecret();

}  // namespace luot::base
