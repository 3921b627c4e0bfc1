#include "server/auth/Role.hpp"

#include <algorithm>
#include <array>

namespace luot::server::auth {

namespace {

constexpr std::uint16_t bit(Right right) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(right));
}

template <class... Rights>
constexpr std::uint16_t rights(Rights... all) {
    return static_cast<std::uint16_t>((bit(all) | ...));
}

struct RoleRow {
    Role role;
    std::string_view name;
    std::uint16_t rights;
};

using enum Right;

/// The contract's table, row by row.
constexpr std::array table{
    RoleRow{Role::dispenser, "dispenser", rights(issue, printOutcome, read, numberAlone)},
    RoleRow{Role::display, "display", rights(showCalls, read)},
    RoleRow{Role::counter, "counter", rights(issue, counterCommands, ticketCommands, printOutcome, read)},
    RoleRow{Role::clerk, "clerk", rights(issue, counterCommands, ticketCommands, printOutcome, read)},
    RoleRow{Role::guide, "guide", rights(issue, ticketCommands, printOutcome, callRanges, read)},
    RoleRow{Role::manager, "manager",
            rights(issue, counterCommands, ticketCommands, printOutcome, callRanges, read, reports, day)},
    RoleRow{Role::inspector, "inspector", rights(read, reports)},
    RoleRow{Role::admin, "admin",
            rights(issue, counterCommands, ticketCommands, printOutcome, callRanges, showCalls, read, reports,
                   day, settings)},
};

}  // namespace

std::optional<Role> roleNamed(std::string_view name) {
    const auto* row = std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.name == name; });
    if (row == table.end()) return std::nullopt;
    return row->role;
}

std::string_view name(Role role) { return table[static_cast<std::size_t>(role)].name; }

std::string roleNames() {
    std::string all;
    for (const auto& row : table) all += (all.empty() ? "" : ", ") + std::string(row.name);
    return all;
}

bool may(Role role, Right right) { return (table[static_cast<std::size_t>(role)].rights & bit(right)) != 0; }

}  // namespace luot::server::auth
