#include "draw/DrawList.hpp"

#include <fmt/format.h>

#include <array>

namespace luot::draw {
namespace {

/// A measure rounded to a hundredth of a unit, without trailing zeros.
std::string num(double value) {
    std::string text = fmt::format("{:.2f}", value == 0 ? 0.0 : value);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string at(const Rect& r) { return fmt::format("{} {} {} {}", num(r.x), num(r.y), num(r.w), num(r.h)); }

/// A line feed would break the line of a dump.
std::string inQuotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

constexpr std::array<std::string_view, 6> cornerNames = {"all", "top", "bottom", "left", "right", "none"};
constexpr std::array<std::string_view, 3> alignNames = {"left", "centre", "right"};
constexpr std::array<std::string_view, 4> valignNames = {"top", "middle", "bottom", "cap"};

std::string line(const Box& box) {
    std::string out = "box " + at(box.rect);
    if (box.radius > 0) {
        out +=
            fmt::format(" radius {} {}", num(box.radius), cornerNames[static_cast<std::size_t>(box.corners)]);
    }
    if (box.fill) out += fmt::format(" fill {}", tokenName(*box.fill));
    if (box.stroke) out += fmt::format(" stroke {} {}", tokenName(*box.stroke), num(box.strokeWidth));
    return box.dashed ? out + " dashed" : out;
}

std::string line(const Text& text) {
    std::string out =
        fmt::format("text {} {} size {} weight {} {} {} {}", at(text.box), inQuotes(text.text), num(text.size),
                    text.weight, tokenName(text.color), alignNames[static_cast<std::size_t>(text.align)],
                    valignNames[static_cast<std::size_t>(text.valign)]);
    if (text.fit != Fit{}) {
        out += fmt::format(" fit {} {}{}", num(text.fit.floor), text.fit.lines,
                           text.fit.wrapFirst ? " wrap" : "");
    }
    return text.spacing == 0 ? out : out + " spacing " + num(text.spacing);
}

std::string line(const Icon& icon) {
    return fmt::format("icon {} {} {} stroke {}", at(icon.box), icon.name, tokenName(icon.color),
                       num(icon.stroke));
}

std::string line(const Shape& shape) {
    return fmt::format("shape {} {} {}", at(shape.box), stateName(shape.state), tokenName(shape.color));
}

std::string line(const Line& l) {
    return fmt::format("line {} {} {} {} {} {}", num(l.from.x), num(l.from.y), num(l.to.x), num(l.to.y),
                       tokenName(l.color), num(l.width));
}

std::string line(const Qr& qr) {
    return fmt::format("qr {} {} {} {}", at(qr.box), inQuotes(qr.content), tokenName(qr.dark),
                       tokenName(qr.light));
}

std::string line(const Picture& picture) {
    return fmt::format("picture {} {}", at(picture.box), picture.name);
}

}  // namespace

std::string DrawList::dump() const {
    std::string out =
        fmt::format("design {} {} ground {}\n", num(design.w), num(design.h), tokenName(ground));
    for (const Command& command : commands) {
        out += std::visit([](const auto& c) { return line(c); }, command) + '\n';
    }
    return out;
}

std::string_view stateName(State state) {
    static constexpr std::array<std::string_view, 14> names = {
        "ready",       "serving", "calling", "paused", "closed", "priority", "recall",
        "appointment", "warn",    "breach",  "severe", "held",   "offline",  "done"};
    return names[static_cast<std::size_t>(state)];
}

}  // namespace luot::draw
