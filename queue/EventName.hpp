#pragma once

#include <string>
#include <string_view>

#include "queue/Event.hpp"

namespace luot::queue {

/// The event's name on the wire and in the journal: "ticket_called".
std::string eventName(const Event& event);

}  // namespace luot::queue
