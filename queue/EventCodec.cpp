#include "queue/EventCodec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/mp11/algorithm.hpp>
#include <variant>

#include "queue/EventName.hpp"

namespace luot::queue {

namespace {

/// In the order of the variant.
constexpr std::array<std::string_view, std::variant_size_v<Event>> names{
    "day_opened",         "day_closed",       "settings_changed", "counter_opened",   "counter_paused",
    "counter_resumed",    "counter_closed",   "ticket_issued",    "ticket_called",    "ticket_recalled",
    "service_started",    "ticket_finished",  "ticket_missed",    "ticket_held",      "ticket_returned",
    "ticket_transferred", "ticket_cancelled", "ticket_expired",   "priority_changed", "ticket_printed",
    "call_undone",        "call_shown",       "device_lost",      "device_back",      "clock_jumped"};

}  // namespace

std::string eventName(const Event& event) { return std::string(names[event.index()]); }

base::json::Value encodeEvent(const Event& event) {
    return std::visit([](const auto& fact) { return base::json::encode(fact); }, event);
}

base::Result<Event> decodeEvent(std::string_view name, const base::json::Value& value) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return base::fail(base::Fault::invalidInput, fmt::format("there is no event named '{}'", name));
    const auto index = static_cast<std::size_t>(found - names.begin());
    return boost::mp11::mp_with_index<names.size()>(index, [&](auto i) -> base::Result<Event> {
        auto fact = base::json::decode<std::variant_alternative_t<i, Event>>(value);
        if (!fact) return tl::unexpected(std::move(fact.error()));
        return Event(std::move(*fact));
    });
}

}  // namespace luot::queue
