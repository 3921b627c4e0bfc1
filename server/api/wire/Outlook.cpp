#include "server/api/wire/Outlook.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "queue/outlook/Alerts.hpp"
#include "server/api/wire/Words.hpp"

namespace luot::server::api::wire {

namespace {

/// A hall in which more is wrong needs no longer list, and a frame has its limit.
constexpr std::size_t maxAlerts = 50;
/// An expected wait that moves by less is not told anew.
constexpr int toldChangeS = 120;

/// Of somebody who takes a normal ticket now.
std::optional<protocol::Estimate> newcomersWait(const queue::Hall& hall, const queue::Service& service,
                                                base::Instant now) {
    queue::Ticket newcomer;
    newcomer.issuedAt = now;
    newcomer.service = service.id;
    newcomer.place = hall.lastPlace + queue::placeGap;
    return estimate(queue::estimateFor(hall, newcomer, now));
}

void putOutlook(protocol::Service& shown, const queue::Service& service, const queue::Hall& hall,
                base::Instant now) {
    shown.open = hall.gives(service, now) && hall.withinQuota(service, now);
    if (!shown.open) shown.opensAt = hall.givesNext(service, now);
    if (shown.open) shown.estimate = newcomersWait(hall, service, now);
}

bool farApart(const std::optional<protocol::Estimate>& one, const std::optional<protocol::Estimate>& other) {
    if (one.has_value() != other.has_value()) return true;
    return one && (std::abs(one->p50S - other->p50S) >= toldChangeS ||
                   std::abs(one->p90S - other->p90S) >= toldChangeS);
}

/// To those who look at it.
bool alike(const protocol::ServiceStatus& one, const protocol::ServiceStatus& other) {
    return one.id == other.id && one.open == other.open && one.opensAt == other.opensAt &&
           !farApart(one.estimate, other.estimate);
}

}  // namespace

std::vector<protocol::Service> services(const queue::Hall& hall, base::Instant now) {
    std::vector<protocol::Service> all;
    for (const auto& service : hall.rules.services) {
        protocol::Service shown;
        shown.id = service.id;
        shown.prefix = service.numbers.prefix;
        shown.labelVi = service.labelVi;
        shown.labelEn = service.labelEn;
        shown.kioskOrder = service.kioskOrder;
        if (const auto queue = hall.queues.find(service.id); queue != hall.queues.end())
            shown.waiting = static_cast<int>(queue->second.size());
        for (const auto& place : hall.rules.counters)
            for (const auto& ranked : place.services)
                if (ranked.service == service.id) shown.counters.push_back(place.number);
        if (hall.rules.lanes.bulkFrom > 0) shown.bulkFrom = hall.rules.lanes.bulkFrom;
        putOutlook(shown, service, hall, now);
        all.push_back(std::move(shown));
    }
    return all;
}

std::vector<protocol::Alert> alerts(const queue::Hall& hall, base::Instant now) {
    std::vector<protocol::Alert> shown;
    for (auto& alert : queue::alertsOf(hall, now)) {
        if (shown.size() == maxAlerts) break;
        shown.push_back({word(alert.code), alert.ticket, alert.service, alert.counter, alert.device});
        if (alert.fault) shown.back().fault = word(*alert.fault);
    }
    return shown;
}

std::optional<protocol::ClockFault> clockFault(const hall::Board& board) {
    if (!board.clockFault) return std::nullopt;
    return protocol::ClockFault{static_cast<double>(board.clockFault->jump.count()) / 1000.0,
                                board.clockFault->at};
}

protocol::Status status(const hall::Standing& standing, const Surroundings& surroundings) {
    const auto& hall = standing.hall;
    const auto now = surroundings.now;
    protocol::Status status;
    status.writable = surroundings.writable;
    status.givesTickets = hall.givesTickets(now);
    status.nextSession = hall.rules.calendar.nextGiving(now);
    auto& all = status.services.emplace();
    for (const auto& service : hall.rules.services) {
        protocol::Service shown;
        putOutlook(shown, service, hall, now);
        all.push_back({service.id, shown.open, shown.opensAt, shown.estimate});
    }
    status.alerts = alerts(hall, now);
    status.clockFault = clockFault(standing.board);
    return status;
}

bool differ(const protocol::Status& told, const protocol::Status& now) {
    const auto& before = told.services;
    const auto& after = now.services;
    if (!before || !after) return true;
    const bool sameServices = std::equal(before->begin(), before->end(), after->begin(), after->end(), alike);
    const auto rest = [](const protocol::Status& status) {
        return std::tie(status.writable, status.givesTickets, status.nextSession, status.alerts,
                        status.clockFault);
    };
    return !sameServices || rest(told) != rest(now);
}

}  // namespace luot::server::api::wire
