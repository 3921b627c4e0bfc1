#include "queue/event/EventCodec.hpp"

#include <fmt/format.h>

#include <boost/mp11/algorithm.hpp>
#include <variant>

namespace luot::queue {

std::string encodeEvent(const Event& event) {
    return std::visit([](const auto& fact) { return base::json::encodeText(fact); }, event);
}

base::Result<Event> decodeEvent(std::string_view name, const base::json::Value& value) {
    const auto index = eventNamed(name);
    if (!index)
        return base::fail(base::Fault::invalidInput, fmt::format("there is no event named '{}'", name));
    return boost::mp11::mp_with_index<std::variant_size_v<Event>>(*index, [&](auto i) -> base::Result<Event> {
        auto fact = base::json::decode<std::variant_alternative_t<i, Event>>(value);
        if (!fact) return tl::unexpected(std::move(fact.error()));
        return Event(std::move(*fact));
    });
}

}  // namespace luot::queue
