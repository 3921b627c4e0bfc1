#pragma once

#include <string>
#include <string_view>

namespace luot::server::stream {

/// What a frame shows of an event's data. A frame holds 64 KiB: what a day leaves to the next stays in the
/// journal, and of data that is larger still (rules of a very large centre, a thousand appointments) lists
/// and objects are emptied and "too_large" says so; GET /events has it whole.
std::string frameContent(std::string_view name, const std::string& data);

}  // namespace luot::server::stream
