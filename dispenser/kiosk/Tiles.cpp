#include <algorithm>

#include "dispenser/kiosk/Kiosk.hpp"

namespace luot::dispenser::kiosk {

namespace {

using Tiles = std::vector<const protocol::Service*>;

const protocol::Service* guideOf(const protocol::Hall& hall, const KioskSettings& settings) {
    for (const auto& service : hall.services)
        if (!settings.guideService.empty() && service.id == settings.guideService) return &service;
    return nullptr;
}

}  // namespace

Tiles tilesOf(const protocol::Hall& hall, const KioskSettings& settings) {
    Tiles tiles;
    const auto* guide = guideOf(hall, settings);
    for (const auto& service : hall.services)
        if (&service != guide) tiles.push_back(&service);
    std::stable_sort(tiles.begin(), tiles.end(),
                     [](const auto* a, const auto* b) { return a->kioskOrder < b->kioskOrder; });
    if (guide != nullptr) tiles.push_back(guide);
    return tiles;
}

Tiles tilesOnPage(const protocol::Hall& hall, const KioskSettings& settings, int page) {
    auto tiles = tilesOf(hall, settings);
    const auto* guide = guideOf(hall, settings);
    if (guide != nullptr) tiles.pop_back();
    const auto room = static_cast<std::size_t>(settings.tilesAPage - (guide != nullptr ? 1 : 0));
    const auto from = std::min(tiles.size(), static_cast<std::size_t>(page) * room);
    const auto to = std::min(tiles.size(), from + room);
    Tiles shown(tiles.begin() + static_cast<std::ptrdiff_t>(from),
                tiles.begin() + static_cast<std::ptrdiff_t>(to));
    if (guide != nullptr) shown.push_back(guide);
    return shown;
}

int Kiosk::tilePages() const {
    const int all = static_cast<int>(hall_.services.size());
    const int guide = guideOf(hall_, settings_) != nullptr ? 1 : 0;
    const int room = settings_.tilesAPage - guide;
    return std::max(1, (all - guide + room - 1) / room);
}

}  // namespace luot::dispenser::kiosk
