#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/Calendar.hpp"
#include "base/Result.hpp"
#include "server/centre/part/WorkingTime.hpp"

namespace luot::server::centre {

/// Monday first, as the files name them.
constexpr std::array<std::string_view, 7> weekdayKeys{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// 0 for "mon" to 6 for "sun"; -1 for no weekday.
int weekdayOf(std::string_view key);

/// The sessions of weekday 0 to 6 as written.
const std::vector<std::string>& sessionsOf(const Week& week, std::size_t weekday);

/// "07:30-11:30". invalidInput: not of that form, or its end is not after its beginning.
base::Result<base::Session> parseSession(std::string_view text);

}  // namespace luot::server::centre
