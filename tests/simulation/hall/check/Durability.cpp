#include "tests/simulation/hall/check/Durability.hpp"

#include <fmt/format.h>

#include "base/json/Json.hpp"

namespace luot::simulation {

using journal::Row;
using server::hall::Standing;

namespace {

bool follows(const journal::ChainEnd& end, const Row& row) {
    return row.seq == end.seq && row.hash == base::hex(end.hash);
}

}  // namespace

void RecordHasNoGap::written(const Entry& entry) {
    end_ = journal::chained(end_, entry.row.fact);
    if (!follows(end_, entry.row))
        complain(fmt::format("row {} does not follow row {}", entry.row.seq, end_.seq - 1));
}

void RecordHasNoGap::started(const Standing& standing, const std::vector<Row>& rows, const queue::Hall&) {
    journal::ChainEnd end;
    for (const auto& row : rows) {
        end = journal::chained(end, row.fact);
        if (!follows(end, row))
            return complain(fmt::format("row {} on the medium breaks the chain", row.seq));
    }
    if (end != end_) complain("the medium does not end with the row that was written last");
    if (standing.seq != end.seq) complain("the server does not go on after the last row");
}

void CommandsActOnce::written(const Entry& entry) {
    const auto& id = entry.row.fact.commandId;
    if (id.empty()) return;
    const auto known = asked_.find(id);
    if (known == asked_.end()) return complain(entry.row.fact.name + " happened, but nobody asked for it");
    if (known->second != 0 && known->second != entry.commit)
        complain(entry.row.fact.name + " happened again for a question that was asked once");
    known->second = entry.commit;
}

void AcknowledgedTicketsSurvive::written(const Entry& entry) {
    if (const auto* issued = std::get_if<queue::TicketIssued>(&entry.event))
        issued_[issued->ticket.id] = issued->ticket.number;
}

void AcknowledgedTicketsSurvive::acknowledged(const Acknowledged& reply) {
    if (reply.ticket.empty()) return;
    acknowledged_[reply.ticket] = reply.number;
    const auto found = issued_.find(reply.ticket);
    if (found == issued_.end() || found->second != reply.number)
        complain("ticket " + reply.number + " was told, but is not in the record");
}

void AcknowledgedTicketsSurvive::started(const Standing&, const std::vector<Row>& rows, const queue::Hall&) {
    std::unordered_map<std::string, std::string> found;
    for (const auto& row : rows) {
        if (row.fact.name != "ticket_issued") continue;
        const auto event = server::hall::eventOf(row);
        if (!event) return complain(event.error().what);
        found[row.fact.subject] = std::get<queue::TicketIssued>(*event).ticket.number;
    }
    for (const auto& [id, number] : acknowledged_) {
        const auto ticket = found.find(id);
        if (ticket == found.end() || ticket->second != number)
            complain("ticket " + number + " was told, and gone after a restart");
    }
}

void ToldIsWritten::written(const Entry& entry) {
    rows_.resize(static_cast<std::size_t>(entry.row.seq) - 1);
    rows_.push_back(entry.row);
}

void ToldIsWritten::told(const Told& told) {
    const auto& event = told.event;
    if (event.seq < 1 || static_cast<std::size_t>(event.seq) > rows_.size())
        return complain(
            fmt::format("client {} was told of event {} that is not written", told.client, event.seq));
    const auto& fact = rows_[static_cast<std::size_t>(event.seq) - 1].fact;
    const auto data = base::json::parse(fact.data);
    if (event.name != fact.name || event.at != fact.at || !data || *data != base::json::Value(event.data))
        complain(
            fmt::format("client {} was told event {} otherwise than it is written", told.client, event.seq));
}

void RestartsRemember::started(const Standing& standing, const std::vector<Row>& rows,
                               const queue::Hall& whole) {
    if (standing.seq != static_cast<std::int64_t>(rows.size()))
        complain(fmt::format("a server began after row {} of {}", standing.seq, rows.size()));
    if (standing.hall != whole) complain("a server began with another hall than all rows together give");
}

}  // namespace luot::simulation
