#include "server/backup/BackupRules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace luot::server::backup {

namespace {

constexpr std::string_view head = "luot-";
constexpr std::string_view tail = ".db";
constexpr std::size_t timeLength = 15;  // 20261122T143000
constexpr std::size_t alwaysKept = 3;

/// 2026-11-22T14:30:00+07:00 and 20261122T143000 are the same moment: the centres have one time zone.
std::string spelledOut(std::string_view time) {
    return fmt::format("{}-{}-{}T{}:{}:{}+07:00", time.substr(0, 4), time.substr(4, 2), time.substr(6, 2),
                       time.substr(9, 2), time.substr(11, 2), time.substr(13, 2));
}

}  // namespace

std::string copyName(base::Instant at) {
    std::string digits;
    for (const char c : base::formatInstant(std::chrono::floor<base::Seconds>(at)).substr(0, 19))
        if (c != '-' && c != ':') digits += c;
    return fmt::format("{}{}{}", head, digits, tail);
}

std::optional<base::Instant> copyTime(std::string_view name) {
    if (name.size() != head.size() + timeLength + tail.size() || !name.starts_with(head) ||
        !name.ends_with(tail))
        return std::nullopt;
    const auto at = base::parseInstant(spelledOut(name.substr(head.size(), timeLength)));
    if (!at) return std::nullopt;
    return *at;
}

std::optional<base::Instant> newestCopy(const std::vector<std::string>& names) {
    std::optional<base::Instant> newest;
    for (const auto& name : names)
        if (const auto at = copyTime(name); at && (!newest || *newest < *at)) newest = at;
    return newest;
}

std::vector<std::string> superfluous(std::vector<std::string> names, base::Date today,
                                     const BackupRules& rules) {
    std::erase_if(names, [](const auto& name) { return !copyTime(name); });
    std::sort(names.begin(), names.end(), std::greater<>());  // newest first: the names begin with the time
    const auto age = [&](base::Instant at) {
        return (std::chrono::sys_days(today) - std::chrono::sys_days(base::dateOf(at))).count();
    };
    std::set<base::Date> lastOfDay;
    std::vector<std::string> gone;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto at = *copyTime(names[i]);
        const bool last = lastOfDay.insert(base::dateOf(at)).second;
        const bool kept = age(at) <= 1 || (last && age(at) <= rules.keepDays);
        if (!kept && i >= alwaysKept) gone.push_back(names[i]);
    }
    return gone;
}

std::optional<std::string> expendable(std::vector<std::string> names) {
    std::erase_if(names, [](const auto& name) { return !copyTime(name); });
    if (names.size() <= alwaysKept) return std::nullopt;
    return *std::min_element(names.begin(), names.end());
}

}  // namespace luot::server::backup
