#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace luot::server::auth {

enum class Role { dispenser, display, counter, clerk, guide, manager, inspector, admin };

std::optional<Role> roleNamed(std::string_view name);
std::string_view name(Role role);
/// All role names for a sentence: "dispenser, display, ...".
std::string roleNames();

/// What a role may be allowed to do: the columns of the contract's table.
enum class Right : std::uint8_t {
    issue,
    counterCommands,  ///< bound to one counter for counter and clerk
    ticketCommands,   ///< bound to a counter's tickets for counter and clerk
    printOutcome,
    callRanges,
    showCalls,
    read,
    reports,
    day,  ///< with the map of the counters and booked times
    settings,
    numberAlone,  ///< without the server; the digit of its token
};

bool may(Role role, Right right);

/// Somebody or something with a valid token.
struct Caller {
    std::string tokenId;
    std::string name;
    Role role = Role::display;
    std::optional<int> counter;               ///< that a counter is bound to
    std::optional<int> digit = std::nullopt;  ///< in the numbers that a dispenser gives alone
};

}  // namespace luot::server::auth
