#include "queue/Event.hpp"

#include <algorithm>
#include <array>

namespace luot::queue {

namespace {

/// In the order of the variant.
constexpr std::array<std::string_view, std::variant_size_v<Event>> names{
    "day_opened",         "day_closed",       "settings_changed", "counter_opened",        "counter_paused",
    "counter_resumed",    "counter_closed",   "ticket_issued",    "ticket_called",         "ticket_recalled",
    "service_started",    "ticket_finished",  "ticket_missed",    "ticket_held",           "ticket_returned",
    "ticket_transferred", "ticket_cancelled", "ticket_expired",   "priority_changed",      "ticket_printed",
    "dossiers_changed",   "tickets_prepared", "call_undone",      "appointments_imported", "call_shown",
    "device_lost",        "device_back",      "printer_reported", "clock_jumped",          "server_restarted",
    "storage_recovered",  "backup_made",      "backup_failed",    "series_begun",          "ticket_settled",
    "series_refused"};

}  // namespace

std::string eventName(const Event& event) { return std::string(names[event.index()]); }

std::optional<std::size_t> eventNamed(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

TicketClass Ticket::line() const {
    if (lane == "bulk") return TicketClass::bulk;
    if (priority) return TicketClass::priority;
    if (slot) return TicketClass::appointment;
    if (lane == "late_result") return TicketClass::lateResult;
    return TicketClass::normal;
}

const Ticket* ticketOf(const Event& event) {
    return std::visit(
        [](const auto& fact) -> const Ticket* {
            if constexpr (requires { fact.ticket.id; })
                return &fact.ticket;
            else
                return nullptr;
        },
        event);
}

}  // namespace luot::queue
