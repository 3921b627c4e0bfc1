#include "server/centre/Sessions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace luot::server::centre {

using base::Fault;

int weekdayOf(std::string_view key) {
    const auto found = std::find(weekdayKeys.begin(), weekdayKeys.end(), key);
    return found == weekdayKeys.end() ? -1 : static_cast<int>(found - weekdayKeys.begin());
}

const std::vector<std::string>& sessionsOf(const Week& week, std::size_t weekday) {
    const std::array days{&week.mon, &week.tue, &week.wed, &week.thu, &week.fri, &week.sat, &week.sun};
    return *days.at(weekday);
}

base::Result<base::Session> parseSession(std::string_view text) {
    const auto dash = text.find('-');
    const auto from = base::parseTimeOfDay(text.substr(0, dash));
    const auto to = base::parseTimeOfDay(dash == text.npos ? "" : text.substr(dash + 1));
    if (!from || !to)
        return base::fail(Fault::invalidInput,
                          fmt::format("'{}' is not a session; write it as 07:30-11:30", text));
    if (*to <= *from)
        return base::fail(Fault::invalidInput,
                          fmt::format("'{}' ends before it begins; turn it round", text));
    return base::Session{*from, *to};
}

}  // namespace luot::server::centre
