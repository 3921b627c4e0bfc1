#include <algorithm>

#include "base/Log.hpp"
#include "dispenser/Conversation.hpp"

/// Events that a kiosk acts on: second papers, and a new day, which knows of no printer yet.
namespace luot::dispenser {

namespace {

bool asksForPaper(const protocol::EventFrame& event) {
    const auto* reprint = event.data.if_contains("reprint");
    return event.name == "ticket_printed" && reprint && reprint->is_bool() && reprint->get_bool();
}

}  // namespace

void Conversation::takeEvent(const protocol::EventFrame& event, std::int64_t local) {
    if (event.name == "day_opened" && online_) tellPrinter(local);
    if (asksForPaper(event)) takeReprint(event, local);
}

void Conversation::takeReprint(const protocol::EventFrame& event, std::int64_t local) {
    const auto* member = event.data.if_contains("ticket");
    const auto ticket = base::json::decode<protocol::Ticket>(member ? *member : base::json::Value{});
    if (!ticket || !isMine(event, ticket->id)) return;
    const auto age = feed_.serverTime(local) - event.at;
    if (age > reprintWithin * feed_.view().hall().clockSpeed)
        return base::logWarn("the second paper of {} was asked for too long ago", ticket->number);
    base::logInfo("a second paper of {} is printed", ticket->number);
    kiosk_.reprint(*ticket);
}

bool Conversation::isMine(const protocol::EventFrame& event, const std::string& ticket) const {
    const auto* device = event.data.if_contains("device");
    if (device && device->is_string()) return !name_.empty() && device->get_string() == name_;
    return std::find(given_.begin(), given_.end(), ticket) != given_.end();
}

}  // namespace luot::dispenser
