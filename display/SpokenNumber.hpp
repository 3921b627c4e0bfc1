#pragma once

#include <string>
#include <string_view>

namespace luot::base {
class Wording;
}

namespace luot::display {

/// A ticket's number as it is read aloud, sign by sign: "A045" is "a, không, bốn, năm", and a kiosk's
/// "A7-012" is "a bảy, không một hai". What the wording has no name for is left out.
std::string spokenNumber(std::string_view number, const base::Wording& wording, std::string_view language);

}  // namespace luot::display
