#include "hardware/emulator/command/RealTime.hpp"

#include <algorithm>
#include <array>

namespace luot::hardware::emulator::command {

namespace {

using Kind = RealTime::Kind;

struct Pattern {
    std::array<std::uint8_t, 10> bytes;
    std::size_t length;
    RealTime means;
};

/// DLE DC4 8 is guarded by seven fixed bytes, so that no picture clears a printer.
constexpr auto patterns = std::to_array<Pattern>({
    {{dle, 4, 1}, 3, {Kind::status, 1}},
    {{dle, 4, 2}, 3, {Kind::status, 2}},
    {{dle, 4, 3}, 3, {Kind::status, 3}},
    {{dle, 4, 4}, 3, {Kind::status, 4}},
    {{dle, 5, 1}, 3, {Kind::recover, 0}},
    {{dle, 5, 2}, 3, {Kind::recoverAndClear, 0}},
    {{dle, 0x14, 1, 0}, 4, {Kind::drawer, 0}},
    {{dle, 0x14, 1, 1}, 4, {Kind::drawer, 0}},
    {{dle, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8}, 10, {Kind::clear, 0}},
});

bool begins(const Pattern& pattern, const std::vector<std::uint8_t>& seen) {
    return seen.size() <= pattern.length && std::equal(seen.begin(), seen.end(), pattern.bytes.begin());
}

}  // namespace

std::optional<RealTime> RealTimeWatch::push(std::uint8_t byte) {
    seen_.push_back(byte);
    const auto any = [&] {
        return std::any_of(patterns.begin(), patterns.end(), [&](const auto& p) { return begins(p, seen_); });
    };
    while (!seen_.empty() && !any()) seen_.erase(seen_.begin());
    const auto found = complete();
    if (found) seen_.clear();
    return found;
}

std::optional<RealTime> RealTimeWatch::complete() const {
    for (const auto& pattern : patterns)
        if (seen_.size() == pattern.length && begins(pattern, seen_)) return pattern.means;
    return std::nullopt;
}

}  // namespace luot::hardware::emulator::command
