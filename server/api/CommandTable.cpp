#include "server/api/CommandTable.hpp"

#include <algorithm>
#include <array>

namespace luot::server::api {

namespace {

using auth::Right;
using auth::Role;

constexpr std::array table{
    CommandRow{"issue", "tickets", Scope::issue, Right::issue, arguments::parseIssue},
    CommandRow{"add_paper", "tickets/paper", Scope::paper, Right::ticketCommands, arguments::parsePaper},
    CommandRow{"cancel", "tickets/{id}/cancel", Scope::ticket, Right::ticketCommands, arguments::parseCancel},
    CommandRow{"priority", "tickets/{id}/priority", Scope::ticket, Right::ticketCommands,
               arguments::parsePriority},
    CommandRow{"transfer", "tickets/{id}/transfer", Scope::ticket, Right::ticketCommands,
               arguments::parseTransfer},
    CommandRow{"return", "tickets/{id}/return", Scope::ticket, Right::ticketCommands, arguments::parseReturn},
    CommandRow{"dossiers", "tickets/{id}/dossiers", Scope::ticket, Right::ticketCommands,
               arguments::parseDossiers},
    CommandRow{"printed", "tickets/{id}/printed", Scope::ticket, Right::printOutcome,
               arguments::parsePrinted},
    CommandRow{"reprint", "tickets/{id}/reprint", Scope::ticket, Right::ticketCommands,
               arguments::parseReprint},
    CommandRow{"report_printer", "devices/printer", Scope::device, Right::printOutcome,
               arguments::parsePrinter},
    CommandRow{"open", "counters/{n}/open", Scope::counter, Right::counterCommands,
               arguments::parseOpenCounter},
    CommandRow{"pause", "counters/{n}/pause", Scope::counter, Right::counterCommands, arguments::parsePause},
    CommandRow{"resume", "counters/{n}/resume", Scope::counter, Right::counterCommands,
               arguments::parseCounterOnly<queue::ResumeCounter>},
    CommandRow{"close", "counters/{n}/close", Scope::counter, Right::counterCommands,
               arguments::parseCounterOnly<queue::CloseCounter>},
    CommandRow{"call_next", "counters/{n}/call-next", Scope::calling, Right::counterCommands,
               arguments::parseCounterOnly<queue::CallNext>},
    CommandRow{"call", "counters/{n}/call", Scope::calling, Right::counterCommands, arguments::parseCall},
    CommandRow{"recall", "counters/{n}/recall", Scope::calling, Right::counterCommands,
               arguments::parseCounterOnly<queue::Recall>},
    CommandRow{"start", "counters/{n}/start", Scope::calling, Right::counterCommands,
               arguments::parseCounterOnly<queue::StartService>},
    CommandRow{"finish", "counters/{n}/finish", Scope::calling, Right::counterCommands,
               arguments::parseFinish},
    CommandRow{"no_show", "counters/{n}/no-show", Scope::calling, Right::counterCommands,
               arguments::parseCounterOnly<queue::MissTicket>},
    CommandRow{"hold", "counters/{n}/hold", Scope::calling, Right::counterCommands,
               arguments::parseCounterOnly<queue::HoldTicket>},
    CommandRow{"undo", "counters/{n}/undo", Scope::calling, Right::counterCommands,
               arguments::parseCounterOnly<queue::UndoCall>},
    CommandRow{"prepare", "counters/{n}/prepare", Scope::announcement, Right::counterCommands,
               arguments::parsePrepare},
    CommandRow{"settle", "counters/{n}/settle", Scope::settlement, Right::counterCommands,
               arguments::parseSettle},
    CommandRow{"begin_series", "kiosks/series", Scope::series, Right::numberAlone, arguments::parseSeries},
    CommandRow{"merge_offline", "tickets/offline", Scope::merge, Right::numberAlone, arguments::parseMerge},
    CommandRow{"import_appointments", "appointments", Scope::appointments, Right::day,
               arguments::parseAppointments},
    CommandRow{"call_range", "hall/call-range", Scope::announcement, Right::callRanges,
               arguments::parseCallRange},
    CommandRow{"change_map", "hall/map", Scope::hall, Right::day, arguments::parseMap},
    CommandRow{"open_hall", "hall/open", Scope::hall, Right::day, arguments::parseNothing<queue::OpenDay>},
    CommandRow{"close_hall", "hall/close", Scope::hall, Right::day, arguments::parseNothing<queue::CloseDay>},
};

/// The next part of the path, taken off it.
std::string_view takePart(std::string_view& path) {
    const auto part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    return part;
}

bool isPlace(std::string_view part) { return part.starts_with('{'); }

bool leadsTo(std::string_view pattern, const std::vector<std::string>& path) {
    for (const auto& given : path) {
        const auto part = takePart(pattern);
        if (part.empty() || (!isPlace(part) && part != given)) return false;
    }
    return pattern.empty();
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
    if (!place) return false;
    const auto served = hall.servedAt(*place);
    return std::any_of(served.begin(), served.end(),
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

const CommandRow* commandAt(const std::vector<std::string>& path) {
    const auto* row =
        std::find_if(table.begin(), table.end(), [&](const auto& r) { return leadsTo(r.path, path); });
    return row == table.end() ? nullptr : row;
}

const std::string* inPath(const CommandRow& row, std::string_view place,
                          const std::vector<std::string>& path) {
    auto pattern = row.path;
    for (const auto& given : path)
        if (takePart(pattern) == place) return &given;
    return nullptr;
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
    if (auto* printer = std::get_if<queue::ReportPrinter>(&command)) printer->device = caller.name;
    if (auto* series = std::get_if<queue::BeginSeries>(&command)) {
        series->digit = caller.digit.value_or(-1);
        series->device = caller.name;
    }
    if (caller.role != Role::clerk) return;
    if (auto* open = std::get_if<queue::OpenCounter>(&command)) open->clerk = caller.name;
}

}  // namespace luot::server::api
