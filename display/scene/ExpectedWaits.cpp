#include "display/scene/ExpectedWaits.hpp"

#include <algorithm>

#include "protocol/MinuteRange.hpp"

namespace luot::display::scene {

namespace {

constexpr std::size_t atOnce = 4;

std::string rangeOf(const protocol::Estimate& estimate, const Voice& voice) {
    const auto wait = protocol::minuteRange(estimate);
    if (wait.to == 0) return voice.text("display.no_wait");
    const auto to = std::to_string(wait.to);
    if (wait.from == 0) return voice.text("display.wait_under", {{"n", to}});
    if (wait.from == wait.to) return voice.text("common.minutes", {{"n", to}});
    return voice.text("display.wait_range", {{"from", std::to_string(wait.from)}, {"to", to}});
}

/// Without what stands in brackets behind it.
std::string nameOf(const protocol::Service& service, const Voice& voice) {
    const auto& name = voice.isVietnamese() || service.labelEn.empty() ? service.labelVi : service.labelEn;
    return name.substr(0, name.find(" ("));
}

}  // namespace

std::vector<Fact> expectedWaits(const protocol::Hall& hall, const Voice& voice, ui::Ticks now) {
    std::vector<const protocol::Service*> known;
    for (const auto& service : hall.services)
        if (service.open && service.estimate) known.push_back(&service);
    std::vector<Fact> facts;
    if (known.empty()) return facts;
    const auto pages = (known.size() + atOnce - 1) / atOnce;
    const auto first = static_cast<std::size_t>(now / noticeFor) % pages * atOnce;
    for (std::size_t i = first; i < std::min(first + atOnce, known.size()); ++i)
        facts.push_back({"clock", nameOf(*known[i], voice), {rangeOf(*known[i]->estimate, voice)}});
    return facts;
}

}  // namespace luot::display::scene
