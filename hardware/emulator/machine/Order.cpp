#include "hardware/emulator/machine/Order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "hardware/emulator/paper/Strip.hpp"

namespace luot::hardware::emulator::machine {

namespace {

using Kind = Order::Kind;

struct Name {
    std::string_view text;
    Kind kind;
};

constexpr auto names = std::to_array<Name>({
    {"ok", Kind::ok},
    {"status", Kind::status},
    {"paper out", Kind::paperOut},
    {"near end", Kind::nearEnd},
    {"cover open", Kind::coverOpen},
    {"cover closed", Kind::coverClosed},
    {"jam", Kind::jam},
    {"hot", Kind::hot},
    {"broken", Kind::broken},
    {"deaf", Kind::deaf},
    {"mute", Kind::mute},
    {"swallow", Kind::swallow},
    {"unplug", Kind::unplug},
});

constexpr int mostMm = 100'000;

std::string known() {
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : ", ") + std::string(name.text);
    return all;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const auto from = text.find_first_not_of(space);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(space) - from + 1);
}

/// "40 mm" in dots.
base::Result<int> distance(std::string_view text) {
    int mm = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), mm);
    const auto unit = trimmed({end, static_cast<std::size_t>(text.data() + text.size() - end)});
    if (error != std::errc{} || unit != "mm" || mm < 1 || mm > mostMm)
        return base::fail(base::Fault::invalidInput,
                          fmt::format("'{}' is no length from 1 mm to {} mm", text, mostMm));
    return mm * paper::dotsPerMm;
}

}  // namespace

base::Result<Order> parseOrder(std::string_view text) {
    constexpr std::string_view after = " after ";
    const auto whole = trimmed(text);
    const auto split = whole.find(after);
    const auto name = trimmed(whole.substr(0, split));
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const Name& known) { return known.text == name; });
    if (found == names.end())
        return base::fail(base::Fault::invalidInput,
                          fmt::format("unknown order '{}'; known are {}; all but ok and status also with "
                                      "'after N mm'",
                                      name, known()));
    Order order{found->kind, 0};
    if (split == std::string_view::npos) return order;
    const auto dots = distance(trimmed(whole.substr(split + after.size())));
    if (!dots) return tl::unexpected(dots.error());
    order.afterDots = *dots;
    return order;
}

}  // namespace luot::hardware::emulator::machine
