#pragma once

#include <string>

namespace luot::base {

/// 125 random bits in Crockford's base 32, 25 characters: cannot be guessed and never meets its like.
std::string newId();

/// A secret of 250 random bits in the same alphabet, for access tokens and keys.
std::string newSecret();

}  // namespace luot::base
