#include "tests/simulation/hall/check/States.hpp"

#include <fmt/format.h>

#include <unordered_set>

namespace luot::simulation {

using queue::TicketState;
using server::hall::Standing;

namespace {

bool isOver(TicketState state) {
    return state == TicketState::finished || state == TicketState::cancelled || state == TicketState::expired;
}

bool isAtCounter(TicketState state) { return state == TicketState::called || state == TicketState::serving; }

/// Who is gone stays gone; who did not come may still come; nobody is served who was not called.
bool mayFollow(TicketState before, TicketState after) {
    if (before == after) return !isOver(before);
    if (isOver(before)) return false;
    if (after == TicketState::serving) return before == TicketState::called;
    if (after == TicketState::noShow) return before == TicketState::called;
    if (after == TicketState::held) return isAtCounter(before);
    if (after == TicketState::finished) return isAtCounter(before);
    if (before == TicketState::noShow) return after == TicketState::waiting || after == TicketState::called;
    return true;
}

void addLine(const std::map<std::int64_t, std::string>& line, std::vector<std::string>& ids) {
    for (const auto& [place, id] : line) ids.push_back(id);
}

void addQueue(const queue::ServiceQueue& queue, std::vector<std::string>& ids) {
    for (const auto& line : queue.lines) addLine(line, ids);
}

/// Who stands in any line, once for each.
std::vector<std::string> inLines(const queue::Hall& hall) {
    std::vector<std::string> ids;
    for (const auto& [service, queue] : hall.queues) addQueue(queue, ids);
    for (const auto& [number, desk] : hall.desks) addQueue(desk.only, ids);
    return ids;
}

}  // namespace

void TicketsAreInOneState::written(const Entry& entry) {
    seq_ = entry.row.seq;
    if (const auto* opened = std::get_if<queue::DayOpened>(&entry.event);
        opened && entry.before.day != opened->day)
        states_.clear();
    const auto* ticket = queue::ticketOf(entry.event);
    if (!ticket) return;
    const auto [known, fresh] = states_.try_emplace(ticket->id, ticket->state);
    if (fresh != std::holds_alternative<queue::TicketIssued>(entry.event))
        complain(fmt::format("{} of ticket {} does not fit", entry.row.fact.name, ticket->number));
    // What a counter did alone comes as one step.
    const bool settled = std::holds_alternative<queue::TicketSettled>(entry.event) && !isOver(known->second);
    if (!fresh && !settled && !mayFollow(known->second, ticket->state))
        complain(fmt::format("ticket {} went from state {} to {}", ticket->number,
                             static_cast<int>(known->second), static_cast<int>(ticket->state)));
    known->second = ticket->state;
}

void TicketsAreInOneState::stands(const Standing& standing) {
    // The medium is ahead of what is published while a commit is on its way.
    if (standing.seq != seq_) return;
    const auto& hall = standing.hall;
    std::unordered_set<std::string> waiting;
    for (auto& id : inLines(hall))
        if (!waiting.insert(id).second) complain("a ticket waits in two lines");
    for (const auto& [id, state] : states_) {
        const auto* ticket = hall.ticket(id);
        const auto ended = hall.ended.find(id);
        const bool once = (ticket != nullptr) != (ended != hall.ended.end());
        if (!once) return complain("a ticket is in the hall and gone at once, or neither");
        if ((ticket ? ticket->state : ended->second.state) != state)
            return complain("ticket " + (ticket ? ticket->number : ended->second.number) +
                            " is in another state than the record says");
        if (waiting.contains(id) != (state == TicketState::waiting))
            return complain("a ticket waits without a line or stands in one without waiting");
    }
}

void CountersHaveOneTicket::written(const Entry& entry) {
    const auto* opened = std::get_if<queue::DayOpened>(&entry.event);
    if (opened && entry.before.day != opened->day && !at_.empty())
        complain("a day began with a ticket at a counter");
    const auto* ticket = queue::ticketOf(entry.event);
    if (!ticket) return;
    std::erase_if(at_, [&](const auto& place) { return place.second == ticket->id; });
    if (!isAtCounter(ticket->state)) return;
    if (!ticket->counter) return complain("ticket " + ticket->number + " was called to no counter");
    if (!at_.emplace(*ticket->counter, ticket->id).second)
        complain(fmt::format("counter {} has a second ticket, {}", *ticket->counter, ticket->number));
}

void CountersHaveOneTicket::stands(const Standing& standing) {
    std::unordered_set<std::string> taken;
    for (const auto& [number, desk] : standing.hall.desks) {
        if (!desk.ticket) continue;
        const auto* ticket = standing.hall.ticket(*desk.ticket);
        if (!ticket || !isAtCounter(ticket->state) || ticket->counter != number)
            complain(fmt::format("counter {} has a ticket that is not there", number));
        if (!taken.insert(*desk.ticket).second) complain("a ticket is at two counters");
    }
}

void NobodyIsLost::written(const Entry& entry) {
    seq_ = entry.row.seq;
    if (const auto* opened = std::get_if<queue::DayOpened>(&entry.event)) {
        if (day_ != opened->day) issued_ = 0;
        day_ = opened->day;
    }
    if (std::holds_alternative<queue::TicketIssued>(entry.event)) ++issued_;
}

void NobodyIsLost::stands(const Standing& standing) {
    if (standing.seq != seq_) return;
    const auto& hall = standing.hall;
    std::map<TicketState, std::size_t> counts;
    for (const auto& [id, ticket] : hall.tickets) ++counts[ticket.state];
    for (const auto& [id, ended] : hall.ended) ++counts[ended.state];
    std::size_t all = 0;
    for (const auto& [state, count] : counts) all += count;
    if (all != issued_) complain(fmt::format("{} tickets were issued, {} are accounted for", issued_, all));
    if (counts[TicketState::waiting] != hall.waiting())
        complain("the lines are longer or shorter than who waits");
    if (!hall.open && counts[TicketState::waiting] + counts[TicketState::called] != 0 && hall.day == day_)
        complain("somebody waits or is called though the day is closed");
}

}  // namespace luot::simulation
