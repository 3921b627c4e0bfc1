#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "queue/Hall.hpp"
#include "server/api/arguments/Arguments.hpp"
#include "server/auth/Role.hpp"

/// Every command the server takes, once, for HTTP and stream alike.
namespace luot::server::api {

/// What a command is done to: decides the shape of its answer.
enum class Scope {
    issue,         ///< 201 and the ticket
    paper,         ///< 201 and the tickets
    ticket,        ///< the ticket
    counter,       ///< the counter
    calling,       ///< ticket, counter and reason
    announcement,  ///< the numbers that were told to come
    appointments,  ///< how many were taken
    hall,          ///< the hall
    device,        ///< what is known of the caller's own device
    series,        ///< the series in which a kiosk may number alone
    merge,         ///< which tickets of a kiosk that was alone are new
    settlement,    ///< which visits at a counter that was alone fit
};

struct CommandRow {
    std::string_view name;  ///< on the stream
    std::string_view path;  ///< of its POST below /api/v1; {id} is the ticket, {n} the counter
    Scope scope;
    auth::Right right;
    arguments::Parse parse;
};

/// By its name on the stream; null when there is none.
const CommandRow* commandNamed(std::string_view name);
/// By the parts of its path; null when there is none.
const CommandRow* commandAt(const std::vector<std::string>& path);
/// What stands in the path at the place of "{id}" or "{n}"; null when the row has no such place.
const std::string* inPath(const CommandRow& row, std::string_view place,
                          const std::vector<std::string>& path);

/// The counter a command is given at; none for commands of tickets and the day.
std::optional<int> counterOf(const queue::Command& command);
/// The ticket a command is given for; none for all others.
std::optional<std::string> ticketOf(const queue::Command& command);

/// Whether the caller may give this command, as far as role and binding decide.
bool allowed(const auth::Caller& caller, const CommandRow& row, const queue::Command& command,
             const queue::Hall& hall);

/// A clerk's own name goes with the counter that he opens, a device's with what it says of itself.
void fillIn(const auth::Caller& caller, queue::Command& command);

}  // namespace luot::server::api
