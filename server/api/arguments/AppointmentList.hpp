#pragma once

#include <string_view>

#include "base/Result.hpp"
#include "base/json/Json.hpp"

namespace luot::server::api::arguments {

/// The line of the text in which the appointment with that place in the list stands; the head is line 1.
constexpr std::size_t lineOfAppointment(std::size_t index) { return index + 2; }

/// A list of appointments as other programs write it: RFC 4180, the head names id, service, slot and perhaps
/// source in any order; further columns are passed over. Gives the arguments that the same list as JSON has.
/// Error: invalidInput with every wrong line.
base::Result<base::json::Object> appointmentList(std::string_view text);

}  // namespace luot::server::api::arguments
