#include "server/api/CommandTable.hpp"

#include <algorithm>
#include <array>

namespace luot::server::api {

namespace {

using auth::Right;
using auth::Role;

constexpr std::array table{
    CommandRow{"issue", "", Scope::issue, Right::issue, parseIssue},
    CommandRow{"cancel", "cancel", Scope::ticket, Right::ticketCommands, parseCancel},
    CommandRow{"priority", "priority", Scope::ticket, Right::ticketCommands, parsePriority},
    CommandRow{"transfer", "transfer", Scope::ticket, Right::ticketCommands, parseTransfer},
    CommandRow{"return", "return", Scope::ticket, Right::ticketCommands, parseReturn},
    CommandRow{"printed", "printed", Scope::ticket, Right::printOutcome, parsePrinted},
    CommandRow{"reprint", "reprint", Scope::ticket, Right::ticketCommands, parseReprint},
    CommandRow{"open", "open", Scope::counter, Right::counterCommands, parseOpenCounter},
    CommandRow{"pause", "pause", Scope::counter, Right::counterCommands, parsePause},
    CommandRow{"resume", "resume", Scope::counter, Right::counterCommands,
               parseCounterOnly<queue::ResumeCounter>},
    CommandRow{"close", "close", Scope::counter, Right::counterCommands,
               parseCounterOnly<queue::CloseCounter>},
    CommandRow{"call_next", "call-next", Scope::calling, Right::counterCommands,
               parseCounterOnly<queue::CallNext>},
    CommandRow{"call", "call", Scope::calling, Right::counterCommands, parseCall},
    CommandRow{"recall", "recall", Scope::calling, Right::counterCommands, parseCounterOnly<queue::Recall>},
    CommandRow{"start", "start", Scope::calling, Right::counterCommands,
               parseCounterOnly<queue::StartService>},
    CommandRow{"finish", "finish", Scope::calling, Right::counterCommands, parseFinish},
    CommandRow{"no_show", "no-show", Scope::calling, Right::counterCommands,
               parseCounterOnly<queue::MissTicket>},
    CommandRow{"hold", "hold", Scope::calling, Right::counterCommands, parseCounterOnly<queue::HoldTicket>},
    CommandRow{"undo", "undo", Scope::calling, Right::counterCommands, parseCounterOnly<queue::UndoCall>},
    CommandRow{"open_hall", "open", Scope::hall, Right::day, parseNothing<queue::OpenDay>},
    CommandRow{"close_hall", "close", Scope::hall, Right::day, parseNothing<queue::CloseDay>},
};

std::string_view collectionOf(Scope scope) {
    switch (scope) {
        case Scope::issue:
        case Scope::ticket:
            return "tickets";
        case Scope::counter:
        case Scope::calling:
            return "counters";
        case Scope::hall:
            return "hall";
    }
    return {};
}

/// The counter that the caller is bound to: by the token, or by having opened it.
std::optional<int> ownCounter(const auth::Caller& caller, const queue::Hall& hall) {
    if (caller.role == Role::counter) return caller.counter;
    for (const auto& [number, desk] : hall.desks)
        if (desk.counter.state != queue::CounterState::closed && desk.counter.clerk == caller.name)
            return number;
    return std::nullopt;
}

bool isAt(const queue::Ticket& ticket, int counter, const queue::Hall& hall) {
    if (ticket.counter == counter || ticket.onlyCounter == counter) return true;
    if (ticket.state != queue::TicketState::waiting) return false;
    const auto* place = hall.place(counter);
    return place && std::any_of(place->services.begin(), place->services.end(),
                                [&](const auto& ranked) { return ranked.service == ticket.service; });
}

bool boundToCounter(Role role) { return role == Role::counter || role == Role::clerk; }

}  // namespace

std::optional<int> counterOf(const queue::Command& command) {
    return std::visit(
        [](const auto& c) -> std::optional<int> {
            if constexpr (std::is_same_v<std::decay_t<decltype(c)>, queue::TransferTicket>)
                return std::nullopt;
            else if constexpr (requires { c.counter; })
                return c.counter;
            else
                return std::nullopt;
        },
        command);
}

std::optional<std::string> ticketOf(const queue::Command& command) {
    return std::visit(
        [](const auto& c) -> std::optional<std::string> {
            if constexpr (requires { c.ticket; })
                return c.ticket;
            else
                return std::nullopt;
        },
        command);
}

const CommandRow* commandNamed(std::string_view name) {
    const auto* row = std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.name == name; });
    return row == table.end() ? nullptr : row;
}

const CommandRow* commandAt(std::string_view collection, std::string_view segment) {
    const auto* row = std::find_if(table.begin(), table.end(), [&](const auto& r) {
        return collectionOf(r.scope) == collection && r.segment == segment;
    });
    return row == table.end() ? nullptr : row;
}

bool allowed(const auth::Caller& caller, const CommandRow& row, const queue::Command& command,
             const queue::Hall& hall) {
    if (!auth::may(caller.role, row.right)) return false;
    if (!boundToCounter(caller.role)) return true;
    if (const auto counter = counterOf(command)) {
        const bool clerkOpens =
            caller.role == Role::clerk && std::holds_alternative<queue::OpenCounter>(command);
        return clerkOpens || counter == ownCounter(caller, hall);
    }
    const auto id = ticketOf(command);
    const auto* ticket = id ? hall.ticket(*id) : nullptr;
    if (!ticket) return true;
    const auto own = ownCounter(caller, hall);
    return own && isAt(*ticket, *own, hall);
}

void fillIn(const auth::Caller& caller, queue::Command& command) {
    if (caller.role != Role::clerk) return;
    if (auto* open = std::get_if<queue::OpenCounter>(&command)) open->clerk = caller.name;
}

}  // namespace luot::server::api
