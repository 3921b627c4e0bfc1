#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "queue/Hall.hpp"
#include "server/api/Arguments.hpp"
#include "server/auth/Role.hpp"

/// Every command the server takes, once, for HTTP and stream alike.
namespace luot::server::api {

/// What a command is done to: decides its path in HTTP and the shape of its answer.
enum class Scope {
    issue,    ///< POST /tickets: 201 and the ticket
    ticket,   ///< POST /tickets/{id}/...: the ticket
    counter,  ///< POST /counters/{n}/...: the counter
    calling,  ///< POST /counters/{n}/...: ticket, counter and reason
    hall,     ///< POST /hall/...: the hall
};

struct CommandRow {
    std::string_view name;     ///< on the stream
    std::string_view segment;  ///< last part of the HTTP path
    Scope scope;
    auth::Right right;
    Parse parse;
};

/// By its name on the stream; null when there is none.
const CommandRow* commandNamed(std::string_view name);
/// By its place in HTTP: "tickets", "counters" or "hall" and the last segment; null when there is none.
const CommandRow* commandAt(std::string_view collection, std::string_view segment);

/// The counter a command is given at; none for commands of tickets and the day.
std::optional<int> counterOf(const queue::Command& command);
/// The ticket a command is given for; none for all others.
std::optional<std::string> ticketOf(const queue::Command& command);

/// Whether the caller may give this command, as far as role and binding decide.
bool allowed(const auth::Caller& caller, const CommandRow& row, const queue::Command& command,
             const queue::Hall& hall);

/// A clerk's own name goes with the counter that he opens.
void fillIn(const auth::Caller& caller, queue::Command& command);

}  // namespace luot::server::api
