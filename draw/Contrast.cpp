#include <fmt/format.h>

#include "draw/Theme.hpp"

namespace luot::draw {
namespace {

/// Two colours that meet and the least ratio they need: 7 under numbers, 4.5 under text, 3 for shapes (WCAG
/// 2, 1.4.3, 1.4.6 and 1.4.11).
struct Pair {
    Token front;
    Token ground;
    double least;
};

using enum Token;

constexpr Pair pairs[] = {
    {ink, bg, 7},
    {ink, surface, 7},
    {ink, surface2, 7},
    {ink2, bg, 7},
    {ink2, surface, 7},
    {ink2, surface2, 4.5},
    {primary, bg, 7},
    {primary, surface, 7},
    {primary, primarySoft, 7},
    {onPrimary, primary, 7},
    {onCall, call, 7},
    {onCallBlock, onCall, 7},
    {ink, primarySoft, 4.5},
    {ok, bg, 4.5},
    {ok, surface, 4.5},
    {ok, okSoft, 4.5},
    {priority, bg, 4.5},
    {priority, surface, 4.5},
    {priority, prioritySoft, 4.5},
    {surface, priority, 4.5},
    {warn, surface, 4.5},
    {warn, warnSoft, 4.5},
    {danger, surface, 4.5},
    {danger, dangerSoft, 4.5},
    {off, bg, 7},
    {off, surface, 7},
    {off, offSoft, 7},
    {onBar, bar, 4.5},
    {onBar2, bar, 4.5},
    {call, bar, 3},
    {lineStrong, bg, 3},
    {lineStrong, surface, 3},
    {focus, bg, 3},
    {focus, surface, 3},
};

}  // namespace

std::vector<std::string> complaints(const Theme& theme) {
    std::vector<std::string> found;
    for (const Pair& pair : pairs) {
        const double ratio = contrast(theme[pair.front], theme[pair.ground]);
        if (ratio >= pair.least) continue;
        found.push_back(fmt::format("theme {}: {} {} on {} {} has contrast {:.2f}, at least {} is needed",
                                    theme.name, tokenName(pair.front), formatColor(theme[pair.front]),
                                    tokenName(pair.ground), formatColor(theme[pair.ground]), ratio,
                                    pair.least));
    }
    return found;
}

}  // namespace luot::draw
