#include "draw/text/Breaking.hpp"

namespace luot::draw::text {
namespace {

constexpr std::string_view noBreakSpace = "\u00A0";
constexpr std::string_view wordJoiner = "\u2060";

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Bytes over 127 begin or go on a letter with marks.
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}

}  // namespace

std::string withoutBadBreaks(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char before = i > 0 ? text[i - 1] : ' ';
        const char after = i + 1 < text.size() ? text[i + 1] : ' ';
        const bool hyphenFollows = after == '-' && i + 2 < text.size() && text[i + 2] == ' ';
        if (text[i] == ' ' && (hyphenFollows || (isDigit(before) && isLetter(after)))) {
            out += noBreakSpace;
            continue;
        }
        out += text[i];
        if (text[i] == '/' && isLetter(before) && isLetter(after)) out += wordJoiner;
    }
    return out;
}

std::string withAllBreaks(std::string_view text) {
    std::string out;
    for (auto at = text.find(noBreakSpace); at != text.npos; at = text.find(noBreakSpace)) {
        out.append(text.substr(0, at)).push_back(' ');
        text.remove_prefix(at + noBreakSpace.size());
    }
    return out.append(text);
}

}  // namespace luot::draw::text
