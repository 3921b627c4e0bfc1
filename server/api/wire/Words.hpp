#pragma once

#include <boost/describe/enum_to_string.hpp>
#include <optional>
#include <string>

#include "base/json/Json.hpp"
#include "protocol/Ticket.hpp"
#include "queue/outlook/Estimate.hpp"

/// Small things of the wire.
namespace luot::server::api::wire {

/// The enumerator's word: "no_show".
template <class Enum>
std::string word(Enum value) {
    return base::json::snakeCase(boost::describe::enum_to_string(value, ""));
}

template <class Rep, class Period>
int seconds(std::chrono::duration<Rep, Period> duration) {
    return static_cast<int>(std::chrono::duration_cast<base::Seconds>(duration).count());
}

inline std::optional<protocol::Estimate> estimate(const std::optional<queue::Estimate>& given) {
    if (!given) return std::nullopt;
    return protocol::Estimate{seconds(given->p50S), seconds(given->p90S)};
}

}  // namespace luot::server::api::wire
