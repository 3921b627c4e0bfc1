#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luot::tidy {

/// A function's body with its signature.
struct Function {
    std::string signature;  ///< its first words
    int firstLine = 0;
    int lastLine = 0;
    int parameters = 0;
    bool table = false;  ///< nothing but "return {...};"

    int lines() const { return lastLine - firstLine + 1; }
};

/// The functions of a file whose comments and literals are blanked. Found by braces at namespace or class
/// level, not by parsing: a function inside another one counts as part of it.
std::vector<Function> functionsOf(std::string_view code);

/// Operands of co_await that hold a brace or a lambda: the lines where they begin.
std::vector<int> bracedAwaits(std::string_view code);

}  // namespace luot::tidy
