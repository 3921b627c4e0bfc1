#include "display/SpokenNumber.hpp"

#include "base/Wording.hpp"

namespace luot::display {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string spokenNumber(std::string_view number, const base::Wording& wording, std::string_view language) {
    const auto digits = wording.list(language, "speech.digits");
    const auto pause = wording.text(language, "speech.joint");
    // The parts of a kiosk's number are told apart by the pause, so none stands inside them.
    const auto joint = number.find('-') == std::string_view::npos ? pause : " ";
    std::string spoken;
    auto between = joint;
    for (const char sign : number) {
        if (sign == '-') between = pause;
        std::string name;
        const auto letter = std::string("speech.letter_") + lower(sign);
        if (isDigit(sign) && digits.size() == 10)
            name = digits[static_cast<std::size_t>(sign - '0')];
        else if (wording.has(language, letter))
            name = wording.text(language, letter);
        if (name.empty()) continue;
        if (!spoken.empty()) spoken += between;
        spoken += name;
        between = joint;
    }
    return spoken;
}

}  // namespace luot::display
