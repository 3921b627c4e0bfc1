#include <algorithm>

#include "server/api/HallProjection.hpp"
#include "server/api/wire/Words.hpp"

/// A counter on the wire.
namespace luot::server::api {

namespace {

std::vector<std::string> byRank(std::vector<queue::RankedService> ranked) {
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.rank < b.rank; });
    std::vector<std::string> services;
    for (auto& service : ranked) services.push_back(std::move(service.service));
    return services;
}

}  // namespace

protocol::Counter wireCounter(const queue::CounterDesk& desk, const queue::Hall& hall) {
    protocol::Counter shown;
    shown.number = desk.counter.number;
    shown.state = wire::word(desk.counter.state);
    shown.clerk = desk.counter.clerk;
    shown.ticket = desk.ticket;
    shown.pauseReason = desk.counter.pauseReason;
    const auto* place = hall.place(desk.counter.number);
    if (!place) return shown;
    shown.label = place->labelVi;
    shown.labelEn = place->labelEn;
    shown.zone = place->zone;
    shown.callingServes = place->callingServes;
    shown.priority = wire::word(place->priority);
    if (!place->unit.empty()) shown.unit = place->unit;
    shown.services = byRank(hall.servedAt(*place));
    if (auto all = byRank(place->services); all != shown.services) shown.allServices = std::move(all);
    return shown;
}

}  // namespace luot::server::api
