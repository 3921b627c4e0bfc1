#include "queue/outlook/Alerts.hpp"

#include <algorithm>

namespace luot::queue {

namespace {

/// How long a ticket has been on hold, the counters' pauses left out.
base::Milliseconds heldFor(const Hall& hall, const Ticket& ticket, Instant now) {
    return hall.rules.calendar.counted(ticket.heldAt.value(), now);
}

bool isServedNow(const Hall& hall, const std::string& service) {
    return std::any_of(hall.rules.counters.begin(), hall.rules.counters.end(), [&](const auto& place) {
        const auto* desk = hall.desk(place.number);
        if (!desk || desk->counter.state == CounterState::closed) return false;
        const auto served = hall.servedAt(place);
        return std::any_of(served.begin(), served.end(),
                           [&](const auto& one) { return one.service == service; });
    });
}

}  // namespace

std::vector<Alert> alertsOf(const Hall& hall, Instant now) {
    std::vector<Alert> alerts;
    for (const auto& [device, fault] : hall.printers)
        alerts.push_back({AlertCode::printerFault, std::nullopt, std::nullopt, std::nullopt, device, fault});
    for (const auto& [device, refused] : hall.refusedKiosks)
        alerts.push_back({AlertCode::seriesRefused, std::nullopt, std::nullopt, std::nullopt, device});
    if (!hall.open) return alerts;
    const auto ofKiosks = static_cast<std::ptrdiff_t>(alerts.size());
    for (const auto& id : hall.held) {
        const auto& ticket = *hall.ticket(id);
        if (heldFor(hall, ticket, now) >= hall.rules.calling.holdMax)
            alerts.push_back({AlertCode::heldTooLong, ticket.number, ticket.service, ticket.counter});
    }
    std::sort(alerts.begin() + ofKiosks, alerts.end(),
              [](const auto& one, const auto& other) { return one.ticket < other.ticket; });
    for (const auto& service : hall.rules.services) {
        const auto queue = hall.queues.find(service.id);
        if (queue == hall.queues.end() || queue->second.size() == 0) continue;
        if (!isServedNow(hall, service.id))
            alerts.push_back({AlertCode::serviceUnserved, std::nullopt, service.id, std::nullopt});
    }
    return alerts;
}

std::optional<Instant> nextAlert(const Hall& hall, Instant now) {
    std::optional<Instant> next;
    for (const auto& id : hall.held) {
        const auto left = hall.rules.calling.holdMax - heldFor(hall, *hall.ticket(id), now);
        if (left.count() > 0 && (!next || now + left < *next)) next = now + left;
    }
    return next;
}

}  // namespace luot::queue
