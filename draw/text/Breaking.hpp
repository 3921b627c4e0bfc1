#pragma once

#include <string>
#include <string_view>

namespace luot::draw::text {

/// The text with joints that must not part at a line's end made unbreakable: "Ông/Bà", a number and its unit,
/// a hyphen between words and the word before it.
std::string withoutBadBreaks(std::string_view text);

/// The text with every blank allowed to part again, where lines are too narrow for what was joined.
std::string withAllBreaks(std::string_view text);

}  // namespace luot::draw::text
