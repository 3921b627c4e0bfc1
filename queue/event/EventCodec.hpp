#pragma once

#include <string_view>

#include "base/Result.hpp"
#include "base/json/Json.hpp"
#include "queue/Event.hpp"

namespace luot::queue {

/// The event's members as the text of a JSON object, without its name.
std::string encodeEvent(const Event& event);

/// The event called `name`. Error: invalidInput, with the unknown name or the member that is wrong.
base::Result<Event> decodeEvent(std::string_view name, const base::json::Value& value);

}  // namespace luot::queue
