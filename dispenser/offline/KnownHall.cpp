#include "dispenser/offline/KnownHall.hpp"

#include <algorithm>

#include "base/json/Json.hpp"
#include "base/program/KeptFile.hpp"

namespace luot::dispenser::offline {

namespace {

const protocol::OfflineHours::OfService* hoursOf(const protocol::OfflineHours& hours,
                                                 const std::string& service) {
    const auto found = std::find_if(hours.services.begin(), hours.services.end(),
                                    [&](const auto& one) { return one.service == service; });
    return found == hours.services.end() ? nullptr : &*found;
}

/// Somebody opened the hall by command on the day on which it was known last.
bool openedByCommand(const KnownHall& known, base::Instant now) {
    const auto then = known.time.centre;
    return known.hall.givesTickets && !known.hours.centre.givesTickets(then) &&
           base::dateOf(then) == base::dateOf(now);
}

}  // namespace

protocol::Hall withoutPeople(protocol::Hall hall) {
    for (auto* list : {&hall.waiting, &hall.called, &hall.serving, &hall.held, &hall.missed, &hall.recent})
        list->clear();
    hall.prepared.clear();
    hall.alerts.clear();
    for (auto& service : hall.services) service.waiting = 0;
    for (auto& service : hall.services) service.estimate.reset();
    for (auto& counter : hall.counters) counter.ticket.reset();
    return hall;
}

protocol::Status statusAlone(const KnownHall& known, KnownTime now) {
    const bool always = !now.known || openedByCommand(known, now.centre);
    protocol::Status status;
    status.givesTickets = always || known.hours.centre.givesTickets(now.centre);
    status.nextSession = known.hours.centre.nextGiving(now.centre);
    status.clockFault = known.hall.clockFault;
    auto& services = status.services.emplace();
    for (const auto& service : known.hall.services) {
        const auto* own = hoursOf(known.hours, service.id);
        const auto& calendar = own && own->hours ? *own->hours : known.hours.centre;
        const auto before =
            std::chrono::duration_cast<base::Minutes>(base::Seconds(own ? own->lastTicketBeforeS : 0));
        protocol::ServiceStatus one{service.id, always || calendar.givesTickets(now.centre, before),
                                    std::nullopt, std::nullopt};
        if (!one.open) one.opensAt = calendar.nextGiving(now.centre, before);
        services.push_back(std::move(one));
    }
    return status;
}

bool keepHall(const std::filesystem::path& file, const KnownHall& known) {
    return base::keepText(file, base::json::encodeText(known));
}

std::optional<KnownHall> keptHall(const std::filesystem::path& file) {
    const auto text = base::keptText(file);
    if (!text) return std::nullopt;
    auto known = base::json::decodeText<KnownHall>(*text);
    if (!known) return std::nullopt;
    return std::move(*known);
}

}  // namespace luot::dispenser::offline
